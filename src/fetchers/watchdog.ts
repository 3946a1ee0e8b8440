import { FetchFailure } from './fetch-failure.ts';

export interface WatchdogOptions {
  readonly idleMs: number;
  readonly totalMs: number;
  readonly url: string;
}

/** Aborts an exchange that is silent for too long, or not over in time. `signal.reason` is a `timeout` failure. */
export class Watchdog implements Disposable {
  readonly #controller = new AbortController();
  readonly #idle: NodeJS.Timeout;
  readonly #total: NodeJS.Timeout;

  constructor({ idleMs, totalMs, url }: WatchdogOptions) {
    const bite = (detail: string) => () =>
      this.#controller.abort(new FetchFailure('timeout', { detail, url, transient: true }));
    this.#idle = setTimeout(bite(`the host was silent for ${idleMs} ms`), idleMs);
    this.#total = setTimeout(bite('the time for this document is over'), totalMs);
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** Something arrived. */
  touch(): void {
    this.#idle.refresh();
  }

  [Symbol.dispose](): void {
    clearTimeout(this.#idle);
    clearTimeout(this.#total);
  }
}
