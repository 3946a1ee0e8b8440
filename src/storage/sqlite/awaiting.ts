import type { ExtractedPage } from '../../domain/block.ts';
import type { Instant } from '../../domain/capture.ts';
import type { Awaiting, Sighting } from '../../snapshots/archive.ts';
import { contentNameOf } from './content-name.ts';
import type { PartStores } from './document-parts.ts';
import { newestPageOf } from './find-base.ts';
import { type CaptureRow, captureOf } from './rows.ts';
import type { PreparedContent, SqliteContentStore } from './sqlite-content-store.ts';
import type { SqliteDatabase } from './sqlite-database.ts';

export interface PreparedAwaiting {
  readonly awaiting: Awaiting;
  readonly page: PreparedContent;
}

export async function findAwaiting({ database, content }: PartStores, documentId: string): Promise<Awaiting[]> {
  const rows = database.all<CaptureRow & { readonly page_sha256: string; readonly since: Instant }>(
    `SELECT captures.id, captures.document_id, captures.body_sha256, captures.capture,
       awaiting.page_sha256, awaiting.since
     FROM awaiting JOIN captures ON captures.id = awaiting.capture_id WHERE awaiting.document_id = ?`,
    documentId,
  );
  return Promise.all(
    rows.map(async (row) => ({
      stored: captureOf(row),
      since: row.since,
      page: JSON.parse(Buffer.from(await content.get(row.page_sha256)).toString()) as ExtractedPage,
    })),
  );
}

export function findSightings(
  database: SqliteDatabase,
  { documentId, url, since }: { readonly documentId: string; readonly url: string; readonly since: Instant },
): Sighting[] {
  return database.all<{ at: Instant; pageHash: string }>(
    `SELECT fetched_at AS at, page_hash AS pageHash FROM captures
     WHERE document_id = ? AND url = ? AND outcome = 'unconfirmed' AND fetched_at > ? ORDER BY fetched_at`,
    ...[documentId, url, since],
  );
}

/** Under the name of the version that it may become: then its text is stored already. */
export async function prepareAwaiting(
  { database, content }: { readonly database: SqliteDatabase; readonly content: SqliteContentStore },
  documentId: string,
  awaiting: readonly Awaiting[],
): Promise<PreparedAwaiting[]> {
  const prepared: PreparedAwaiting[] = [];
  for (const one of awaiting) {
    const name = contentNameOf(documentId, one.stored.capture.fetchedAt, 'json');
    const bytes = Buffer.from(JSON.stringify(one.page));
    prepared.push({ awaiting: one, page: await content.prepare(bytes, name, newestPageOf(database, documentId)) });
  }
  return prepared;
}

/** Inside the caller's transaction. Returns the hashes of the readings that awaited before. */
export function writeAwaiting(
  { database, content }: { readonly database: SqliteDatabase; readonly content: SqliteContentStore },
  documentId: string,
  prepared: readonly PreparedAwaiting[],
): string[] {
  const before = database.all<{ sha256: string }>(
    'DELETE FROM awaiting WHERE document_id = ? RETURNING page_sha256 AS sha256',
    documentId,
  );
  for (const { awaiting, page } of prepared) {
    content.admit(page);
    const { id, capture } = awaiting.stored;
    const sql = 'INSERT INTO awaiting (document_id, url, capture_id, page_sha256, since) VALUES (?, ?, ?, ?, ?)';
    database.run(sql, documentId, capture.url, id, page.sha256, awaiting.since);
  }
  return before.map(({ sha256 }) => sha256);
}
