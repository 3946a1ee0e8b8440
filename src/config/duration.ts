import { z } from 'zod';

const MINUTE = 60_000;
const UNITS = { s: 1_000, m: MINUTE, h: 60 * MINUTE, d: 24 * 60 * MINUTE } as const;
const MIN_EVERY = 5 * MINUTE;
const MAX_EVERY = 31 * UNITS.d;

/** "20s", "30m", "6h" or "1d" in milliseconds; NaN for anything else. */
export function durationMs(text: string): number {
  const [, amount, unit] = /^(\d{1,6})([smhd])$/.exec(text) ?? [];
  return Number(amount) * (UNITS[unit as keyof typeof UNITS] ?? Number.NaN);
}

/** How long something waits. */
export const pauseSchema = z.string().refine((text) => durationMs(text) <= UNITS.d, {
  error: 'must be a number with s, m, h or d, from "0s" to "1d"',
});

/** How often something is checked. */
export const everySchema = z.string().refine((text) => durationMs(text) >= MIN_EVERY && durationMs(text) <= MAX_EVERY, {
  error: 'must be a number with m, h or d, from "5m" to "31d"',
});
