import type { Fetcher } from './fetcher.ts';

/** A fetcher that can be stopped as a whole: its fetches then reject with the reason of the signal. */
export function stoppableFetcher(inner: Fetcher, signal: AbortSignal): Fetcher {
  return {
    fetch: (request) => {
      const signals = request.signal ? AbortSignal.any([request.signal, signal]) : signal;
      return inner.fetch({ ...request, signal: signals });
    },
    close: () => inner.close(),
  };
}
