import { foldText } from '../domain/fold-text.ts';
import type { Hunk, Redline } from '../domain/redline.ts';

/**
 * Whether two readings differ from the text before in the same way somewhere: the same blocks of it gave way to the same
 * words. Cosmetic differences do not count.
 */
export function shareDifference(one: Redline, other: Redline): boolean {
  const seen = new Set(one.hunks.filter(counts).map(keyOf));
  return other.hunks.filter(counts).some((hunk) => seen.has(keyOf(hunk)));
}

function counts({ cosmetic }: Hunk): boolean {
  return cosmetic === null;
}

function keyOf({ kind, before, after }: Hunk): string {
  const texts = after.map(({ block }) => foldText(block.text));
  return JSON.stringify([kind, before.map(({ index }) => index), texts]);
}
