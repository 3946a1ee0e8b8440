import type { Instant } from '../domain/capture.ts';
import type { Sighting } from './archive.ts';

/** Words seen so often, over so long, are what the page says, though the looks in between showed others. */
const LEAST_CHECKS = 3;
const LEAST_MS = 24 * 3_600_000;
/** What was refuted longer ago is no evidence any more: a copy that lags now and then is not what the page says. */
const MOST_MS = 72 * 3_600_000;

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
  /** Where these words and those that await agree in part: which of the two looks is to be believed. */
  readonly agree: () => 'newer' | 'older' | null;
}

/**
 * `wait`: to be seen again, these words from now on; `keep-waiting`: too early, what awaits goes on doing so;
 * `confirmed`: what awaits becomes the version; `take`: these words do; `take-late`: likewise, though no two looks in a
 * row have shown them.
 */
export type ConfirmationDecision = 'wait' | 'keep-waiting' | 'confirmed' | 'take' | 'take-late';

/**
 * Whether other words are believed. One look is not enough: servers answer with a text of yesterday, half of another
 * page, or a trial that every second visitor gets. Two looks at the same words are, and so are two looks that differ in
 * what changes with every visit, if they agree in something else. What only ever differs from look to look is kept, not
 * told.
 */
export function decideConfirmation(input: DecideConfirmationInput): ConfirmationDecision {
  const { pageHash, awaiting, now, pauseMs } = input;
  if (awaiting !== null) {
    if (Date.parse(now) - Date.parse(awaiting.at) < pauseMs) return 'keep-waiting';
    if (awaiting.pageHash === pageHash) return 'confirmed';
    const believed = input.agree();
    if (believed !== null) return believed === 'newer' ? 'take' : 'confirmed';
  }
  return seenForLong(input) ? 'take-late' : 'wait';
}

function seenForLong({ pageHash, sightings, now }: DecideConfirmationInput): boolean {
  const ages = sightings
    .filter((sighting) => sighting.pageHash === pageHash && sighting.at < now)
    .map(({ at }) => Date.parse(now) - Date.parse(at))
    .filter((age) => age <= MOST_MS);
  return ages.length + 1 >= LEAST_CHECKS && ages.some((age) => age >= LEAST_MS);
}

/** As many checks without the policy as make a person be told of them. */
const LEAST_FAILURES = 3;

/** Whether what awaits is believed without a second look, as for a day there was none, though it was tried. */
export function isOverdue(awaitingSince: Instant, now: Instant, failures: number): boolean {
  return failures >= LEAST_FAILURES && Date.parse(now) - Date.parse(awaitingSince) >= LEAST_MS;
}
