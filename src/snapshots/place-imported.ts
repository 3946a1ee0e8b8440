import type { Instant } from '../domain/capture.ts';
import type { Version } from '../domain/version.ts';

/** What is stored of a document, as far as it tells where a text of others may go. */
export interface StoredHistory {
  /** Oldest first. */
  readonly versions: readonly Version[];
  /** Id of the first version whose words were captured by us; null where there is none. */
  readonly firstOwn: string | null;
  /** A check found the change to it and may have told people of it, so that nothing can come between any more. */
  readonly firstOwnTold: boolean;
  /** Our own checks have seen the newest version, which others had recorded, to hold. */
  readonly newestSeen: boolean;
}

/** The versions that a text comes between; null: at that end. */
export interface Place {
  readonly before: Version | null;
  readonly after: Version | null;
}

/**
 * Where a text that others recorded belongs by its date, or null where it may not go: our own captures begin a time of
 * their own, in which nothing of others is taken in. Among what others recorded it goes to either end, or behind a text
 * of its own repository: two recorders who read differently would look like a document that goes back and forth.
 */
export function placeImported(
  history: StoredHistory,
  text: { readonly capturedAt: Instant; readonly repository: string },
): Place | null {
  const { versions, firstOwn, firstOwnTold, newestSeen } = history;
  const later = versions.findIndex(({ capturedAt }) => capturedAt >= text.capturedAt);
  const index = later < 0 ? versions.length : later;
  const before = versions[index - 1] ?? null;
  const after = versions[index] ?? null;
  const place = { before, after };
  if (after === null) return firstOwn === null && !newestSeen ? place : null;
  if (after.capturedAt === text.capturedAt) return null;
  if (after.id === firstOwn) return firstOwnTold ? null : place;
  if (versions.slice(0, index).some(({ id }) => id === firstOwn)) return null;
  return before === null || before.provenance?.repository === text.repository ? place : null;
}
