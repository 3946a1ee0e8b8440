import { ClausewatchError } from '../../domain/clausewatch-error.ts';
import type { ContentFolder } from './content-folder.ts';
import type { SqliteContentStore } from './sqlite-content-store.ts';
import type { SqliteDatabase } from './sqlite-database.ts';

const SHOWN = 20;

export interface VerifiedArchive {
  readonly versions: number;
  readonly captures: number;
  /** Files that no row names, left by a crash; harmless. */
  readonly orphans: readonly string[];
}

export interface VerifyInput {
  readonly database: SqliteDatabase;
  readonly folder: ContentFolder;
  readonly content: SqliteContentStore;
}

/**
 * Checks the database, that every file is there in its size, and the bytes of all current versions. Throws
 * `storage_damaged` naming what is wrong.
 */
export async function verifyArchive({ database, folder, content }: VerifyInput): Promise<VerifiedArchive> {
  const files = folder.list();
  // Under the lock, after the listing: what another process was just writing has its row by now.
  const { paths, problems } = database.transaction(() => {
    const rows = database.all<{ path: string; stored_bytes: number }>('SELECT path, stored_bytes FROM contents');
    return {
      paths: new Set(rows.map(({ path }) => path)),
      problems: [...databaseProblems(database), ...fileProblems(rows, folder)],
    };
  });
  if (problems.length === 0) problems.push(...(await damagedContents(database, content)));
  if (problems.length > 0) {
    const more = problems.length > SHOWN ? `\n… and ${problems.length - SHOWN} more` : '';
    const list = problems.slice(0, SHOWN).join('\n');
    throw new ClausewatchError('storage_damaged', `The archive is damaged; restore a backup.\n${list}${more}`);
  }
  return {
    versions: countOf(database, 'versions'),
    captures: countOf(database, 'captures'),
    orphans: files.filter((file) => !paths.has(file)),
  };
}

/** What SQLite itself finds wrong, one line each. */
export function databaseProblems(database: SqliteDatabase): string[] {
  const integrity = database
    .all<{ integrity_check: string }>('PRAGMA integrity_check')
    .map((row) => row.integrity_check)
    .filter((line) => line !== 'ok');
  const dangling = database
    .all<{ table: string; rowid: number; parent: string }>('PRAGMA foreign_key_check')
    .map(({ table, rowid, parent }) => `row ${rowid} of ${table} names a row of ${parent} that is not there`);
  return [...integrity, ...dangling];
}

function fileProblems(rows: readonly { path: string; stored_bytes: number }[], folder: ContentFolder): string[] {
  return rows.flatMap(({ path, stored_bytes: expected }) => {
    const size = folder.sizeOf(path);
    if (size === expected) return [];
    return [size === null ? `${path} is missing` : `${path} has ${size} bytes instead of ${expected}`];
  });
}

async function damagedContents(database: SqliteDatabase, content: SqliteContentStore): Promise<string[]> {
  const current = database.all<{ sha256: string }>(
    `WITH current AS (SELECT * FROM versions AS v WHERE number = (SELECT max(number) FROM versions WHERE document_id = v.document_id))
     SELECT page_sha256 AS sha256 FROM current UNION SELECT markdown_sha256 FROM current
     UNION SELECT content_sha256 FROM captures WHERE id IN (SELECT capture_id FROM current UNION SELECT capture_id FROM parts)
       AND content_sha256 IS NOT NULL
     UNION SELECT page_sha256 FROM parts UNION SELECT page_sha256 FROM awaiting`,
  );
  const problems: string[] = [];
  for (const { sha256 } of current) {
    try {
      await content.get(sha256);
    } catch (error) {
      if (!(error instanceof ClausewatchError)) throw error;
      problems.push(error.message);
    }
  }
  return problems;
}

function countOf(database: SqliteDatabase, table: 'versions' | 'captures'): number {
  return database.get<{ count: number }>(`SELECT count(*) AS count FROM ${table}`)?.count ?? 0;
}
