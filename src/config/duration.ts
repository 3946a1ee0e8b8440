import { z } from 'zod';

const MINUTE = 60_000;
const UNITS = { m: MINUTE, h: 60 * MINUTE, d: 24 * 60 * MINUTE } as const;
const MIN_EVERY = 5 * MINUTE;
const MAX_EVERY = 31 * UNITS.d;

/** "30m", "6h" or "1d" in milliseconds; NaN for anything else. */
export function durationMs(text: string): number {
  const [, amount, unit] = /^(\d{1,6})([mhd])$/.exec(text) ?? [];
  return Number(amount) * (UNITS[unit as keyof typeof UNITS] ?? Number.NaN);
}

/** How often something is checked. */
export const everySchema = z.string().refine((text) => durationMs(text) >= MIN_EVERY && durationMs(text) <= MAX_EVERY, {
  error: 'must be a number with m, h or d, from "5m" to "31d"',
});
