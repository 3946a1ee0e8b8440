import { diffArrays } from 'diff';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { equalPairs } from '../../src/diff/equal-pairs.ts';

/** What the package calls equal, as pairs of positions. */
function expected(a: readonly number[], b: readonly number[], maxEditLength: number): number[][] | null {
  const changes = diffArrays([...a], [...b], { maxEditLength });
  if (!changes) return null;
  const pairs: number[][] = [];
  let [atA, atB] = [0, 0];
  for (const { added, removed, count } of changes) {
    if (!added && !removed) for (let i = 0; i < count; i++) pairs.push([atA + i, atB + i]);
    if (!added) atA += count;
    if (!removed) atB += count;
  }
  return pairs;
}

const words = (most: number) => fc.array(fc.nat({ max: most }), { maxLength: 60 });

test.each([1, 3, 12])('of several shortest scripts the one of the package, with %s different words', (most) => {
  fc.assert(
    fc.property(words(most), words(most), fc.integer({ min: 0, max: 130 }), (a, b, edits) => {
      const whole = { fromA: 0, toA: a.length, fromB: 0, toB: b.length };
      expect(equalPairs(a, b, whole, { edits })).toEqual(expected(a, b, edits));
    }),
    { numRuns: 2000 },
  );
});

test('looks at nothing outside of the ranges', () => {
  fc.assert(
    fc.property(words(3), words(3), words(3), (a, b, around) => {
      const fromA = around.length;
      const span = { fromA, toA: fromA + a.length, fromB: 0, toB: b.length };
      const pairs = equalPairs([...around, ...a, ...around], [...b, ...around], span, { edits: 200 });
      expect(pairs?.map(([x, y]) => [x - fromA, y])).toEqual(expected(a, b, 200));
    }),
  );
});

test('gives up when its time is over', () => {
  const a = Array.from({ length: 400 }, (_, at) => at);
  const b = a.map((at) => at + 1000);
  const whole = { fromA: 0, toA: 400, fromB: 0, toB: 400 };
  expect(equalPairs(a, b, whole, { edits: 1000, milliseconds: -1 })).toBeNull();
});
