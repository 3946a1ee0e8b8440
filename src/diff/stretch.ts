import type { Pair } from './equal-pairs.ts';

/** `length` equal words from `a` in the text before and from `b` in the text after. */
export interface Stretch {
  a: number;
  b: number;
  length: number;
}

/** Neighbouring pairs as stretches; the pairs increase on both sides. */
export function joinStretches(pairs: readonly Pair[]): Stretch[] {
  const stretches: Stretch[] = [];
  for (const [a, b] of pairs) {
    const last = stretches.at(-1);
    if (last && last.a + last.length === a && last.b + last.length === b) last.length++;
    else stretches.push({ a, b, length: 1 });
  }
  return stretches;
}
