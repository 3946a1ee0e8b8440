import type { TextItem } from './pdf-page.ts';

/** A stretch of text on one base line that no wide gap interrupts. */
export interface TextLine {
  readonly runs: readonly TextRun[];
  readonly x: number;
  readonly right: number;
  readonly y: number;
  /** Height of most of its letters. */
  readonly size: number;
  readonly fonts: ReadonlySet<string>;
}

interface TextRun {
  readonly text: string;
  readonly href: string | null;
}

/** A gap wider than this many letter heights separates cells, or a marker from its item. */
export const CELL_GAP = 0.9;
const SPACE_GAP = 0.2;

/** Lines of items in the order in which the file draws them. */
export function buildLines(items: readonly TextItem[]): TextLine[] {
  const lines: TextLine[] = [];
  let open: TextItem[] = [];
  for (const item of items) {
    if (item.text.trim() !== '' && open.length > 0 && !continues(open, item)) {
      lines.push(toLine(open));
      open = [];
    }
    if (open.length > 0 || item.text.trim() !== '') open.push(item);
  }
  if (open.length > 0) lines.push(toLine(open));
  return lines;
}

export function textOf(line: TextLine): string {
  return line.runs.map((run) => run.text).join('');
}

/** Two stretches of one line, with a space between. */
export function mergeLines(left: TextLine, right: TextLine): TextLine {
  return {
    ...left,
    runs: [...left.runs, { text: ' ', href: null }, ...right.runs],
    right: Math.max(left.right, right.right),
    size: Math.max(left.size, right.size),
    fonts: new Set([...left.fonts, ...right.fonts]),
  };
}

function continues(open: readonly TextItem[], item: TextItem): boolean {
  const before = open.findLast(({ text }) => text.trim() !== '');
  if (!before) return true;
  const size = Math.max(before.size, item.size);
  // A raised or lowered sign stands within the height of its line.
  if (Math.abs(item.y - before.y) > size * 0.5) return false;
  const gap = item.x - (before.x + before.width);
  return gap > -size && gap < size * CELL_GAP;
}

function toLine(items: readonly TextItem[]): TextLine {
  const shown = items.filter(({ text }) => text.trim() !== '');
  const main = shown.reduce((most, item) => (item.text.length > most.text.length ? item : most));
  return {
    runs: toRuns(items),
    x: Math.min(...shown.map((item) => item.x)),
    right: Math.max(...shown.map((item) => item.x + item.width)),
    y: main.y,
    size: main.size,
    fonts: new Set(shown.map((item) => item.font)),
  };
}

function toRuns(items: readonly TextItem[]): TextRun[] {
  const runs: TextRun[] = [];
  let before: TextItem | undefined;
  for (const item of items) {
    const gap = before ? item.x - (before.x + before.width) : 0;
    if (before && gap > item.size * SPACE_GAP) runs.push({ text: ' ', href: null });
    runs.push({ text: item.text, href: item.href });
    before = item;
  }
  return runs;
}
