import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planRedelivery } from '../../src/notify/plan-redelivery.ts';

const HOUR = 3_600_000;
const QUEUED = Date.parse('2026-11-23T00:00:00.000Z');
const plan = (attempts: number, age: number, random = 0.5) =>
  planRedelivery({
    attempts,
    firstQueuedAt: new Date(QUEUED).toISOString(),
    now: new Date(QUEUED + age),
    maxAgeMs: 48 * HOUR,
    random,
  });

describe('planRedelivery', () => {
  it('waits one minute, then twice as long each time, one hour at most', () => {
    const minutes = [1, 2, 3, 4, 5, 6, 7, 8, 1000].map((attempts) => {
      const next = plan(attempts, 0);
      return next.kind === 'retry' ? Math.round((Date.parse(next.at) - QUEUED) / 60_000) : null;
    });
    expect(minutes).toEqual([1, 2, 4, 8, 16, 32, 60, 60, 60]);
  });

  it('tries a last time when the age is reached, and never after', () => {
    expect(plan(50, 47.9 * HOUR)).toEqual({ kind: 'retry', at: '2026-11-25T00:00:00.000Z' });
    expect(plan(51, 48 * HOUR)).toEqual({ kind: 'dead' });
  });

  it('always moves forward and never past the deadline', () => {
    fc.assert(
      fc.property(
        fc.nat(200),
        fc.integer({ min: 0, max: 48 * HOUR - 1 }),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (attempts, age, random) => {
          const next = plan(attempts, age, random);
          const at = next.kind === 'retry' ? Date.parse(next.at) : Number.NaN;
          expect(at).toBeGreaterThan(QUEUED + age);
          expect(at).toBeLessThanOrEqual(QUEUED + 48 * HOUR);
        },
      ),
    );
  });
});
