import type { Instant } from '../domain/capture.ts';

/** For people: "2026-11-23 02:41 UTC". */
export function formatInstant(instant: Instant): string {
  return `${instant.slice(0, 10)} ${instant.slice(11, 16)} UTC`;
}
