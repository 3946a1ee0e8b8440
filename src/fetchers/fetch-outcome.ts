import type { FetchOutcome } from '../domain/capture.ts';
import { abortable } from './abortable.ts';
import { failedOutcome } from './failed-outcome.ts';
import type { FetchRequest } from './fetcher.ts';
import { TimeBudget } from './time-budget.ts';
import { type RetryOptions, withRetries } from './with-retries.ts';

type RetrySettings = Pick<RetryOptions, 'attempts' | 'backoffMs' | 'now' | 'sleep' | 'random'>;

export interface FetchRun<Visit> {
  readonly request: FetchRequest;
  readonly settings: RetrySettings & { readonly totalTimeoutMs: number };
  /** Of the fetcher as a whole. */
  readonly closed: AbortSignal;
  readonly visit: (within: { readonly budget: TimeBudget; readonly signal: AbortSignal }) => Promise<Visit>;
  /** `ms` are those of the whole fetch. */
  readonly succeed: (visit: Visit, ms: number) => FetchOutcome;
}

/**
 * What the `Fetcher` port promises, whichever way a page is brought: attempts within one budget of time, every failure an
 * outcome, a rejection only for who gave up.
 */
export async function fetchOutcome<Visit>(run: FetchRun<Visit>): Promise<FetchOutcome> {
  const { request, settings, closed } = run;
  const { now, totalTimeoutMs } = settings;
  const start = now();
  const elapsed = (): number => Math.max(0, now() - start);
  const signal = request.signal ? AbortSignal.any([request.signal, closed]) : closed;
  let attempts = 0;
  try {
    signal.throwIfAborted();
    const budget = new TimeBudget(totalTimeoutMs, now);
    const onAttempt = (attempt: number): void => {
      attempts = attempt;
    };
    const visiting = withRetries({ ...settings, budget, signal, onAttempt }, () => run.visit({ budget, signal }));
    // Who gives up does not wait, such as until a browser has started.
    return run.succeed(await abortable(visiting, signal), elapsed());
  } catch (error) {
    if (signal.aborted) throw signal.reason;
    return failedOutcome(error, request, { attempts, ms: elapsed() });
  }
}
