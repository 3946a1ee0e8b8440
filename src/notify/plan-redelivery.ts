import type { Instant } from '../domain/capture.ts';

const FIRST_WAIT_MS = 60_000;
const LONGEST_WAIT_MS = 60 * 60_000;

export type Redelivery = { readonly kind: 'retry'; readonly at: Instant } | { readonly kind: 'dead' };

/**
 * When a message that could not be handed over is tried again: after 1, 2, 4 … 60 minutes, ± 20 % so that many do not
 * come at once, a last time when `maxAgeMs` after queueing are over, then never (`dead`: kept, shown, not sent).
 * `attempts` counts the failed one; `random` is in [0, 1).
 */
export function planRedelivery(facts: {
  readonly attempts: number;
  readonly firstQueuedAt: Instant;
  readonly now: Date;
  readonly maxAgeMs: number;
  readonly random: number;
}): Redelivery {
  const { attempts, firstQueuedAt, now, maxAgeMs, random } = facts;
  const deadline = Date.parse(firstQueuedAt) + maxAgeMs;
  if (now.getTime() >= deadline) return { kind: 'dead' };
  // 2 ** 6 minutes are already more than the longest wait.
  const wait = Math.min(FIRST_WAIT_MS * 2 ** Math.min(Math.max(attempts, 1) - 1, 6), LONGEST_WAIT_MS);
  const at = Math.min(now.getTime() + wait * (0.8 + 0.4 * random), deadline);
  return { kind: 'retry', at: new Date(Math.ceil(at)).toISOString() };
}
