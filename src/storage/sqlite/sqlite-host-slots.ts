import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { HostSlots, ReleaseSlot } from '../../fetchers/host-slots.ts';
import type { SqliteDatabase } from './sqlite-database.ts';

export interface SqliteHostSlotsOptions {
  readonly minPauseMs: number;
  /** Epoch milliseconds. */
  readonly now?: () => number;
  readonly sleep?: (ms: number, signal: AbortSignal) => Promise<unknown>;
  /** From 0 (inclusive) to 1. */
  readonly random?: () => number;
  /** After so long without a sign of life a holder is taken for dead. */
  readonly leaseMs?: number;
}

interface SlotRow {
  readonly holder: string | null;
  readonly seen_at: number;
}

const LEASE_MS = 15_000;
/** While another process holds a host: often enough for a page, seldom enough for a processor. */
const POLL_MS = 250;
/** Longer than any pause or lease. */
const FORGET_MS = 24 * 3_600_000;

/**
 * Slots that all processes share which have the archive open. Within a process the order is that of asking; between
 * processes whoever looks first after the pause goes first. A holder renews its slot; one that died loses it.
 */
export class SqliteHostSlots implements HostSlots {
  readonly #database: SqliteDatabase;
  readonly #options: Required<SqliteHostSlotsOptions>;
  /** Resolves, never rejects, when the last one in this process who asked for the host is done. */
  readonly #tails = new Map<string, Promise<void>>();

  constructor(database: SqliteDatabase, options: SqliteHostSlotsOptions) {
    this.#database = database;
    this.#options = {
      now: () => Date.now(),
      sleep: (ms, signal) => delay(ms, undefined, { signal }),
      random: () => Math.random(),
      leaseMs: LEASE_MS,
      ...options,
    };
  }

  async acquire(host: string, signal: AbortSignal): Promise<ReleaseSlot> {
    signal.throwIfAborted();
    const { turn, leave } = this.#enter(host);
    const holder = randomUUID();
    try {
      await untilAborted(turn, signal);
      await this.#waitForHost(host, holder, signal);
    } catch (error) {
      leave();
      signal.throwIfAborted();
      throw error;
    }
    const renewal = setInterval(() => this.#touch(host, holder, holder), this.#options.leaseMs / 3);
    renewal.unref();
    return async () => {
      clearInterval(renewal);
      this.#touch(host, holder, null);
      leave();
    };
  }

  #enter(host: string): { readonly turn: Promise<void>; readonly leave: () => void } {
    const turn = this.#tails.get(host) ?? Promise.resolve();
    const { promise: done, resolve: leave } = Promise.withResolvers<void>();
    // Who gives up while waiting must not let the next one overtake those before: the tail waits for both.
    const tail = turn.then(() => done);
    this.#tails.set(host, tail);
    // Redirects name hosts at will: those nobody waits for are forgotten.
    void tail.then(() => this.#tails.get(host) === tail && this.#tails.delete(host));
    return { turn, leave };
  }

  async #waitForHost(host: string, holder: string, signal: AbortSignal): Promise<void> {
    for (;;) {
      signal.throwIfAborted();
      // Looked at without the write lock first: most looks find that it is not yet time.
      const wait = this.#waitOf(host) || this.#database.fleeting(() => this.#take(host, holder));
      if (wait === 0) return;
      await this.#options.sleep(wait, signal);
    }
  }

  /** Milliseconds until it is worth to look again; 0 when the host is free. */
  #waitOf(host: string): number {
    const { minPauseMs, leaseMs, random } = this.#options;
    const row = this.#database.get<SlotRow>('SELECT holder, seen_at FROM host_slots WHERE host = ?', host);
    if (!row) return 0;
    const now = this.#options.now();
    // A clock set back must not stretch a pause or a lease: what seems to lie ahead happened now.
    if (row.seen_at > now) this.#database.run('UPDATE host_slots SET seen_at = ? WHERE host = ?', now, host);
    const passed = Math.max(now - row.seen_at, 0);
    const whole = row.holder === null ? minPauseMs : Math.max(minPauseMs, leaseMs);
    const left = Math.max(whole - passed, 0);
    // Spread, so that waiting processes do not look all at once.
    return row.holder === null ? left : Math.min(left, POLL_MS * (0.5 + random()));
  }

  /** 0 when the host is ours now, else how long to wait. */
  #take(host: string, holder: string): number {
    return this.#database.transaction(() => {
      const wait = this.#waitOf(host);
      if (wait > 0) return wait;
      const now = this.#options.now();
      this.#database.run('DELETE FROM host_slots WHERE seen_at < ?', now - FORGET_MS);
      this.#database.run(
        `INSERT INTO host_slots (host, holder, seen_at) VALUES (?, ?, ?)
         ON CONFLICT (host) DO UPDATE SET holder = excluded.holder, seen_at = excluded.seen_at`,
        ...[host, holder, now],
      );
      return 0;
    });
  }

  /** Never throws: what cannot be written now runs out by itself. */
  #touch(host: string, holder: string, next: string | null): void {
    try {
      const sql = 'UPDATE host_slots SET holder = ?, seen_at = ? WHERE host = ? AND holder = ?';
      this.#database.fleeting(() => this.#database.run(sql, next, this.#options.now(), host, holder));
    } catch {
      // A release must not turn a fetched page into a failure.
    }
  }
}

async function untilAborted(turn: Promise<void>, signal: AbortSignal): Promise<void> {
  const { promise: aborted, reject } = Promise.withResolvers<never>();
  const onAbort = (): void => reject(signal.reason);
  signal.addEventListener('abort', onAbort, { once: true });
  try {
    await Promise.race([turn, aborted]);
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
}
