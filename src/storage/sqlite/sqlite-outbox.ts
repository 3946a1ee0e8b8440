import type { Message, OutboxEntry, OutboxRow, OutboxState } from '../../domain/alert.ts';
import type { Instant } from '../../domain/capture.ts';
import { ClausewatchError } from '../../domain/clausewatch-error.ts';
import type { Outbox, Settlement } from '../../notify/outbox.ts';
import type { SqliteDatabase } from './sqlite-database.ts';

interface EntryRow {
  readonly id: string;
  readonly kind: OutboxRow['kind'];
  readonly subscription_id: string;
  readonly change_id: string | null;
  readonly message: string;
  readonly created_at: Instant;
  readonly state: OutboxState;
  readonly queued_at: Instant | null;
  readonly attempts: number;
  readonly next_attempt_at: Instant;
  readonly last_error: string | null;
  readonly delivered_at: Instant | null;
}

/** Fewer characters of an id are rather a slip than a choice. */
const SHORTEST_START = 6;
const WAITING = `id IN (SELECT value FROM json_each(?1)) AND state IN ('queued', 'dead')`;

/** The queue of messages in the archive's database, so that a change and its alerts are one transaction. */
export class SqliteOutbox implements Outbox {
  readonly #database: SqliteDatabase;

  constructor(database: SqliteDatabase) {
    this.#database = database;
  }

  async append(rows: readonly OutboxRow[]): Promise<void> {
    this.#database.transaction(() => this.insert(rows));
  }

  /** Inside the caller's transaction. */
  insert(rows: readonly OutboxRow[]): void {
    for (const row of rows) {
      this.#database.run(
        `INSERT INTO outbox (id, kind, subscription_id, change_id, message, created_at, state, attempts, next_attempt_at)
         VALUES (?, ?, ?, ?, ?, ?6, 'queued', 0, ?6) ON CONFLICT (id) DO NOTHING`,
        row.id,
        row.kind,
        row.subscriptionId,
        row.changeId,
        JSON.stringify(row.message),
        row.createdAt,
      );
    }
  }

  async claimDue(options: {
    readonly owner: string;
    readonly now: Instant;
    readonly until: Instant;
    readonly limit: number;
  }): Promise<readonly OutboxEntry[]> {
    const { owner, now, until, limit } = options;
    // A claim that ran out belongs to a deliverer that died: sending twice is better than never.
    const rows = this.#database.transaction(() =>
      this.#database.all<EntryRow>(
        `UPDATE outbox SET claimed_by = ?, claimed_until = ? WHERE id IN (
           SELECT id FROM outbox
           WHERE state = 'queued' AND next_attempt_at <= ?3 AND (claimed_until IS NULL OR claimed_until <= ?3)
           ORDER BY next_attempt_at, created_at, id LIMIT ?4
         ) RETURNING *`,
        owner,
        until,
        now,
        limit,
      ),
    );
    // RETURNING promises no order.
    return rows.map(entryOf).toSorted((a, b) => compare(a.nextAttemptAt, b.nextAttemptAt) || compareAge(a, b));
  }

  /** `attempts` counts settled attempts. Throws `outbox_row_unknown`. A delivered row stays delivered. */
  async settle(id: string, settlement: Settlement): Promise<void> {
    this.#database.transaction(() => {
      const row = this.#database.get<EntryRow>('SELECT * FROM outbox WHERE id = ?', id);
      if (!row) throw unknownRow(id);
      if (row.state === 'delivered') return;
      // Servers repeat the address in their answers: what was forgotten on its way must not come back by that door.
      const forgotten = addressOf(row) === '';
      if (settlement.kind === 'delivered') {
        this.#markDelivered(id, forgotten ? { ...settlement, answer: '' } : settlement);
      }
      // Given up or discarded meanwhile by somebody else: a late "try again" does not undo that.
      else if (row.state === 'queued') this.#markFailed(id, settlement);
    });
  }

  async get(idOrStart: string): Promise<OutboxEntry> {
    const exact = this.#database.get<EntryRow>('SELECT * FROM outbox WHERE id = ?', idOrStart);
    if (exact) return entryOf(exact);
    if (idOrStart.length < SHORTEST_START) throw unknownRow(idOrStart);
    const sql = 'SELECT * FROM outbox WHERE substr(id, 1, length(?1)) = ?1 LIMIT 2';
    const [found, another] = this.#database.all<EntryRow>(sql, idOrStart);
    if (!found) throw unknownRow(idOrStart);
    if (another) {
      const message = `Several messages of the outbox begin with ${idOrStart}; give more of the id.`;
      throw new ClausewatchError('outbox_row_ambiguous', message);
    }
    return entryOf(found);
  }

  async retry(ids: readonly string[], now: Instant): Promise<readonly string[]> {
    // Claims are left alone: a deliverer may be handing the message over at this moment.
    return this.#changeWaiting(
      `UPDATE outbox SET state = 'queued', queued_at = ?2, next_attempt_at = ?2 WHERE ${WAITING} RETURNING id`,
      [JSON.stringify(ids), now],
    );
  }

  async discard(ids: readonly string[]): Promise<readonly string[]> {
    return this.#changeWaiting(`UPDATE outbox SET state = 'discarded' WHERE ${WAITING} RETURNING id`, [
      JSON.stringify(ids),
    ]);
  }

  async forget(address: string): Promise<{ readonly forgotten: number; readonly discarded: number }> {
    const wanted = address.toLowerCase();
    // Overwrites what it deletes; the default leaves it readable in the file.
    this.#database.exec('PRAGMA secure_delete = ON');
    const told = this.#database.transaction(() => {
      const rows = this.#database.all<EntryRow>('SELECT * FROM outbox').filter((row) => addressOf(row) === wanted);
      for (const row of rows) this.#empty(row);
      return {
        forgotten: rows.length,
        discarded: rows.filter(({ state }) => state === 'queued' || state === 'dead').length,
      };
    });
    // The write-ahead log holds older pages until then.
    this.#database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    return told;
  }

  async list(states: readonly OutboxState[]): Promise<readonly OutboxEntry[]> {
    const sql = `SELECT * FROM outbox WHERE state IN (SELECT value FROM json_each(?)) ORDER BY created_at, id`;
    return this.#database.all<EntryRow>(sql, JSON.stringify(states)).map(entryOf);
  }

  /** `oldest`: when the oldest queued message was created. */
  async depth(): Promise<{ readonly queued: number; readonly dead: number; readonly oldest: Instant | null }> {
    const row = this.#database.get<{ queued: number; dead: number; oldest: Instant | null }>(
      `SELECT (SELECT count(*) FROM outbox WHERE state = 'queued') AS queued,
              (SELECT count(*) FROM outbox WHERE state = 'dead') AS dead,
              (SELECT min(created_at) FROM outbox WHERE state = 'queued') AS oldest`,
    );
    return { queued: row?.queued ?? 0, dead: row?.dead ?? 0, oldest: row?.oldest ?? null };
  }

  #changeWaiting(sql: string, values: readonly string[]): readonly string[] {
    const rows = this.#database.transaction(() => this.#database.all<{ id: string }>(sql, ...values));
    return rows.map(({ id }) => id).toSorted();
  }

  /** What remains says that there was a message, and that it is not to be sent again. */
  #empty(row: EntryRow): void {
    const { messageId, date } = messageOf(row);
    const message: Message = { messageId, to: { name: '', address: '' }, subject: '', text: '', html: '', date };
    this.#database.run(
      `UPDATE outbox SET message = ?, last_error = NULL, answer = NULL,
         state = CASE state WHEN 'delivered' THEN state ELSE 'discarded' END WHERE id = ?`,
      JSON.stringify(message),
      row.id,
    );
  }

  #markDelivered(id: string, { at, answer }: Extract<Settlement, { kind: 'delivered' }>): void {
    this.#database.run(
      `UPDATE outbox SET state = 'delivered', attempts = attempts + 1, delivered_at = ?, answer = ?, last_error = NULL,
         claimed_by = NULL, claimed_until = NULL WHERE id = ?`,
      at,
      answer,
      id,
    );
  }

  #markFailed(id: string, settlement: Exclude<Settlement, { kind: 'delivered' }>): void {
    const retryAt = settlement.kind === 'retry' ? settlement.nextAttemptAt : null;
    this.#database.run(
      `UPDATE outbox SET state = ?, attempts = attempts + 1, next_attempt_at = coalesce(?, next_attempt_at),
         last_error = ?, claimed_by = NULL, claimed_until = NULL WHERE id = ?`,
      settlement.kind === 'retry' ? 'queued' : 'dead',
      retryAt,
      settlement.error,
      id,
    );
  }
}

function entryOf(row: EntryRow): OutboxEntry {
  return {
    id: row.id,
    kind: row.kind,
    subscriptionId: row.subscription_id,
    changeId: row.change_id,
    message: messageOf(row),
    createdAt: row.created_at,
    state: row.state,
    queuedAt: row.queued_at ?? row.created_at,
    attempts: row.attempts,
    nextAttemptAt: row.next_attempt_at,
    lastError: row.last_error,
    deliveredAt: row.delivered_at,
  };
}

function messageOf(row: EntryRow): Message {
  return JSON.parse(row.message) as Message;
}

function addressOf(row: EntryRow): string {
  return messageOf(row).to.address.toLowerCase();
}

function unknownRow(id: string): ClausewatchError {
  return new ClausewatchError('outbox_row_unknown', `The outbox holds no message ${id}.`);
}

function compareAge(a: OutboxEntry, b: OutboxEntry): number {
  return compare(a.createdAt, b.createdAt) || compare(a.id, b.id);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
