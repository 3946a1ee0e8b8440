import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/**
 * Tells whether whoever holds leases still runs. Each owner holds a lock of the operating system on a file of its own,
 * which ends with its process, however that ends; an id of a process would be given to another one some day.
 */
export class OwnerLocks {
  readonly #dir: string;
  readonly #held = new Map<string, DatabaseSync>();

  constructor(dir: string) {
    this.#dir = dir;
  }

  /** To be called before the owner's first lease is written: what is written may be taken for that of a dead one else. */
  hold(owner: string): void {
    if (this.#held.has(owner)) return;
    mkdirSync(this.#dir, { recursive: true, mode: 0o700 });
    const lock = tryLock(this.#fileOf(owner));
    if (lock) this.#held.set(owner, lock);
  }

  /**
   * Does `bury` and returns true where the owner's process has ended. False where it runs, or nothing tells: then its
   * leases end by their time.
   */
  buryIfGone(owner: string, bury: () => void): boolean {
    const file = this.#fileOf(owner);
    if (this.#held.has(owner) || !existsSync(file)) return false;
    const lock = tryLock(file);
    if (!lock) return false;
    try {
      bury();
      rmSync(file, { force: true });
      return true;
    } finally {
      lock.close();
    }
  }

  close(): void {
    for (const [owner, lock] of this.#held) {
      lock.close();
      rmSync(this.#fileOf(owner), { force: true });
    }
    this.#held.clear();
  }

  #fileOf(owner: string): string {
    return join(this.#dir, `${encodeURIComponent(owner)}.lock`);
  }
}

/** Null while another process has it. SQLite is the only portable way to such a lock in Node; the file stays empty. */
function tryLock(file: string): DatabaseSync | null {
  let database: DatabaseSync | null = null;
  try {
    database = new DatabaseSync(file, { timeout: 0 });
    database.exec('BEGIN EXCLUSIVE');
    return database;
  } catch {
    // Whatever the reason, without it the leases end by their time.
    database?.close();
    return null;
  }
}
