import type { App } from '../../app.ts';

interface Held {
  readonly app: App;
  uses: number;
  retired: boolean;
}

/** The app of the configuration that holds now. One that was replaced closes when the last work in it has ended. */
export class CurrentApp {
  readonly #onError: (error: unknown) => void;
  #held: Held;

  constructor(app: App, onError: (error: unknown) => void) {
    this.#held = { app, uses: 0, retired: false };
    this.#onError = onError;
  }

  get config(): App['config'] {
    return this.#held.app.config;
  }

  /** Does something in the app of this moment, which stays open until it is done. */
  async use<T>(work: (app: App) => Promise<T>): Promise<T> {
    const held = this.#held;
    held.uses += 1;
    try {
      return await work(held.app);
    } finally {
      held.uses -= 1;
      if (held.retired && held.uses === 0) await this.#close(held);
    }
  }

  replace(app: App): void {
    const old = this.#held;
    this.#held = { app, uses: 0, retired: false };
    old.retired = true;
    if (old.uses === 0) void this.#close(old);
  }

  /** For the end, when nothing is done in it any more. */
  async close(): Promise<void> {
    await this.#held.app.close();
  }

  async #close({ app }: Held): Promise<void> {
    try {
      await app.close();
    } catch (error) {
      this.#onError(error);
    }
  }
}
