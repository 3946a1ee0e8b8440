// A server cannot ask for more: beyond this a date would no longer print, and no monitor waits so long.
const MAX_MS = 366 * 86_400_000;

// All three forms of an HTTP date begin with a day of the week; Date.parse alone would take "-5" for a year.
const DATE = /^[A-Z][a-z]{2,8},? .*\d/;

function parseHttpDate(value: string): number {
  // The form of asctime names no zone and means GMT; Date.parse would take the zone of this machine.
  return DATE.test(value) ? Date.parse(value.endsWith(' GMT') ? value : `${value} GMT`) : Number.NaN;
}

/** A Retry-After header (RFC 9110, 10.2.3: seconds or HTTP date) as epoch milliseconds, never before `now`. */
export function parseRetryAfter(header: string | null, now: number): number | undefined {
  const value = header?.trim() ?? '';
  if (value === '' || value.length > 64) return undefined;
  const at = /^\d+$/.test(value) ? now + Number(value) * 1000 : parseHttpDate(value);
  if (Number.isNaN(at)) return undefined;
  return Math.min(Math.max(at, now), now + MAX_MS);
}
