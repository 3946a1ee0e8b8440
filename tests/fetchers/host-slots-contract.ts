import { expect, test } from 'vitest';
import type { HostSlots } from '../../src/fetchers/host-slots.ts';

export interface SlotsUnderTest {
  readonly slots: HostSlots;
  readonly now: () => number;
}

const never = new AbortController().signal;
const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** What every implementation of {@link HostSlots} must do. `make` gives slots whose own sleeping moves their clock. */
export function hostSlotsContract(make: (minPauseMs: number) => SlotsUnderTest): void {
  test('one host serves one at a time, in the order of asking', async () => {
    const { slots } = make(0);
    const order: string[] = [];
    const visit = async (name: string): Promise<void> => {
      const release = await slots.acquire('fernleaf.example', never);
      order.push(`${name} in`);
      await settle();
      order.push(`${name} out`);
      await release();
    };
    await Promise.all([visit('a'), visit('b'), visit('c')]);
    expect(order).toEqual(['a in', 'a out', 'b in', 'b out', 'c in', 'c out']);
  });

  test('the pause passes between the end of one request and the start of the next', async () => {
    const { slots, now } = make(2000);
    const first = await slots.acquire('fernleaf.example', never);
    await first();
    const end = now();
    const second = await slots.acquire('fernleaf.example', never);
    expect(now() - end).toBe(2000);
    await second();
  });

  test('different hosts do not wait for each other', async () => {
    const { slots, now } = make(2000);
    const start = now();
    const releases = await Promise.all(['a.example', 'b.example'].map((host) => slots.acquire(host, never)));
    expect(now()).toBe(start);
    await Promise.all(releases.map((release) => release()));
  });

  test('who gives up while waiting neither blocks nor lets anyone overtake', async () => {
    const { slots } = make(0);
    const first = await slots.acquire('fernleaf.example', never);
    const impatient = new AbortController();
    const second = slots.acquire('fernleaf.example', impatient.signal);
    let thirdIn = false;
    const third = slots.acquire('fernleaf.example', never).then((release) => {
      thirdIn = true;
      return release;
    });
    impatient.abort(new Error('too long'));
    await expect(second).rejects.toThrow('too long');
    await settle();
    expect(thirdIn).toBe(false);
    await first();
    await (await third)();
  });
}
