import type { FetchOutcome } from '../domain/capture.ts';
import { describeFailure } from './describe-failure.ts';
import { FetchFailure } from './fetch-failure.ts';
import type { FetchRequest } from './fetcher.ts';
import { safeText } from './safe-text.ts';

/** What the port hands out for whatever was thrown; `ms` and `attempts` are those of the whole fetch. */
export function failedOutcome(
  error: unknown,
  request: FetchRequest,
  { attempts, ms }: { readonly attempts: number; readonly ms: number },
): FetchOutcome {
  const detail = safeText(error instanceof Error ? error.message : 'unknown error', 200);
  const failure = error instanceof FetchFailure ? error : new FetchFailure('internal_error', { detail, cause: error });
  const { status, retryAt } = failure.facts;
  return {
    kind: 'failed',
    code: failure.code,
    message: describeFailure(failure, request, attempts),
    ...(status === undefined ? {} : { status }),
    ...(retryAt === undefined ? {} : { retryAt: new Date(retryAt).toISOString() }),
    attempts,
    ms,
  };
}
