import { foldText } from '../domain/fold-text.ts';
import type { Hunk, Redline } from '../domain/redline.ts';

/**
 * Whether two readings differ from the text before in the same way somewhere: the same words of the same block gave way
 * to the same ones. What changes with every visit gives way to others each time. Cosmetic differences do not count.
 */
export function shareDifference(one: Redline, other: Redline): boolean {
  const seen = new Set(one.hunks.filter(counts).flatMap(exchangesOf));
  return other.hunks.filter(counts).some((hunk) => exchangesOf(hunk).some((exchange) => seen.has(exchange)));
}

/** Letters that the text before loses, as a measure of what a look may have failed to show. */
export function lostLetters({ hunks }: Redline): number {
  const lost = hunks.filter(counts).flatMap(({ runs }) => runs.filter(({ op }) => op === 'delete'));
  return lost.reduce((sum, { text }) => sum + text.length, 0);
}

function counts({ cosmetic }: Hunk): boolean {
  return cosmetic === null;
}

/** Each place of a hunk at which words give way to others: where, which, and to which. */
function exchangesOf({ kind, before, runs }: Hunk): string[] {
  const place = [kind, before.map(({ index }) => index)];
  const exchanges: { deleted: string; inserted: string }[] = [];
  let open: { deleted: string; inserted: string } | null = null;
  for (const { op, text } of runs) {
    if (op === 'equal') open = null;
    else {
      if (open === null) {
        open = { deleted: '', inserted: '' };
        exchanges.push(open);
      }
      open[op === 'delete' ? 'deleted' : 'inserted'] += text;
    }
  }
  return exchanges.map(({ deleted, inserted }) => JSON.stringify([place, foldText(deleted), foldText(inserted)]));
}
