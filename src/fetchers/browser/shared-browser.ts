import { ClausewatchError } from '../../domain/clausewatch-error.ts';
import type { LaunchedBrowser } from './launch-browser.ts';

export interface SharedBrowserOptions {
  readonly launch: () => Promise<LaunchedBrowser>;
  /** Closed after this long without use. */
  readonly idleMs: number;
  /** Calls back once; gives what takes it back. */
  readonly setTimer: (work: () => void, ms: number) => () => void;
}

/** How long a browser may take to close before its process is killed. */
const CLOSE_MS = 1_200;

/** One browser for all pages: started at the first use, closed when idle, started anew after it died. */
export class SharedBrowser {
  readonly #options: SharedBrowserOptions;
  #current: Promise<LaunchedBrowser> | null = null;
  #users = 0;
  #stopTimer: () => void = () => undefined;
  #closed = false;

  constructor(options: SharedBrowserOptions) {
    this.#options = options;
  }

  /** Runs `work` with a browser that is kept open meanwhile. Throws what launching and `work` throw. */
  async use<T>(work: (browser: LaunchedBrowser) => Promise<T>): Promise<T> {
    this.#stopTimer();
    this.#users += 1;
    try {
      return await work(await this.#get());
    } finally {
      this.#users -= 1;
      if (this.#users === 0 && this.#current) {
        this.#stopTimer = this.#options.setTimer(() => void this.#closeIfIdle(), this.#options.idleMs);
      }
    }
  }

  /** Whether a browser runs or is being started. */
  get running(): boolean {
    return this.#current !== null;
  }

  /** Kills the browser at once, for one that no longer obeys; its pages fail, the next use starts another. */
  async discard(): Promise<void> {
    const current = this.#current;
    this.#current = null;
    await end(current);
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#stopTimer();
    await this.discard();
  }

  async #closeIfIdle(): Promise<void> {
    if (this.#users === 0) await this.discard();
  }

  #get(): Promise<LaunchedBrowser> {
    if (this.#closed) throw new ClausewatchError('fetcher_closed', 'The browser was closed.');
    this.#current ??= this.#launch();
    return this.#current;
  }

  #launch(): Promise<LaunchedBrowser> {
    const launching = this.#options.launch();
    const forget = (): void => {
      if (this.#current === launching) this.#current = null;
    };
    launching.then(({ browser }) => browser.once('disconnected', forget), forget);
    return launching;
  }
}

async function end(launching: Promise<LaunchedBrowser> | null): Promise<void> {
  if (launching === null) return;
  const { promise: late, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, CLOSE_MS);
  let launched: LaunchedBrowser | null = null;
  let giveUp = false;
  const closing = launching.then(
    async (found) => {
      launched = found;
      if (giveUp) kill(found);
      await found.browser.close().catch(() => undefined);
    },
    () => undefined,
  );
  await Promise.race([closing, late]);
  clearTimeout(timer);
  giveUp = true;
  if (launched) kill(launched);
}

function kill({ browser, pid }: LaunchedBrowser): void {
  if (pid === null || !browser.isConnected()) return;
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // Gone in the meantime.
  }
}
