import type { FetchOutcome } from '../../domain/capture.ts';
import { ClausewatchError } from '../../domain/clausewatch-error.ts';
import type { Fetcher, FetchRequest } from '../fetcher.ts';

export interface AutoFetcherOptions {
  readonly http: Fetcher;
  /** Called at the first use: most runs need no browser, nor its code. */
  readonly openBrowser: () => Promise<Fetcher>;
}

/** Hands each request to the way it asks for (`via`, default HTTP); which way is right is decided by `planFetch`. */
export class AutoFetcher implements Fetcher {
  readonly #options: AutoFetcherOptions;
  #browser: Promise<Fetcher> | null = null;
  #closed = false;

  /** Both ways are closed with this one. */
  constructor(options: AutoFetcherOptions) {
    this.#options = options;
  }

  async fetch(request: FetchRequest): Promise<FetchOutcome> {
    if (request.via !== 'browser') return this.#options.http.fetch(request);
    if (this.#closed) throw new ClausewatchError('fetcher_closed', 'The fetcher was closed.');
    this.#browser ??= this.#options.openBrowser();
    const browser = await this.#browser;
    return browser.fetch(request);
  }

  async close(): Promise<void> {
    this.#closed = true;
    await Promise.all([this.#options.http.close(), this.#browser?.then((browser) => browser.close())]);
  }
}
