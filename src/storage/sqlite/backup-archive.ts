import { createReadStream, createWriteStream, existsSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createZstdCompress } from 'node:zlib';
import { type Pack, pack } from 'tar-stream';
import { ClausewatchError } from '../../domain/clausewatch-error.ts';
import { DATABASE_NAME, isOutboxFile, MANIFEST_NAME, manifestBytes, OUTBOX_FOLDER } from './backup-layout.ts';
import { ContentFolder, syncFolder } from './content-folder.ts';
import { formatOf } from './migrate.ts';
import { MIGRATIONS } from './migrations/all-migrations.ts';
import { baseReader } from './read-base.ts';
import { SqliteDatabase } from './sqlite-database.ts';
import { storageError } from './storage-error.ts';
import { type ContentRow, unpackContent } from './stored-content.ts';

const SNAPSHOTS = 5;

export interface BackupOptions {
  readonly dir: string;
  /** Where the backup goes: a tar file, compressed with zstd. */
  readonly file: string;
  /** Replaces a file that is there. */
  readonly force?: boolean;
}

export interface BackupSummary {
  readonly versions: number;
  readonly files: number;
  /** Of the backup itself. */
  readonly bytes: number;
}

/**
 * The whole archive in one file, while other processes work on it. It is there whole or not at all, and readable by its
 * owner only: it holds addresses. Throws `archive_missing`, `backup_exists`, `storage_*`, `content_damaged`.
 */
export async function backupArchive({ dir, file, force = false }: BackupOptions): Promise<BackupSummary> {
  const source = join(dir, DATABASE_NAME);
  if (!existsSync(source))
    throw new ClausewatchError('archive_missing', `${dir} holds no archive; nothing to back up.`);
  const target = resolve(file);
  assertFree(target, force);
  const part = `${target}.part-${process.pid}`;
  const database = new SqliteDatabase(source);
  try {
    formatOf(database, MIGRATIONS.length);
    const counts = await writeBackup({ database, dir, part });
    assertFree(target, force);
    renameSync(part, target);
    syncFolder(dirname(target));
    return { ...counts, bytes: statSync(target).size };
  } catch (error) {
    throw storageError(error, target);
  } finally {
    database.close();
    for (const left of [part, `${part}.db`]) rmSync(left, { force: true });
  }
}

function assertFree(target: string, force: boolean): void {
  if (force || !existsSync(target)) return;
  throw new ClausewatchError('backup_exists', `${target} exists; choose another name, or --force to replace it.`);
}

interface Writing {
  readonly database: SqliteDatabase;
  readonly dir: string;
  readonly part: string;
}

async function writeBackup(writing: Writing): Promise<Pick<BackupSummary, 'versions' | 'files'>> {
  const tar = pack();
  // `flush`: durable before it gets its name.
  const output = createWriteStream(writing.part, { flags: 'wx', mode: 0o600, flush: true });
  const written = pipeline(tar, createZstdCompress(), output);
  const filled = fill(tar, writing).catch((error: unknown) => {
    tar.destroy(error instanceof Error ? error : new Error(String(error)));
    throw error;
  });
  const [counts] = await Promise.all([filled, written]);
  return counts;
}

/**
 * Files first, the database after them: what comes while files are read is added, what is let go meanwhile is in the
 * backup for nothing. So a busy archive is backed up without stopping anybody.
 */
async function fill(tar: Pack, { database, dir, part }: Writing): Promise<Pick<BackupSummary, 'versions' | 'files'>> {
  await addEntry(tar, MANIFEST_NAME, manifestBytes());
  const folder = new ContentFolder(dir);
  const packed = new Map<string, string>();
  const addFiles = async (rows: readonly ContentRow[]): Promise<boolean> => {
    let complete = true;
    for (const row of rows) {
      if (packed.get(row.path) === row.sha256) continue;
      const stored = await readUnlessLetGo(row, folder, database);
      if (stored === null || packed.has(row.path)) complete = false;
      else {
        await addEntry(tar, row.path, stored);
        packed.set(row.path, row.sha256);
      }
    }
    return complete;
  };
  await addFiles(contentsOf(database));
  const copy = `${part}.db`;
  for (let snapshot = 1; ; snapshot += 1) {
    await database.copyTo(copy);
    const { rows, versions } = settleCopy(copy);
    if (await addFiles(rows)) {
      const files = rows.length + (await addOutbox(tar, join(dir, OUTBOX_FOLDER)));
      await addFile(tar, DATABASE_NAME, copy);
      tar.finalize();
      return { versions, files };
    }
    if (snapshot === SNAPSHOTS) {
      throw new ClausewatchError('storage_busy', `${dir}: texts change faster than they can be copied; try again`);
    }
    rmSync(copy);
  }
}

/** Null where the content was let go since it was listed; a file that is missing otherwise is damage. */
async function readUnlessLetGo(
  row: ContentRow,
  folder: ContentFolder,
  database: SqliteDatabase,
): Promise<Uint8Array | null> {
  try {
    const stored = await folder.read(row.path);
    if (stored === null)
      throw new ClausewatchError('content_missing', `${row.path} is gone; restore it from a backup.`);
    // What could not be restored is no backup: better to hear of it now.
    await unpackContent(stored, row, baseReader(database, folder));
    return stored;
  } catch (error) {
    const sql = 'SELECT 1 FROM contents WHERE sha256 = ? AND path = ?';
    if (database.get(sql, row.sha256, row.path) === undefined) return null;
    throw error;
  }
}

function contentsOf(database: SqliteDatabase): ContentRow[] {
  return database.all<ContentRow>('SELECT * FROM contents ORDER BY path');
}

/** One file without a log beside it, and without what only concerned the processes of that moment. */
function settleCopy(copy: string): { readonly rows: ContentRow[]; readonly versions: number } {
  const database = new SqliteDatabase(copy);
  try {
    database.exec('PRAGMA journal_mode = DELETE');
    database.exec('DELETE FROM leases; UPDATE outbox SET claimed_by = NULL, claimed_until = NULL');
    const versions = database.get<{ count: number }>('SELECT count(*) AS count FROM versions')?.count ?? 0;
    return { rows: contentsOf(database), versions };
  } finally {
    database.close();
  }
}

async function addOutbox(tar: Pack, folder: string): Promise<number> {
  if (!existsSync(folder)) return 0;
  const names = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && isOutboxFile(entry.name))
    .map(({ name }) => name)
    .toSorted();
  for (const name of names) await addFile(tar, `${OUTBOX_FOLDER}/${name}`, join(folder, name));
  return names.length;
}

function addEntry(tar: Pack, name: string, bytes: Uint8Array): Promise<void> {
  const { promise, resolve: done, reject } = Promise.withResolvers<void>();
  tar.entry({ name, mode: 0o600 }, Buffer.from(bytes), (error) => (error ? reject(error) : done()));
  return promise;
}

/** In pieces: a database may be larger than the memory. */
async function addFile(tar: Pack, name: string, file: string): Promise<void> {
  const { promise, resolve: done, reject } = Promise.withResolvers<void>();
  const sink = tar.entry({ name, size: statSync(file).size, mode: 0o600 }, (error) => (error ? reject(error) : done()));
  for await (const piece of createReadStream(file)) {
    if (!sink.write(piece)) await new Promise<void>((drained) => sink.once('drain', () => drained()));
  }
  sink.end(Buffer.alloc(0));
  await promise;
}
