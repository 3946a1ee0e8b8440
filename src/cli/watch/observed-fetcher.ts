import type { FetchOutcome } from '../../domain/capture.ts';
import type { Fetcher } from '../../fetchers/fetcher.ts';

/** A fetcher that tells what each fetch brought. */
export function observedFetcher(
  inner: Fetcher,
  onOutcome: (documentId: string, outcome: FetchOutcome) => void,
): Fetcher {
  return {
    fetch: async (request) => {
      const outcome = await inner.fetch(request);
      onOutcome(request.documentId, outcome);
      return outcome;
    },
    close: () => inner.close(),
  };
}
