import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextSlot, type Planned, planDue, slotStart } from '../../src/schedule/plan-due.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const START = Date.UTC(2026, 10, 23);
const END = Date.UTC(2027, 10, 23);

const entry = (more: Partial<Planned> = {}): Planned => ({
  documentId: 'plumbago/privacy',
  everyMs: 6 * HOUR,
  lastCheckAt: null,
  ...more,
});

/** The times of a year at which one document is checked, with beats at the given times only. */
function checksAt(beats: Iterable<number>, everyMs: number): number[] {
  const checks: number[] = [];
  for (const now of beats) {
    const { due } = planDue(now, [entry({ everyMs, lastCheckAt: checks.at(-1) ?? null })]);
    if (due.length > 0) checks.push(now);
  }
  return checks;
}

function* beats(from: number, to: number): Iterable<number> {
  for (let now = from; now < to; now += 5 * MINUTE) yield now;
}

/** Minutes in which clausewatch was up, of a year with random stops. */
const uptime = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 20 * 24 * 60 }), fc.integer({ min: 1, max: 9 * 24 * 60 })), {
    maxLength: 40,
  })
  .map((spans) => {
    const up: number[] = [];
    let now = START;
    for (const [on, off] of spans) {
      for (let minute = 0; minute < on && now < END; minute += 7, now += 7 * MINUTE) up.push(now);
      now += off * MINUTE;
    }
    return up;
  });

describe('what is due', () => {
  it.each([6 * HOUR, DAY, 30 * MINUTE])('is checked exactly once in every slot of a whole year (%i ms)', (everyMs) => {
    const checks = checksAt(beats(START, END), everyMs);
    const slots = checks.map((at) => slotStart('plumbago/privacy', at, everyMs));
    expect(new Set(slots).size).toBe(slots.length);
    const gaps = slots.slice(1).map((slot, index) => slot - (slots[index] ?? 0));
    expect(new Set(gaps)).toEqual(new Set([everyMs]));
    expect(Math.abs(slots.length - (END - START) / everyMs)).toBeLessThanOrEqual(1);
  });

  it('is checked once in every slot in which clausewatch was up, whatever stops lie between', () => {
    fc.assert(
      fc.property(uptime, fc.constantFrom(6 * HOUR, DAY, 3 * DAY), (up, everyMs) => {
        const slotsUp = new Set(up.map((at) => slotStart('plumbago/privacy', at, everyMs)));
        const slots = checksAt(up, everyMs).map((at) => slotStart('plumbago/privacy', at, everyMs));
        expect(slots).toEqual([...slotsUp]);
      }),
      { numRuns: 20 },
    );
  });

  it('is caught up once after a sleep over many slots', () => {
    const beats = [START, START + 10 * DAY, START + 10 * DAY + MINUTE, START + 10 * DAY + 2 * MINUTE];
    expect(checksAt(beats, 6 * HOUR)).toEqual([START, START + 10 * DAY]);
  });

  it('is spread over the interval, each document always at its own minute', () => {
    const starts = Array.from({ length: 1000 }, (_, index) => slotStart(`p/d${index}`, START, 6 * HOUR));
    const perMinute = Map.groupBy(starts, (start) => Math.floor(start / MINUTE));
    expect(Math.max(...[...perMinute.values()].map((group) => group.length))).toBeLessThan(15);
    expect(slotStart('p/d1', START + 30 * DAY, 6 * HOUR) - slotStart('p/d1', START, 6 * HOUR)).toBe(30 * DAY);
  });

  it('comes longest waiting first, those never checked before all others', () => {
    const documents = [
      entry({ documentId: 'p/late', lastCheckAt: START - 2 * DAY }),
      entry({ documentId: 'p/later', lastCheckAt: START - 3 * DAY }),
      entry({ documentId: 'p/never' }),
    ];
    const { due } = planDue(START, documents);
    expect(due.map(({ documentId }) => documentId)).toEqual(['p/never', 'p/later', 'p/late']);
  });

  it('knows when a document comes next', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: START, max: END }),
        fc.integer({ min: 5 * MINUTE, max: 31 * DAY }),
        (now, everyMs) => {
          const next = nextSlot('p/d', now, everyMs);
          expect(next > now && next <= now + everyMs).toBe(true);
          expect(planDue(next, [entry({ documentId: 'p/d', everyMs, lastCheckAt: now })]).due).toHaveLength(1);
          expect(planDue(next - 1, [entry({ documentId: 'p/d', everyMs, lastCheckAt: now })]).due).toHaveLength(0);
        },
      ),
    );
  });

  it('looks at other words a second time when their pause has passed, once, and else in the next slot', () => {
    const slot = slotStart('plumbago/privacy', START + 12 * HOUR, 6 * HOUR);
    const [seen, confirmAt] = [slot + MINUTE, slot + 11 * MINUTE];
    const due = (now: number, lastCheckAt: number): boolean =>
      planDue(now, [entry({ lastCheckAt, confirmAt })]).due.length > 0;
    expect(due(confirmAt - 1, seen)).toBe(false);
    expect(due(confirmAt, seen)).toBe(true);
    expect(due(confirmAt + HOUR, confirmAt), 'that look failed').toBe(false);
    expect(due(slot + 6 * HOUR, confirmAt)).toBe(true);
  });

  it('leaves a document alone until the time it asked for', () => {
    const documents = [entry({ notBefore: START + 1 })];
    expect(planDue(START, documents).due).toHaveLength(0);
    expect(planDue(START + 1, documents).due).toHaveLength(1);
  });

  it('does not wait for years because a clock once was years ahead, nor check at every beat for that', () => {
    const lastCheckAt = START + 400 * DAY;
    expect(planDue(START, [entry({ lastCheckAt })]).due).toHaveLength(1);
    expect(planDue(START + MINUTE, [entry({ lastCheckAt, lastSeenAt: START })]).due).toHaveLength(0);
  });

  it('loses only the entry that cannot be planned', () => {
    const broken = [Number.NaN, 0, -1, 0.5, Number.POSITIVE_INFINITY].map((everyMs, index) =>
      entry({ documentId: `p/broken${index}`, everyMs }),
    );
    const hostile = {
      documentId: 'p/throws',
      lastCheckAt: null,
      get everyMs(): number {
        throw new Error('unreadable');
      },
    };
    const { due, faulty } = planDue(START, [...broken, hostile, entry()]);
    expect(due.map(({ documentId }) => documentId)).toEqual(['plumbago/privacy']);
    expect(faulty.map(({ documentId }) => documentId)).toEqual([
      ...broken.map(({ documentId }) => documentId),
      'p/throws',
    ]);
  });
});
