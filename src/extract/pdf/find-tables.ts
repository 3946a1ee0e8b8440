import { markerOf } from './list-marker.ts';
import type { Row } from './reading-order.ts';
import { type TextLine, textOf } from './text-line.ts';

/** Rows of a page: lines of text, or tables of cells that are lines each. */
export type RowGroup = { readonly table: readonly (readonly (readonly TextLine[])[])[] } | { readonly row: Row };

/** A step from line to line wider than this many letter heights begins a new row. */
const LINE_STEP = 1.45;

/** Finds tables: rows in a row whose stretches stand in the same columns. */
export function findTables(rows: readonly Row[]): RowGroup[] {
  const groups: RowGroup[] = [];
  for (let at = 0; at < rows.length; ) {
    const run = tableFrom(rows, at);
    if (run === null) {
      const row = rows[at];
      if (row) groups.push({ row });
      at += 1;
    } else {
      groups.push({ table: run.table });
      at += run.length;
    }
  }
  return groups;
}

interface FoundTable {
  readonly table: readonly (readonly (readonly TextLine[])[])[];
  /** Rows of the page it takes. */
  readonly length: number;
}

function tableFrom(rows: readonly Row[], from: number): FoundTable | null {
  const first = rows[from];
  if (!first || !isCells(first)) return null;
  const run: Row[] = [first];
  for (let at = from + 1; at < rows.length; at += 1) {
    const row = rows[at];
    if (!row || !fits(row, run)) break;
    run.push(row);
  }
  if (run.filter(isCells).length < 2) return null;
  const columns = columnsOf(run);
  return columns.length < 2 ? null : { table: toTable(run, columns), length: run.length };
}

/** More than a marker and its item. */
function isCells(row: Row): boolean {
  return row.length > 2 || (row.length === 2 && row[0] !== undefined && markerOf(textOf(row[0])) === null);
}

/** A further row of the table, or a further line of one of its cells: it stands across no space between columns. */
function fits(row: Row, run: readonly Row[]): boolean {
  const before = run.at(-1)?.[0];
  const line = row[0];
  if (!line || !before) return false;
  const lost = columnsOf(run).length - columnsOf([...run, row]).length;
  // Two cells may touch; a line of text touches them all.
  if (isCells(row)) return lost <= 1;
  return lost <= 0 && line.y - before.y <= line.size * LINE_STEP;
}

/** Left edge and right edge of each column: where the lines of all rows cover the page. */
type Column = readonly [left: number, right: number];

function columnsOf(run: readonly Row[]): Column[] {
  const columns: Column[] = [];
  for (const { x, right, size } of run.flat().toSorted((a, b) => a.x - b.x)) {
    const last = columns.at(-1);
    if (last && x < last[1] + size * 0.3) columns[columns.length - 1] = [last[0], Math.max(last[1], right)];
    else columns.push([x, right]);
  }
  return columns;
}

function toTable(run: readonly Row[], columns: readonly Column[]): TextLine[][][] {
  const table: TextLine[][][] = [];
  let last: Row | undefined;
  for (const row of run) {
    const line = row[0];
    const step = line && last?.[0] ? line.y - last[0].y : Number.POSITIVE_INFINITY;
    const goesOn = line !== undefined && step <= line.size * LINE_STEP && row.length < columns.length;
    const cells = (goesOn ? table.at(-1) : undefined) ?? columns.map(() => []);
    if (!goesOn) table.push(cells);
    for (const each of row) cells[columns.findLastIndex(([left]) => each.x >= left)]?.push(each);
    last = row;
  }
  return table;
}
