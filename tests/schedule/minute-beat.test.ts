import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { MinuteBeat } from '../../src/schedule/minute-beat.ts';
import { planDue, slotStart } from '../../src/schedule/plan-due.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const clock = (): Date => new Date();

function startBeat(tick: () => Promise<void>, now = '2026-11-23T00:00:10Z') {
  vi.setSystemTime(now);
  const errors: unknown[] = [];
  const beat = new MinuteBeat({ tick, onError: (error) => errors.push(error), clock });
  onTestFinished(() => beat.stop());
  return { beat, errors };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('the beat', () => {
  it('comes at once and then with every minute', async () => {
    const beats: string[] = [];
    startBeat(async () => void beats.push(new Date().toISOString().slice(14, 19)));
    await vi.advanceTimersByTimeAsync(3 * MINUTE);
    expect(beats).toEqual(['00:10', '01:00', '02:00', '03:00']);
  });

  it.each([
    ['America/New_York', 'spring', '2027-03-13T12:00:00Z'],
    ['America/New_York', 'autumn', '2027-11-06T12:00:00Z'],
    ['Europe/Berlin', 'spring', '2027-03-27T12:00:00Z'],
    ['Europe/Berlin', 'autumn', '2027-10-30T12:00:00Z'],
  ])('loses no run and doubles none in %s when the clock changes in %s', async (zone, _season, start) => {
    const before = process.env.TZ;
    process.env.TZ = zone;
    onTestFinished(() => {
      if (before === undefined) delete process.env.TZ;
      else process.env.TZ = before;
    });
    const offsets = new Set<number>();
    const everyMs = HOUR;
    const documents = ['p/a', 'p/b', 'p/c', 'p/d'];
    const runs = new Map<string, number[]>(documents.map((id) => [id, []]));
    const { errors } = startBeat(async () => {
      offsets.add(new Date().getTimezoneOffset());
      const planned = documents.map((documentId) => {
        return { documentId, everyMs, lastCheckAt: runs.get(documentId)?.at(-1) ?? null };
      });
      for (const { documentId } of planDue(Date.now(), planned).due) runs.get(documentId)?.push(Date.now());
    }, start);
    await vi.advanceTimersByTimeAsync(24 * HOUR);
    expect(offsets.size).toBe(2);
    expect(errors).toEqual([]);
    for (const [id, times] of runs) {
      // One before its first slot, then one in the first minute of each of the 24 slots of a real day.
      expect(times).toHaveLength(25);
      for (const at of times.slice(1)) expect(at - slotStart(id, at, everyMs)).toBeLessThan(MINUTE);
    }
  });

  it('goes on after a round that fails', async () => {
    let rounds = 0;
    const { beat, errors } = startBeat(async () => {
      if (rounds++ === 0) throw new Error('full disk');
    });
    await vi.advanceTimersByTimeAsync(0);
    expect(beat.lastTick).toBeNull();
    await vi.advanceTimersByTimeAsync(MINUTE);
    expect(beat.lastTick?.toISOString()).toBe('2026-11-23T00:01:00.000Z');
    expect(errors).toEqual([expect.objectContaining({ message: 'full disk' })]);
  });

  it('does not run beside itself, and not forever behind a round that hangs', async () => {
    let rounds = 0;
    const { beat, errors } = startBeat(() => (rounds++ === 0 ? new Promise(() => undefined) : Promise.resolve()));
    await vi.advanceTimersByTimeAsync(4 * MINUTE);
    expect(rounds).toBe(1);
    expect(beat.lastTick).toBeNull();
    await vi.advanceTimersByTimeAsync(3 * MINUTE);
    expect(rounds).toBeGreaterThan(1);
    expect(beat.lastTick).not.toBeNull();
    expect(errors).toHaveLength(1);
  });

  it('plans at once when asked to, and once more when asked during a round', async () => {
    const { promise: done, resolve: finish } = Promise.withResolvers<void>();
    let rounds = 0;
    const { beat } = startBeat(() => (rounds++ === 0 ? done : Promise.resolve()));
    beat.tickSoon();
    beat.tickSoon();
    expect(rounds).toBe(1);
    finish();
    await vi.advanceTimersByTimeAsync(0);
    expect(rounds).toBe(2);
    beat.tickSoon();
    expect(rounds).toBe(3);
  });

  it('catches up once after the machine slept', async () => {
    let rounds = 0;
    const { errors } = startBeat(async () => void rounds++);
    await vi.advanceTimersByTimeAsync(5 * MINUTE);
    const before = rounds;
    vi.setSystemTime('2026-11-25T00:00:20Z');
    await vi.advanceTimersByTimeAsync(MINUTE);
    expect(rounds - before).toBeGreaterThanOrEqual(1);
    expect(rounds - before).toBeLessThanOrEqual(3);
    await vi.advanceTimersByTimeAsync(10 * MINUTE);
    expect(rounds - before).toBeGreaterThanOrEqual(10);
    expect(errors.length).toBeLessThanOrEqual(1);
  });

  it('goes on when the clock is set back by a day', async () => {
    let rounds = 0;
    startBeat(async () => void rounds++, '2026-11-23T12:00:10Z');
    vi.setSystemTime('2026-11-22T12:00:10Z');
    await vi.advanceTimersByTimeAsync(5 * MINUTE);
    expect(rounds).toBeGreaterThanOrEqual(4);
  });

  it('is silent once it has been stopped, which waits for the round under way', async () => {
    const { promise: done, resolve: finish } = Promise.withResolvers<void>();
    let rounds = 0;
    const { beat } = startBeat(() => {
      rounds++;
      return done;
    });
    let stopped = false;
    const stopping = beat.stop().then(() => {
      stopped = true;
    });
    await vi.advanceTimersByTimeAsync(10 * MINUTE);
    expect({ rounds, stopped }).toEqual({ rounds: 1, stopped: false });
    finish();
    await stopping;
    expect(rounds).toBe(1);
  });
});
