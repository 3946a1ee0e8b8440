import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

const SQLITE_BUSY = 5;

/** Held by the one daemon of an archive. */
export interface WatchLock {
  release(): void;
}

/**
 * The right to be the daemon of this archive; null while another process has it. A lock of the operating system, so
 * that it ends with its holder, however that ends: a daemon that was killed can be started again at once.
 */
export function takeWatchLock(archiveDir: string): WatchLock | null {
  mkdirSync(archiveDir, { recursive: true, mode: 0o700 });
  // SQLite is the only portable way to such a lock in Node; the file itself stays empty.
  const database = new DatabaseSync(join(archiveDir, 'watch.lock'), { timeout: 0 });
  try {
    database.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    database.close();
    if (error instanceof Error && 'errcode' in error && error.errcode === SQLITE_BUSY) return null;
    throw error;
  }
  return { release: () => database.close() };
}
