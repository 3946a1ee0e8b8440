import { FetchFailure } from './fetch-failure.ts';
import { planRetry } from './plan-retry.ts';
import type { TimeBudget } from './time-budget.ts';

export interface RetryOptions {
  readonly attempts: number;
  readonly backoffMs: number;
  readonly now: () => number;
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<unknown>;
  readonly random: () => number;
  readonly budget: TimeBudget;
  readonly signal: AbortSignal;
  /** Hears of each attempt before it starts, from 1. */
  readonly onAttempt?: (attempt: number) => void;
}

/** Runs until it succeeds or `planRetry` gives up; throws the last failure. */
export async function withRetries<T>(options: RetryOptions, run: () => Promise<T>): Promise<T> {
  const { budget, now, signal } = options;
  for (let attempt = 1; ; attempt += 1) {
    options.onAttempt?.(attempt);
    try {
      return await run();
    } catch (error) {
      if (!(error instanceof FetchFailure) || signal.aborted) throw error;
      const { transient = false, retryAt } = error.facts;
      const delay = planRetry({
        transient,
        attempt,
        attempts: options.attempts,
        leftMs: budget.leftMs,
        backoffMs: options.backoffMs,
        random: options.random(),
        ...(retryAt === undefined ? {} : { retryAfterMs: Math.max(0, retryAt - now()) }),
      });
      if (delay === null) throw error;
      budget.charge(delay);
      await options.sleep(delay, signal);
    }
  }
}
