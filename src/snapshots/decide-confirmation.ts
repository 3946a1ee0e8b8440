import type { Instant } from '../domain/capture.ts';
import type { Sighting } from './archive.ts';

/** Other words seen so often, over so long, are what the page says, even if no two looks in a row agreed. */
const LEAST_CHECKS = 3;
const LEAST_MS = 24 * 3_600_000;

export interface DecideConfirmationInput {
  /** Of the words that were read now; they differ from those that hold. */
  readonly pageHash: string;
  /** When they were captured. */
  readonly now: Instant;
  /** The last reading that differed and was not confirmed yet. */
  readonly awaiting: Sighting | null;
  /** What was not confirmed since the words that hold were taken. */
  readonly sightings: readonly Sighting[];
  /** What lies between two looks, at least. */
  readonly pauseMs: number;
  /** Whether these words and those that await differ in the same way somewhere, see `shareDifference`. */
  readonly agrees: () => boolean;
  /** Whether a statement about AI training differs between the words that hold and these. */
  readonly touchesTraining: () => boolean;
}

/**
 * `wait`: to be seen again, these words from now on; `keep-waiting`: too early, what awaits goes on doing so;
 * `confirmed`: they are what awaited, which becomes the version; `take`: they become the version themselves;
 * `take-late`: likewise, though they were never confirmed.
 */
export type ConfirmationDecision = 'wait' | 'keep-waiting' | 'confirmed' | 'take' | 'take-late';

/**
 * Whether other words are believed. One look is not enough: servers answer with a text of yesterday, half of another
 * page, or a trial that every second visitor gets. Two looks at the same words are, and so are two looks that differ
 * in places which change with every visit, if they agree that something else differs or a statement about AI training
 * does. Nothing is hidden for good: what goes on being seen is taken in the end.
 */
export function decideConfirmation(input: DecideConfirmationInput): ConfirmationDecision {
  const { pageHash, awaiting, now, pauseMs } = input;
  if (awaiting !== null && Date.parse(now) - Date.parse(awaiting.at) < pauseMs) return 'keep-waiting';
  if (awaiting?.pageHash === pageHash) return 'confirmed';
  if (awaiting !== null && (input.agrees() || input.touchesTraining())) return 'take';
  return seenForLong(input) ? 'take-late' : 'wait';
}

/** These words again and again; or, where each look shows others, any words but those that hold. */
function seenForLong({ pageHash, awaiting, sightings, now }: DecideConfirmationInput): boolean {
  const seen = sightings.filter(
    (sighting) => sighting.at < now && (awaiting !== null || sighting.pageHash === pageHash),
  );
  const longEnough = seen.some(({ at }) => Date.parse(now) - Date.parse(at) >= LEAST_MS);
  return seen.length + 1 >= LEAST_CHECKS && longEnough;
}

/** Whether what awaits is believed without a second look, because for a day there was none that brought the policy. */
export function isOverdue(awaitingSince: Instant, now: Instant): boolean {
  return Date.parse(now) - Date.parse(awaitingSince) >= LEAST_MS;
}
