const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/**
 * Until when a server that asked to be left alone (Retry-After) is: as long as it asked, but no longer than one more
 * interval or a day, whichever is more. A hostile answer must not end the watch. Milliseconds since the epoch.
 */
export function planServerPause(retryAt: number, now: number, everyMs: number): number {
  return Math.min(retryAt, now + Math.max(everyMs, DAY));
}

/**
 * Until when a document whose check threw is left alone: 2, 4, 8 … minutes, never longer than its interval. Such a check
 * is not recorded, so without a pause the document would be due again at every beat.
 */
export function planFaultPause(faults: number, now: number, everyMs: number): number {
  return now + Math.min(MINUTE * 2 ** Math.min(faults, 20), everyMs);
}
