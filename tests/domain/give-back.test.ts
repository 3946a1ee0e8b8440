import { expect, it } from 'vitest';
import { giveBack } from '../../src/domain/give-back.ts';

it('frees bytes that have a buffer of their own', () => {
  const bytes = new Uint8Array(1_000);
  giveBack(bytes);
  expect(bytes.byteLength).toBe(0);
});

it('leaves alone what others may still look at', () => {
  const whole = new Uint8Array(1_000);
  giveBack(whole.subarray(0, 10));
  expect(whole.byteLength).toBe(1_000);
  const shared = new Uint8Array(new SharedArrayBuffer(8));
  giveBack(shared);
  expect(shared.byteLength).toBe(8);
});
