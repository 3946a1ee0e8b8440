import { expect, test } from 'vitest';
import { judgeStillness, type PageSample, type Stillness } from '../../../src/fetchers/browser/judge-stillness.ts';

const rules = { stillMs: 700, maxMs: 20_000 };

/** When a page that looks like this at each moment is taken, looked at every 100 ms. */
function takenAt(look: (atMs: number) => Partial<PageSample>): number {
  let state: Stillness | null = null;
  for (let atMs = 0; ; atMs += 100) {
    const sample = { atMs, complete: true, pending: 0, length: 5_000, hash: 1, ...look(atMs) };
    state = judgeStillness(state, sample, rules);
    if (state.verdict === 'still') return atMs;
  }
}

test('a text that stands in a quiet page is taken after the time to stand', () => {
  expect(takenAt(() => ({}))).toBe(700);
});

test('a text that changes is waited for, from its last change on', () => {
  expect(takenAt((at) => ({ hash: Math.min(at, 1_500), length: 2_000 + Math.min(at, 1_500) }))).toBe(2_200);
});

test('a standing text with requests under way is given more time, but not for ever', () => {
  expect(takenAt((at) => ({ pending: at < 3_000 ? 1 : 0 }))).toBe(3_000);
  expect(takenAt(() => ({ pending: 1 }))).toBe(7_000);
  expect(takenAt(() => ({ complete: false }))).toBe(7_000);
});

test('next to no text is waited for longer, and as long as anything loads', () => {
  expect(takenAt(() => ({ length: 20 }))).toBe(2_100);
  expect(takenAt((at) => (at < 9_000 ? { length: 20, pending: 1 } : { hash: 2 }))).toBe(9_700);
});

test('a clock in a standing text is not waited for', () => {
  expect(takenAt((at) => ({ hash: at, length: 5_000 + (at % 3) }))).toBe(4_200);
});

test('a page that never stands is taken as it is in the end', () => {
  expect(takenAt((at) => ({ hash: at, length: 1_000 + at }))).toBe(20_000);
});
