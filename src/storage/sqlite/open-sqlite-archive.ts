import { closeSync, mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import type { HostSlots } from '../../fetchers/host-slots.ts';
import type { RobotsStore } from '../../fetchers/robots-store.ts';
import type { Outbox } from '../../notify/outbox.ts';
import type { Archive } from '../../snapshots/archive.ts';
import type { ContentStore } from '../../snapshots/content-store.ts';
import { DATABASE_NAME } from './backup-layout.ts';
import { ContentFolder } from './content-folder.ts';
import { migrate } from './migrate.ts';
import { MIGRATIONS } from './migrations/all-migrations.ts';
import { SqliteArchive } from './sqlite-archive.ts';
import { SqliteContentStore } from './sqlite-content-store.ts';
import { SqliteDatabase } from './sqlite-database.ts';
import { SqliteHostSlots } from './sqlite-host-slots.ts';
import { SqliteLeases } from './sqlite-leases.ts';
import { SqliteOutbox } from './sqlite-outbox.ts';
import { SqliteRobotsStore } from './sqlite-robots-store.ts';
import { storageError } from './storage-error.ts';

const LOCKS = 'locks';

export interface OpenedArchive {
  readonly archive: Archive;
  readonly outbox: Outbox;
  readonly content: ContentStore;
  /** Shared with every process that has the archive open. */
  readonly hostSlots: HostSlots;
  /** Shared with every process that has the archive open. */
  readonly robots: RobotsStore;
  close(): Promise<void>;
}

export interface OpenOptions {
  readonly dir: string;
  /** Between two requests to one host; 2 s unless told. */
  readonly hostPauseMs?: number;
}

/**
 * Opens the archive in `dir`, making or upgrading it where needed. Several processes may have it open.
 * Throws `archive_newer`, `archive_foreign` or `storage_*`.
 */
export async function openSqliteArchive({ dir, hostPauseMs = 2_000 }: OpenOptions): Promise<OpenedArchive> {
  const file = join(dir, DATABASE_NAME);
  makeFiles(dir, file);
  const database = new SqliteDatabase(file);
  try {
    // FULL: a result that was returned survives a power cut. The write-ahead log lets readers go on meanwhile.
    database.exec('PRAGMA foreign_keys = ON; PRAGMA synchronous = FULL; PRAGMA trusted_schema = OFF');
    migrate(database, MIGRATIONS);
    database.exec('PRAGMA journal_mode = WAL');
  } catch (error) {
    database.close();
    throw error;
  }
  const folder = new ContentFolder(dir);
  const content = new SqliteContentStore(database, folder);
  const outbox = new SqliteOutbox(database);
  const leases = new SqliteLeases(database, join(dir, LOCKS));
  const archive = new SqliteArchive({ database, content, outbox }, folder, leases);
  const hostSlots = new SqliteHostSlots(database, { minPauseMs: hostPauseMs });
  const robots = new SqliteRobotsStore(database);
  return { archive, outbox, content, hostSlots, robots, close: () => archive.close() };
}

/** Closed to other users from the first moment: the outbox holds addresses. A folder that was there keeps its mode. */
function makeFiles(dir: string, file: string): void {
  try {
    mkdirSync(dir, { recursive: true, mode: 0o700 });
    closeSync(openSync(file, 'a', 0o600));
  } catch (error) {
    throw storageError(error, dir);
  }
}
