import { InvalidArgumentError } from 'commander';

/** A date from the command line as an ISO instant; throws what commander shows to a person. */
export function asInstant(value: string): string {
  const time = Date.parse(value);
  if (Number.isNaN(time)) throw new InvalidArgumentError('Not a date; write 2026-11-23 or 2026-11-23T08:00Z.');
  return new Date(time).toISOString();
}
