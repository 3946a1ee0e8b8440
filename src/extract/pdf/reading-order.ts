import type { TextItem } from './pdf-page.ts';
import { buildLines, CELL_GAP, mergeLines, type TextLine } from './text-line.ts';

/** The stretches that stand beside each other on one base line, from left to right. */
export type Row = readonly TextLine[];

/** So many lines on both sides of a gap make two columns of text; fewer are a table. */
const COLUMN_LINES = 8;
/** Lines of running text fill their column at least this far. */
const FILLED = 0.6;

/** The lines of a page as a person reads them: columns one after the other, within them from top to bottom. */
export function orderLines(items: readonly TextItem[]): Row[][] {
  const lines = buildLines(items);
  const gutter = findGutter(lines);
  if (gutter === null) return [toRows(lines)];
  // What spans both columns, such as a title, ends what stands above it.
  const spanning = lines.filter((line) => line.x < gutter && line.right > gutter).toSorted((a, b) => a.y - b.y);
  const regions: Row[][] = [];
  let top = Number.NEGATIVE_INFINITY;
  for (const end of [...spanning, null]) {
    const bottom = end?.y ?? Number.POSITIVE_INFINITY;
    const between = lines.filter((line) => line.y >= top && line.y < bottom && !spanning.includes(line));
    const [left, right] = [between.filter((line) => line.right <= gutter), between.filter((line) => line.x >= gutter)];
    regions.push(toRows(left), toRows(right), end ? [[end]] : []);
    top = bottom;
  }
  return regions.filter((region) => region.length > 0);
}

function toRows(lines: readonly TextLine[]): Row[] {
  const rows: TextLine[][] = [];
  for (const line of lines.toSorted((a, b) => a.y - b.y)) {
    const row = rows.at(-1);
    const first = row?.[0];
    if (row && first && Math.abs(line.y - first.y) <= Math.min(first.size, line.size) * 0.4) row.push(line);
    else rows.push([line]);
  }
  return rows.map((row) => row.toSorted((a, b) => a.x - b.x).reduce<TextLine[]>(joinTouching, []));
}

// Pieces of one line that were drawn at different times, such as a word in another colour.
function joinTouching(row: TextLine[], line: TextLine): TextLine[] {
  const before = row.at(-1);
  if (!before || line.x - before.right > line.size * CELL_GAP) return [...row, line];
  return [...row.slice(0, -1), mergeLines(before, line)];
}

/** Where a page is divided into two columns of running text; null where it is not. */
function findGutter(lines: readonly TextLine[]): number | null {
  const left = Math.min(...lines.map((line) => line.x));
  const right = Math.max(...lines.map((line) => line.right));
  const starts = new Set(
    lines.filter((line) => line.x > left + (right - left) * 0.3).map((line) => Math.floor(line.x)),
  );
  for (const start of [...starts].toSorted((a, b) => a - b)) {
    const gutter = start - 1;
    const beside = [lines.filter((line) => line.right <= gutter), lines.filter((line) => line.x >= gutter)];
    const spanning = lines.length - (beside[0]?.length ?? 0) - (beside[1]?.length ?? 0);
    if (spanning <= lines.length * 0.2 && beside.every(isColumn)) return gutter;
  }
  return null;
}

function isColumn(lines: readonly TextLine[]): boolean {
  if (lines.length < COLUMN_LINES) return false;
  const width = Math.max(...lines.map((line) => line.right)) - Math.min(...lines.map((line) => line.x));
  return lines.reduce((sum, line) => sum + line.right - line.x, 0) / lines.length >= width * FILLED;
}
