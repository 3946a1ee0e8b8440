import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { heartbeatPeriod } from '../../src/schedule/heartbeat-period.ts';

const HOUR = 3_600_000;
const START = Date.UTC(2026, 10, 23);
const ZONES = ['America/New_York', 'Europe/Berlin', 'UTC'];

describe('the week of a heartbeat', () => {
  it.each(ZONES)('changes once a week in %s, on Monday at 8 on the wall, over a whole year', (zone) => {
    const wall = new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      weekday: 'short',
      hour: '2-digit',
      minute: '2-digit',
    });
    let period = heartbeatPeriod(new Date(START), zone);
    const changes: number[] = [];
    for (let now = START; now < START + 366 * 24 * HOUR; now += HOUR) {
      const next = heartbeatPeriod(new Date(now), zone);
      expect(next >= period).toBe(true);
      if (next !== period) changes.push(now);
      period = next;
    }
    expect(changes.length).toBeGreaterThanOrEqual(52);
    expect(changes.length).toBeLessThanOrEqual(53);
    expect(new Set(changes.map((at) => wall.format(at)))).toEqual(new Set(['Mon 08:00']));
  });

  it('is the date of a Monday that is not over a week ago', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 ** 13 }), fc.constantFrom(...ZONES), (now, zone) => {
        const monday = new Date(`${heartbeatPeriod(new Date(now), zone)}T00:00:00Z`);
        expect(monday.getUTCDay()).toBe(1);
        expect(Math.abs(now - monday.getTime())).toBeLessThan(9 * 24 * HOUR);
      }),
    );
  });
});
