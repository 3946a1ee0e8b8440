import { closeSync, openSync, renameSync, rmSync } from 'node:fs';
import { ClausewatchError } from '../../domain/clausewatch-error.ts';
import { SqliteDatabase } from './sqlite-database.ts';

// "CLWS": tells an archive from any other SQLite file (PRAGMA application_id).
const APPLICATION_ID = 0x43_4c_57_53;

/**
 * Brings an archive to the newest format. An older one is copied to `<file>.before-<its format>` first. Throws
 * `archive_newer` where it was written by a newer clausewatch, `archive_foreign` where it is no archive.
 */
export function migrate(database: SqliteDatabase, migrations: readonly string[]): void {
  const found = formatOf(database, migrations.length);
  if (found === migrations.length) return;
  if (found > 0) copyAside(database, found);
  database.transaction(() => {
    // Asked again under the lock: another process may have migrated while this one waited.
    const current = formatOf(database, migrations.length);
    for (const statements of migrations.slice(current)) database.exec(statements);
    database.exec(`PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${migrations.length}`);
  });
}

/** 0 for a database without tables. Throws `archive_newer` or `archive_foreign`. */
export function formatOf(database: SqliteDatabase, newest: number): number {
  const format = numberOf(database, 'PRAGMA user_version');
  const application = numberOf(database, 'PRAGMA application_id');
  const tables = numberOf(database, 'SELECT count(*) FROM sqlite_schema');
  if (application !== APPLICATION_ID && tables > 0) {
    throw new ClausewatchError(
      'archive_foreign',
      `${database.file} is no archive of clausewatch; choose another folder.`,
    );
  }
  if (format > newest) {
    const message = `${database.file} has format ${format}, this clausewatch reads up to ${newest}; install a newer one.`;
    throw new ClausewatchError('archive_newer', message);
  }
  return format;
}

function numberOf(database: SqliteDatabase, sql: string): number {
  return Object.values(database.get<Record<string, number>>(sql) ?? {})[0] ?? 0;
}

/** Under its final name only when complete, so that a crash never leaves half a copy that looks like a whole one. */
function copyAside(database: SqliteDatabase, format: number): void {
  const copy = `${database.file}.before-${format}`;
  const part = `${copy}.part-${process.pid}`;
  rmSync(part, { force: true });
  // Made by us because SQLite would make it readable for everybody.
  closeSync(openSync(part, 'w', 0o600));
  database.run('VACUUM INTO ?', part);
  // Another process may have migrated since: its own copy is the one from before.
  if (formatOfFile(part) === format) renameSync(part, copy);
  else rmSync(part);
}

function formatOfFile(file: string): number {
  const database = new SqliteDatabase(file);
  try {
    return numberOf(database, 'PRAGMA user_version');
  } finally {
    database.close();
  }
}
