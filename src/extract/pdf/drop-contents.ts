import type { Row } from './reading-order.ts';
import { textOf } from './text-line.ts';

/** So many lines of a table of contents in a row are one. */
const RUN = 3;
/** Dots that lead to the number of a page. */
const LEADER = /(?:[.·…_]\s?){4,}\s*(?:\d{1,4}|[ivxlc]{1,6})?\s*$/iu;

/** Takes tables of contents out: their page numbers change with every new layout. */
export function dropContents(rows: readonly Row[]): Row[] {
  const kept: Row[] = [];
  for (let at = 0; at < rows.length; ) {
    let end = at;
    while (isEntry(rows[end])) end += 1;
    if (end - at < RUN) {
      end = Math.max(end, at + 1);
      kept.push(...rows.slice(at, end));
    }
    at = end;
  }
  return kept;
}

function isEntry(row: Row | undefined): boolean {
  return row !== undefined && LEADER.test(row.map(textOf).join(' '));
}
