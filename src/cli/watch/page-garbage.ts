export interface PageGarbageOptions {
  /** Collects garbage; thoroughly where nothing is waiting for this process. */
  readonly collect?: (thoroughly: boolean) => void;
  /** Bytes of pages after which garbage is collected while work goes on. */
  readonly everyBytes?: number;
  /** After so long without any work it is collected thoroughly. */
  readonly restMs?: number;
}

/**
 * Bodies of pages lie outside of V8's heap, and it lets 64 MB of dead ones pile up before it looks; after the last page
 * of a round it does not look at all, for hours. A daemon knows both moments better.
 */
export class PageGarbage {
  readonly #collect: (thoroughly: boolean) => void;
  readonly #everyBytes: number;
  readonly #rest: NodeJS.Timeout;
  #bytes = 0;

  constructor({ collect = collector(), everyBytes = 12 * 1024 * 1024, restMs = 5_000 }: PageGarbageOptions = {}) {
    this.#collect = collect;
    this.#everyBytes = everyBytes;
    this.#rest = setTimeout(() => collect(true), restMs).unref();
  }

  /** Something was done; `bytes` of pages came with it. */
  worked(bytes = 0): void {
    this.#rest.refresh();
    this.#bytes += bytes;
    if (this.#bytes < this.#everyBytes) return;
    this.#bytes = 0;
    this.#collect(false);
  }

  stop(): void {
    clearTimeout(this.#rest);
  }
}

/** Nothing where the process was not started with `--expose-gc`, as `bin/clausewatch.js` does on Linux. */
function collector(): (thoroughly: boolean) => void {
  const { gc } = globalThis;
  return (thoroughly) => {
    if (thoroughly) gc?.({ type: 'major', execution: 'sync', flavor: 'last-resort' });
    else gc?.();
  };
}
