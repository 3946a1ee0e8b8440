export interface RetryFacts {
  readonly transient: boolean;
  /** How many attempts were made, from 1. */
  readonly attempt: number;
  readonly attempts: number;
  /** What the server asked for, in milliseconds from now. */
  readonly retryAfterMs?: number;
  /** What is left of the whole time for this document. */
  readonly leftMs: number;
  readonly backoffMs: number;
  /** From 0 (inclusive) to 1. */
  readonly random: number;
}

/**
 * Milliseconds to wait before the next attempt, or null to give up. Exponential backoff with full jitter; a
 * Retry-After is kept to the letter, and one that lies beyond the time left ends the attempts.
 */
export function planRetry(facts: RetryFacts): number | null {
  if (!facts.transient || facts.attempt >= facts.attempts) return null;
  const delay = facts.retryAfterMs ?? Math.floor(facts.random * facts.backoffMs * 2 ** (facts.attempt - 1));
  return delay < facts.leftMs ? delay : null;
}
