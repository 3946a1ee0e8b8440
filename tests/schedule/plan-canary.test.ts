import { expect, it } from 'vitest';
import { planCanary } from '../../src/schedule/plan-canary.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

it('asks for the canary at the start, daily, and every quarter of an hour while it fails', () => {
  expect(planCanary(null, 0)).toBe(true);
  expect(planCanary({ at: 0, passed: true }, DAY - 1)).toBe(false);
  expect(planCanary({ at: 0, passed: true }, DAY)).toBe(true);
  expect(planCanary({ at: 0, passed: false }, 15 * MINUTE - 1)).toBe(false);
  expect(planCanary({ at: 0, passed: false }, 15 * MINUTE)).toBe(true);
  expect(planCanary({ at: DAY, passed: true }, 0)).toBe(true);
});
