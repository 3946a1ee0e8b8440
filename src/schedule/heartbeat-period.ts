const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** People read it at the start of a working week. */
const HOUR_OF_DAY = 8;
// 1970-01-05 was the first Monday after the epoch.
const FIRST_MONDAY = 4 * DAY;

/**
 * The week a heartbeat belongs to: the date of the newest Monday whose 8 o'clock has come in that time zone,
 * `2026-11-23`. One message per period, whenever clausewatch is up in it: none is lost to a stop, none doubled by a
 * change of the clock.
 */
export function heartbeatPeriod(now: Date, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
  }).formatToParts(now);
  const [year, month, day, hour] = ['year', 'month', 'day', 'hour'].map((type) =>
    Number(parts.find((part) => part.type === type)?.value),
  ) as [number, number, number, number];
  // What the clock on the wall shows, counted as if it were UTC: only for reckoning with dates.
  const wall = Date.UTC(year, month - 1, day, hour) - HOUR_OF_DAY * HOUR - FIRST_MONDAY;
  const monday = Math.floor(wall / (7 * DAY)) * 7 * DAY + FIRST_MONDAY;
  return new Date(monday).toISOString().slice(0, 10);
}
