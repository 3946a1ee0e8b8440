const MINUTE = 60_000;
const EVERY_MS = 24 * 60 * MINUTE;
/** A fault may pass; until it does, somebody reads about it in the log and sees it in the health endpoint. */
const RETRY_MS = 15 * MINUTE;

/** Whether the canary document is to be checked now: at the start, daily, and soon again after a failure. */
export function planCanary(last: { readonly at: number; readonly passed: boolean } | null, now: number): boolean {
  if (last === null) return true;
  const age = now - last.at;
  // A clock that was set back must not silence the canary.
  return age < 0 || age >= (last.passed ? EVERY_MS : RETRY_MS);
}
