import { expect, it } from 'vitest';
import type { SuspectReason } from '../../src/domain/block.ts';
import { decideSuspect } from '../../src/snapshots/decide-suspect.ts';
import { sampleBody, sampleCapture } from '../harness/archive-samples.ts';

const HASH = 'a'.repeat(64);

/** Hour `n` of a day on which clocks change in some places: only elapsed time counts. */
const hour = (n: number): string => new Date(Date.UTC(2026, 9, 24, n)).toISOString();

function seenAt(hours: readonly number[], reason: SuspectReason = 'shrunk', pageHash: string | null = HASH) {
  return hours.map((n) => ({ reason, pageHash, capture: sampleCapture(hour(n), sampleBody('Short.')) }));
}

const decide = (earlier: ReturnType<typeof seenAt>, now: number, reason: SuspectReason = 'shrunk') =>
  decideSuspect({ reason, pageHash: HASH, earlier, now: hour(now) });

it('accepts the same words in the third check, 24 hours after the first', () => {
  expect(decide(seenAt([12, 0]), 24)).toBe('accepted-late');
  expect(decide(seenAt([23, 12, 6, 0]), 24)).toBe('accepted-late');
});

it('accepts nothing in fewer checks or in less time', () => {
  expect(decide([], 24)).toBe('suspect');
  expect(decide(seenAt([0]), 1_000)).toBe('suspect');
  expect(decide(seenAt([12, 6, 3, 1]), 24)).toBe('suspect');
});

it('counts other words, and words that were not kept, for nothing', () => {
  expect(decide([...seenAt([12]), ...seenAt([0], 'shrunk', 'b'.repeat(64))], 24)).toBe('suspect');
  expect(decide(seenAt([12, 0], 'shrunk', null), 24)).toBe('suspect');
});

it('is not stopped by other suspects in between', () => {
  expect(decide([...seenAt([13], 'bot-wall', 'b'.repeat(64)), ...seenAt([12, 0])], 24)).toBe('accepted-late');
});

it.each<SuspectReason>(['shrunk', 'grown', 'other-language'])('lets %s out', (reason) => {
  expect(decide(seenAt([12, 0], reason), 24, reason)).toBe('accepted-late');
});

it.each<SuspectReason>([
  'error-page',
  'bot-wall',
  'login-wall',
  'consent-wall',
  'empty-shell',
  'redirected-away',
  'truncated',
  'too-complex',
  'unreadable',
  'no-text',
])('never lets %s out, however long it stands', (reason) => {
  expect(decide(seenAt([500, 300, 0], reason), 1_000, reason)).toBe('suspect');
  expect(decide(seenAt([500, 300, 0], reason), 1_000), 'and it does not count for another doubt').toBe('suspect');
});
