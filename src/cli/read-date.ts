import { InvalidArgumentError } from 'commander';

/** An option that is a date, as an instant. */
export function asInstant(value: string): string {
  const time = Date.parse(value);
  if (Number.isNaN(time)) throw new InvalidArgumentError('Not a date; write 2026-11-23 or 2026-11-23T08:00Z.');
  return new Date(time).toISOString();
}
