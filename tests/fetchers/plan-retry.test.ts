import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseRetryAfter } from '../../src/fetchers/parse-retry-after.ts';
import { planRetry } from '../../src/fetchers/plan-retry.ts';

const facts = { transient: true, attempt: 1, attempts: 3, leftMs: 60_000, backoffMs: 1000, random: 0.999 };
const NOW = Date.parse('2026-11-23T02:41:00.000Z');

test('what cannot pass is not tried again', () => {
  expect(planRetry({ ...facts, transient: false })).toBeNull();
});

test('the last attempt is the last', () => {
  expect(planRetry({ ...facts, attempt: 3 })).toBeNull();
});

test('the pause doubles, and chance takes any part of it', () => {
  expect(planRetry(facts)).toBe(999);
  expect(planRetry({ ...facts, attempt: 2 })).toBe(1998);
  expect(planRetry({ ...facts, random: 0 })).toBe(0);
});

test('no plan ever goes beyond the time left or below the wish of the server', () => {
  const anyFacts = fc.record({
    transient: fc.constant(true),
    attempt: fc.integer({ min: 1, max: 40 }),
    attempts: fc.integer({ min: 1, max: 40 }),
    leftMs: fc.nat(100_000),
    backoffMs: fc.nat(10_000),
    random: fc.double({ min: 0, max: 0.999, noNaN: true }),
    retryAfterMs: fc.nat(200_000),
  });
  fc.assert(
    fc.property(anyFacts, (some) => {
      const delay = planRetry(some);
      return delay === null || (delay >= some.retryAfterMs && delay < some.leftMs);
    }),
  );
});

test.each([
  ['120', NOW + 120_000],
  [' 0 ', NOW],
  ['Mon, 23 Nov 2026 02:42:00 GMT', NOW + 60_000],
  ['Mon, 23 Nov 2020 02:42:00 GMT', NOW],
  ['9'.repeat(40), NOW + 366 * 86_400_000],
  ['Monday, 23-Nov-26 02:42:00 GMT', NOW + 60_000],
  ['Mon Nov 23 02:42:00 2026', NOW + 60_000],
  [null, undefined],
  ['', undefined],
  ['soon', undefined],
  ['-5', undefined],
  ['1'.repeat(100), undefined],
])('Retry-After %j is understood', (header, expected) => {
  expect(parseRetryAfter(header, NOW)).toBe(expected);
});
