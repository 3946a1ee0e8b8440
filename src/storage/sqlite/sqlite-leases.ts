import type { Instant } from '../../domain/capture.ts';
import { OwnerLocks } from './owner-locks.ts';
import type { SqliteDatabase } from './sqlite-database.ts';

/** Who works on which document, across processes. */
export class SqliteLeases {
  readonly #database: SqliteDatabase;
  readonly #locks: OwnerLocks;

  /** `dir`: for files that tell which owners still run. */
  constructor(database: SqliteDatabase, dir: string) {
    this.#database = database;
    this.#locks = new OwnerLocks(dir);
  }

  /** One that a killed process left is taken over at once. */
  claim(
    documentId: string,
    owner: string,
    { now, until }: { readonly now: Instant; readonly until: Instant },
  ): boolean {
    this.#locks.hold(owner);
    // One statement decides: two processes that ask at once cannot both see the lease as free.
    const sql = `INSERT INTO leases (document_id, owner, until) VALUES (?, ?, ?)
       ON CONFLICT (document_id) DO UPDATE SET owner = excluded.owner, until = excluded.until
       WHERE owner = excluded.owner OR until <= ?`;
    const take = (): boolean =>
      this.#database.fleeting(() => this.#database.run(sql, documentId, owner, until, now)) === 1;
    if (take()) return true;
    const holder = this.#database.get<{ owner: string }>('SELECT owner FROM leases WHERE document_id = ?', documentId);
    if (holder === undefined) return take();
    return this.#locks.buryIfGone(holder.owner, () => this.#releaseAll(holder.owner)) && take();
  }

  release(documentId: string, owner: string): void {
    const sql = 'DELETE FROM leases WHERE document_id = ? AND owner = ?';
    this.#database.fleeting(() => this.#database.run(sql, documentId, owner));
  }

  close(): void {
    this.#locks.close();
  }

  #releaseAll(owner: string): void {
    this.#database.fleeting(() => this.#database.run('DELETE FROM leases WHERE owner = ?', owner));
  }
}
