import { describe, expect, test } from 'vitest';
import { MemoryHostSlots } from '../../src/fetchers/memory-host-slots.ts';
import { hostSlotsContract } from './host-slots-contract.ts';

describe('slots in memory', () => {
  hostSlotsContract((minPauseMs) => {
    let time = 1_000_000;
    const now = (): number => time;
    const sleep = async (ms: number): Promise<void> => {
      time += ms;
    };
    return { slots: new MemoryHostSlots({ minPauseMs, now, sleep }), now };
  });
});

test('a clock that was set back stretches no pause', async () => {
  let time = 1_000_000;
  const slept: number[] = [];
  const sleep = async (ms: number): Promise<void> => {
    slept.push(ms);
  };
  const slots = new MemoryHostSlots({ minPauseMs: 2000, now: () => time, sleep });
  const { signal } = new AbortController();
  await (await slots.acquire('fernleaf.example', signal))();
  time = 0;
  await (await slots.acquire('fernleaf.example', signal))();
  expect(slept).toEqual([2000]);
});
