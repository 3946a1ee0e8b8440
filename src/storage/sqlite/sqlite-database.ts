import { backup, DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { storageError } from './storage-error.ts';

// Long enough for another process that writes a large capture; waiting blocks this thread, so not longer.
const BUSY_TIMEOUT_MS = 10_000;

/**
 * One connection with its prepared statements. Calls are synchronous; failures carry `storage_*` codes. Columns are
 * trusted to have the shape named by the caller: the tables are STRICT and ours.
 */
export class SqliteDatabase {
  readonly file: string;
  readonly #connection: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();

  constructor(file: string) {
    this.file = file;
    this.#connection = this.#guard(() => new DatabaseSync(file, { timeout: BUSY_TIMEOUT_MS }));
  }

  get<Row>(sql: string, ...values: readonly SQLInputValue[]): Row | undefined {
    return this.#guard(() => this.#prepared(sql).get(...values) as Row | undefined);
  }

  all<Row>(sql: string, ...values: readonly SQLInputValue[]): Row[] {
    return this.#guard(() => this.#prepared(sql).all(...values) as Row[]);
  }

  /** Returns how many rows changed. */
  run(sql: string, ...values: readonly SQLInputValue[]): number {
    return this.#guard(() => Number(this.#prepared(sql).run(...values).changes));
  }

  exec(sql: string): void {
    this.#guard(() => this.#connection.exec(sql));
  }

  /**
   * Runs `work` with the write lock, all of it or nothing. Synchronous by intent: an `await` inside would let another
   * caller's statements slip into this transaction. IMMEDIATE because a transaction that begins by reading is refused
   * at its first write, without waiting, once another process wrote meanwhile.
   */
  transaction<Result>(work: () => Result): Result {
    this.exec('BEGIN IMMEDIATE');
    try {
      const result = work();
      this.exec('COMMIT');
      return result;
    } catch (error) {
      // Some failures (disk full) have rolled back already.
      if (this.#connection.isTransaction) this.exec('ROLLBACK');
      throw storageError(error, this.file);
    }
  }

  /**
   * Commits of `work` need not survive a power cut, after which nobody holds a lease or a turn: no wait for the disk. They
   * survive the end of the process, and the next durable commit takes them along. Synchronous, and no part of a transaction.
   */
  fleeting<Result>(work: () => Result): Result {
    this.exec('PRAGMA synchronous = NORMAL');
    try {
      return work();
    } finally {
      this.exec('PRAGMA synchronous = FULL');
    }
  }

  /**
   * A copy of one moment into `file`, while others read and write. In one step, as a copy in several begins anew whenever
   * another process writes; it runs outside of this thread.
   */
  async copyTo(file: string): Promise<void> {
    try {
      await backup(this.#connection, file, { rate: 2 ** 31 - 1 });
    } catch (error) {
      throw storageError(error, file);
    }
  }

  close(): void {
    this.#statements.clear();
    if (this.#connection.isOpen) this.#connection.close();
  }

  #prepared(sql: string): StatementSync {
    const known = this.#statements.get(sql);
    if (known) return known;
    const made = this.#connection.prepare(sql);
    this.#statements.set(sql, made);
    return made;
  }

  #guard<Result>(work: () => Result): Result {
    try {
      return work();
    } catch (error) {
      throw storageError(error, this.file);
    }
  }
}
