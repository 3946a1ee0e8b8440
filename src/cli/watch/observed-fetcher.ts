import type { FetchOutcome } from '../../domain/capture.ts';
import type { Fetcher, FetchRequest } from '../../fetchers/fetcher.ts';

export interface FetchObserver {
  /** Ends every fetch under way. */
  readonly signal: AbortSignal;
  readonly onOutcome: (documentId: string, outcome: FetchOutcome) => void;
}

/** A fetcher that can be stopped as a whole, and tells what each fetch brought. */
export function observedFetcher(inner: Fetcher, { signal, onOutcome }: FetchObserver): Fetcher {
  return {
    fetch: async (request: FetchRequest) => {
      const signals = request.signal ? AbortSignal.any([request.signal, signal]) : signal;
      const outcome = await inner.fetch({ ...request, signal: signals });
      onOutcome(request.documentId, outcome);
      return outcome;
    },
    close: () => inner.close(),
  };
}
