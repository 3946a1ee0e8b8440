import type { SuspectReason } from '../domain/block.ts';
import type { Instant } from '../domain/capture.ts';
import type { Suspect } from './archive.ts';

/** What a policy may truly become; a wall or an error page stays one however long it stands. */
export const MAY_BE_TRUE: readonly SuspectReason[] = ['shrunk', 'grown', 'other-language'];
const LEAST_CHECKS = 3;
export const SUSPECT_LEAST_MS = 24 * 3_600_000;

export interface DecideSuspectInput {
  readonly reason: SuspectReason;
  /** Of the words that were read now. */
  readonly pageHash: string;
  /** Earlier suspects since the policy itself was last seen. */
  readonly earlier: readonly Pick<Suspect, 'reason' | 'pageHash' | 'capture'>[];
  /** When the page was captured: the time of the capture, so that a check resumed after a crash decides the same. */
  readonly now: Instant;
}

/**
 * Whether a suspect finds its way out: the same words, doubted only for their size or language, in three checks over at
 * least 24 hours, are the policy. Checks that failed or saw something else in between neither help nor hinder; one that
 * saw the accepted text starts the count anew, as `earlier` then begins after it.
 */
export function decideSuspect({ reason, pageHash, earlier, now }: DecideSuspectInput): 'suspect' | 'accepted-late' {
  if (!MAY_BE_TRUE.includes(reason)) return 'suspect';
  const seen = earlier
    .filter((suspect) => suspect.pageHash === pageHash && MAY_BE_TRUE.includes(suspect.reason))
    .map(({ capture }) => Date.parse(capture.fetchedAt));
  const longEnough = Date.parse(now) - Math.min(...seen) >= SUSPECT_LEAST_MS;
  return seen.length + 1 >= LEAST_CHECKS && longEnough ? 'accepted-late' : 'suspect';
}
