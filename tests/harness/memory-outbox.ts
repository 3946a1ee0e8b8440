import type { OutboxEntry, OutboxRow, OutboxState } from '../../src/domain/alert.ts';
import type { Instant } from '../../src/domain/capture.ts';
import { ClausewatchError } from '../../src/domain/clausewatch-error.ts';
import type { Outbox, Settlement } from '../../src/notify/outbox.ts';

/** An outbox that forgets: for tests of what is done with one. */
export class MemoryOutbox implements Outbox {
  readonly #entries = new Map<string, OutboxEntry>();
  readonly #claims = new Map<string, Instant>();
  /** Every settlement, in order. */
  readonly settlements: (Settlement & { readonly id: string })[] = [];

  async append(rows: readonly OutboxRow[]): Promise<void> {
    for (const row of rows) {
      if (this.#entries.has(row.id)) continue;
      const state = { state: 'queued', attempts: 0, lastError: null, deliveredAt: null } as const;
      this.#entries.set(row.id, { ...row, ...state, queuedAt: row.createdAt, nextAttemptAt: row.createdAt });
    }
  }

  async claimDue(options: {
    readonly owner: string;
    readonly now: Instant;
    readonly until: Instant;
    readonly limit: number;
  }): Promise<readonly OutboxEntry[]> {
    const { now, until, limit } = options;
    const due = [...this.#entries.values()].filter(
      ({ id, state, nextAttemptAt }) =>
        state === 'queued' && nextAttemptAt <= now && (this.#claims.get(id) ?? '') <= now,
    );
    const claimed = due.slice(0, limit);
    for (const { id } of claimed) this.#claims.set(id, until);
    return claimed;
  }

  async settle(id: string, settlement: Settlement): Promise<void> {
    const entry = this.#entries.get(id);
    if (!entry) throw new ClausewatchError('outbox_row_unknown', `unknown row ${id}`);
    this.settlements.push({ id, ...settlement });
    if (entry.state === 'delivered') return;
    if (entry.state !== 'queued' && settlement.kind !== 'delivered') return;
    this.#claims.delete(id);
    const attempts = entry.attempts + 1;
    if (settlement.kind === 'delivered') {
      this.#entries.set(id, { ...entry, attempts, state: 'delivered', lastError: null, deliveredAt: settlement.at });
    } else if (settlement.kind === 'retry') {
      const { nextAttemptAt, error } = settlement;
      this.#entries.set(id, { ...entry, attempts, nextAttemptAt, lastError: error });
    } else {
      this.#entries.set(id, { ...entry, attempts, state: 'dead', lastError: settlement.error });
    }
  }

  async get(idOrStart: string): Promise<OutboxEntry> {
    const exact = this.#entries.get(idOrStart);
    const starting = [...this.#entries.values()].filter(({ id }) => id.startsWith(idOrStart));
    const [found, another] = exact ? [exact] : idOrStart.length < 6 ? [] : starting;
    if (!found) throw new ClausewatchError('outbox_row_unknown', `unknown row ${idOrStart}`);
    if (another) throw new ClausewatchError('outbox_row_ambiguous', `several rows ${idOrStart}`);
    return found;
  }

  async retry(ids: readonly string[], now: Instant): Promise<readonly string[]> {
    return this.#changeWaiting(ids, { state: 'queued', queuedAt: now, nextAttemptAt: now });
  }

  async discard(ids: readonly string[]): Promise<readonly string[]> {
    return this.#changeWaiting(ids, { state: 'discarded' });
  }

  async forget(address: string): Promise<{ readonly forgotten: number; readonly discarded: number }> {
    const rows = [...this.#entries.values()].filter(
      ({ message }) => message.to.address.toLowerCase() === address.toLowerCase(),
    );
    const discarded = await this.discard(rows.map(({ id }) => id));
    for (const { id } of rows) {
      const entry = this.#entries.get(id) as OutboxEntry;
      const empty = { to: { name: '', address: '' }, subject: '', text: '', html: '' };
      this.#entries.set(id, { ...entry, lastError: null, message: { ...entry.message, ...empty } });
    }
    return { forgotten: rows.length, discarded: discarded.length };
  }

  async list(states: readonly OutboxState[]): Promise<readonly OutboxEntry[]> {
    return [...this.#entries.values()].filter(({ state }) => states.includes(state));
  }

  async depth(): Promise<{ readonly queued: number; readonly dead: number; readonly oldest: Instant | null }> {
    const queued = await this.list(['queued']);
    const dead = await this.list(['dead']);
    return {
      queued: queued.length,
      dead: dead.length,
      oldest: queued.map(({ createdAt }) => createdAt).sort()[0] ?? null,
    };
  }

  #changeWaiting(ids: readonly string[], change: Partial<OutboxEntry>): readonly string[] {
    const waiting = [...this.#entries.values()].filter(
      ({ id, state }) => ids.includes(id) && (state === 'queued' || state === 'dead'),
    );
    for (const entry of waiting) this.#entries.set(entry.id, { ...entry, ...change });
    return waiting.map(({ id }) => id).toSorted();
  }
}
