import { abortable } from './abortable.ts';
import type { HostSlots, ReleaseSlot } from './host-slots.ts';

export interface MemoryHostSlotsOptions {
  readonly minPauseMs: number;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<unknown>;
}

interface Host {
  /** Resolves, never rejects, when the last one who asked is done. */
  tail: Promise<void>;
  waiting: number;
  freeAt: number;
}

/** Slots within one process. */
export class MemoryHostSlots implements HostSlots {
  readonly #hosts = new Map<string, Host>();
  readonly #options: MemoryHostSlotsOptions;

  constructor(options: MemoryHostSlotsOptions) {
    this.#options = options;
  }

  async acquire(host: string, signal: AbortSignal): Promise<ReleaseSlot> {
    const { now, sleep, minPauseMs } = this.#options;
    signal.throwIfAborted();
    const entry = this.#enter(host);
    const turn = entry.tail;
    const { promise: done, resolve: release } = Promise.withResolvers<void>();
    // Who gives up while waiting must not let the next one overtake those before: the tail waits for both.
    entry.tail = turn.then(() => done);
    const leave = (): void => {
      entry.waiting -= 1;
      release();
    };
    try {
      await abortable(turn, signal);
      const pause = entry.freeAt - now();
      // A clock set back must not stretch the pause.
      if (pause > 0) await sleep(Math.min(pause, minPauseMs), signal);
      signal.throwIfAborted();
    } catch (error) {
      leave();
      throw error;
    }
    return async () => {
      entry.freeAt = now() + minPauseMs;
      leave();
    };
  }

  #enter(host: string): Host {
    this.#forget();
    const entry = this.#hosts.get(host) ?? { tail: Promise.resolve(), waiting: 0, freeAt: 0 };
    this.#hosts.set(host, entry);
    entry.waiting += 1;
    return entry;
  }

  // Redirects name hosts at will: those without anyone waiting or a pause left are forgotten.
  #forget(): void {
    const now = this.#options.now();
    for (const [host, { waiting, freeAt }] of this.#hosts) {
      if (waiting === 0 && freeAt <= now) this.#hosts.delete(host);
    }
  }
}
