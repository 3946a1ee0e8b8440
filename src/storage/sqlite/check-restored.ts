import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { ClausewatchError } from '../../domain/clausewatch-error.ts';
import { DATABASE_NAME, MANIFEST_NAME, mayHold } from './backup-layout.ts';
import { ContentFolder } from './content-folder.ts';
import { formatOf, migrate } from './migrate.ts';
import { MIGRATIONS } from './migrations/all-migrations.ts';
import { baseReader } from './read-base.ts';
import { SqliteDatabase } from './sqlite-database.ts';
import { type ContentRow, unpackContent } from './stored-content.ts';
import { databaseProblems } from './verify-archive.ts';

export interface RestoredCounts {
  readonly versions: number;
  readonly files: number;
}

/**
 * Looks at everything in an unpacked backup before it becomes an archive: format, tables, rows and each content by its
 * hash. Removes what no row names. Throws `archive_newer`, `archive_foreign` or `backup_invalid`.
 */
export async function checkRestored(dir: string, maxFileBytes: number): Promise<RestoredCounts> {
  try {
    return await checkDatabase(dir, maxFileBytes);
  } catch (error) {
    if (!(error instanceof ClausewatchError) || !/^(?:content|storage)_/.test(error.code)) throw error;
    throw new ClausewatchError('backup_invalid', `The backup is damaged: ${error.message}`, { cause: error });
  }
}

async function checkDatabase(dir: string, maxFileBytes: number): Promise<RestoredCounts> {
  const database = new SqliteDatabase(join(dir, DATABASE_NAME));
  try {
    // Foreign tables may hold triggers and views that call functions.
    database.exec('PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON');
    assertTables(database);
    const [problem] = databaseProblems(database);
    if (problem !== undefined) throw new ClausewatchError('backup_invalid', `The backup is damaged: ${problem}`);
    const rows = database.all<ContentRow>('SELECT * FROM contents');
    const folder = new ContentFolder(dir);
    const baseOf = baseReader(database, folder);
    for (const row of rows) await checkContent(row, { folder, maxFileBytes, baseOf });
    const named = new Set(rows.map(({ path }) => path));
    for (const path of folder.list()) if (!named.has(path)) folder.remove(path);
    rmSync(join(dir, MANIFEST_NAME));
    const versions = database.get<{ count: number }>('SELECT count(*) AS count FROM versions')?.count ?? 0;
    return { versions, files: rows.length };
  } finally {
    database.close();
  }
}

interface ContentCheck {
  readonly folder: ContentFolder;
  readonly maxFileBytes: number;
  readonly baseOf: (sha256: string) => Promise<Uint8Array>;
}

async function checkContent(row: ContentRow, { folder, maxFileBytes, baseOf }: ContentCheck): Promise<void> {
  const shown = JSON.stringify(row.path);
  // The row says where clausewatch will read and write later on.
  if (!mayHold(row.path) || row.bytes > maxFileBytes) {
    throw new ClausewatchError('backup_invalid', `The backup names ${shown}, which cannot be part of an archive.`);
  }
  const stored = await folder.read(row.path);
  if (stored === null) throw new ClausewatchError('backup_invalid', `The backup lacks ${shown}.`);
  await unpackContent(stored, row, baseOf);
}

/** The same tables as ours of that format, and nothing beside them: no triggers, no views. */
function assertTables(database: SqliteDatabase): void {
  const format = formatOf(database, MIGRATIONS.length);
  const ours = new SqliteDatabase(':memory:');
  try {
    migrate(ours, MIGRATIONS.slice(0, format));
    if (format > 0 && schemaOf(database) === schemaOf(ours)) return;
  } finally {
    ours.close();
  }
  throw new ClausewatchError('backup_invalid', `The database of the backup has not the tables of format ${format}.`);
}

function schemaOf(database: SqliteDatabase): string {
  return JSON.stringify(database.all('SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name'));
}
