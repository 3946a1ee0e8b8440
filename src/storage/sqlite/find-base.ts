import type { SqliteDatabase } from './sqlite-database.ts';

/** The newest reading of a document that is stored by itself: the next one probably resembles it. */
export function newestPageOf(database: SqliteDatabase, documentId: string): string | null {
  const sql = `SELECT page_sha256 AS sha256 FROM versions JOIN contents ON contents.sha256 = page_sha256
    WHERE document_id = ? AND base_sha256 IS NULL ORDER BY number DESC LIMIT 1`;
  return database.get<{ sha256: string }>(sql, documentId)?.sha256 ?? null;
}

/** The newest raw capture of a URL that is stored by itself and stays, as a version or part was read from it. */
export function newestBodyOf(database: SqliteDatabase, documentId: string, url: string): string | null {
  const sql = `SELECT content_sha256 AS sha256 FROM captures JOIN contents ON contents.sha256 = content_sha256
    WHERE document_id = ? AND url = ? AND content_sha256 IS NOT NULL AND base_sha256 IS NULL
      AND (EXISTS (SELECT 1 FROM versions WHERE capture_id = captures.id)
        OR EXISTS (SELECT 1 FROM parts WHERE capture_id = captures.id))
    ORDER BY fetched_at DESC LIMIT 1`;
  return database.get<{ sha256: string }>(sql, documentId, url)?.sha256 ?? null;
}
