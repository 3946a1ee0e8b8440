import type { Block } from '../domain/block.ts';
import { foldText } from '../domain/fold-text.ts';
import { type Alignment, freeIn } from './alignment.ts';

/**
 * Groups blocks whose words are the same but cut into blocks at other places, as after a redesign: from both ends of
 * each gap as far as the words run equal.
 */
export function matchReflowed(before: readonly Block[], after: readonly Block[], alignment: Alignment): void {
  for (const gap of alignment.gaps()) {
    const free = freeIn(alignment, gap);
    if (free.before.length + free.after.length < 3 || free.before.length === 0 || free.after.length === 0) continue;
    const left = free.before.map((at) => squash((before[at] as Block).text));
    const right = free.after.map((at) => squash((after[at] as Block).text));
    const start = equalRun(left, right, FORWARD);
    const end = equalRun(left.slice(start.usedA).reverse(), right.slice(start.usedB).reverse(), BACKWARD);
    for (const [fromA, toA, fromB, toB] of start.cuts) {
      alignment.group({ before: free.before.slice(fromA, toA), after: free.after.slice(fromB, toB) });
    }
    const [lastA, lastB] = [free.before.length, free.after.length];
    for (const [fromA, toA, fromB, toB] of end.cuts) {
      alignment.group({
        before: free.before.slice(lastA - toA, lastA - fromA),
        after: free.after.slice(lastB - toB, lastB - fromB),
      });
    }
  }
}

function squash(text: string): string {
  return foldText(text).replaceAll(' ', '');
}

interface Direction {
  /** Does the longer text begin (or end) with the shorter one? */
  readonly begins: (longer: string, shorter: string) => boolean;
  readonly rest: (text: string, used: number) => string;
}

const FORWARD: Direction = {
  begins: (longer, shorter) => longer.startsWith(shorter),
  rest: (text, used) => text.slice(used),
};
const BACKWARD: Direction = {
  begins: (longer, shorter) => longer.endsWith(shorter),
  rest: (text, used) => text.slice(0, text.length - used),
};

type Cut = readonly [fromA: number, toA: number, fromB: number, toB: number];

interface EqualRun {
  readonly cuts: Cut[];
  readonly usedA: number;
  readonly usedB: number;
}

/** Walks both lists of texts as one string each, and cuts wherever both come to an end of a block together. */
function equalRun(left: readonly string[], right: readonly string[], direction: Direction): EqualRun {
  const cuts: Cut[] = [];
  let [usedA, usedB, a, b] = [0, 0, 0, 0];
  let restA = '';
  let restB = '';
  while (true) {
    while (restA === '' && a < left.length) restA = left[a++] as string;
    while (restB === '' && b < right.length) restB = right[b++] as string;
    if (restA === '' || restB === '') break;
    const length = Math.min(restA.length, restB.length);
    const equal = restA.length === length ? direction.begins(restB, restA) : direction.begins(restA, restB);
    if (!equal) break;
    restA = direction.rest(restA, length);
    restB = direction.rest(restB, length);
    if (restA !== '' || restB !== '') continue;
    cuts.push([usedA, a, usedB, b]);
    usedA = a;
    usedB = b;
  }
  return { cuts, usedA, usedB };
}
