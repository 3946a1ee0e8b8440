/** One failure may be a hiccup of the site, two a bad evening; three are worth a person's time. */
const FAILURES_BEFORE_TELLING = 3;

/** What people are to hear about a document's readability now; null where they know already or nothing is to be told. */
export function planTelling(state: {
  /** Failed and suspect checks since the policy itself was last seen. */
  readonly consecutiveFailures: number;
  /** When people were told that the document cannot be read, as long as they have not been told that it is back. */
  readonly toldUnreadableAt: string | null;
}): 'unreadable' | 'readable-again' | null {
  const { consecutiveFailures, toldUnreadableAt } = state;
  if (toldUnreadableAt === null) return consecutiveFailures >= FAILURES_BEFORE_TELLING ? 'unreadable' : null;
  return consecutiveFailures === 0 ? 'readable-again' : null;
}
