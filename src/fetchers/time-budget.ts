/** Milliseconds that the exchanges and pauses for one document may take together; waiting for its turn is free. */
export class TimeBudget {
  #leftMs: number;
  readonly #now: () => number;

  constructor(totalMs: number, now: () => number) {
    this.#leftMs = totalMs;
    this.#now = now;
  }

  get leftMs(): number {
    return this.#leftMs;
  }

  charge(ms: number): void {
    // A clock that was set back gives no time back.
    this.#leftMs = Math.max(0, this.#leftMs - Math.max(0, ms));
  }

  async spend<T>(work: () => Promise<T>): Promise<T> {
    const start = this.#now();
    try {
      return await work();
    } finally {
      this.charge(this.#now() - start);
    }
  }
}
