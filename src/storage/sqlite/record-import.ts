import type { Version } from '../../domain/version.ts';
import type { ImportKey, ImportRecord, Suspect } from '../../snapshots/archive.ts';
import { bodyExtensionOf, contentNameOf } from './content-name.ts';
import { newestBodyOf } from './find-base.ts';
import { prepareVersion, type ResultStores, writeChange, writeVersion } from './record-result.ts';
import { type CaptureRow, captureOf } from './rows.ts';
import type { SqliteDatabase } from './sqlite-database.ts';

/**
 * Capture, version, change and the mark that this file of this commit was taken in, in one transaction: an import that
 * is killed has either all of a version or nothing. The bytes of what says nothing new are not kept.
 */
export async function recordImport(stores: ResultStores, record: ImportRecord): Promise<void> {
  const { database, content } = stores;
  const { documentId, capture, body, version, change } = record;
  const kept = record.outcome === 'unchanged' ? null : await prepareBody(stores, record, body);
  const prepared = version && (await prepareVersion(stores, version));
  database.transaction(() => {
    const isNew = writeKey(database, record);
    if (!isNew) return;
    if (kept) content.admit(kept);
    database.run(
      `INSERT INTO captures (id, document_id, url, fetched_at, body_sha256, content_sha256, state, outcome, reason, page_hash, capture)
       VALUES (?, ?, ?, ?, ?, ?, 'judged', ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING`,
      ...[record.captureId, documentId, capture.url, capture.fetchedAt, capture.bodySha256],
      ...[
        kept?.sha256 ?? null,
        record.outcome,
        record.reason ?? null,
        record.pageHash ?? null,
        JSON.stringify(capture),
      ],
    );
    if (prepared && record.following) makeRoom(database, prepared.version);
    if (prepared) writeVersion(stores, prepared);
    if (change) writeChange(database, change);
    if (record.following) writeFollowing(database, record.following);
  });
}

/** Numbers rise by one from that of the version on; over negative ones, as no two may be equal at any moment. */
function makeRoom(database: SqliteDatabase, { documentId, number }: Version): void {
  const turn = 'UPDATE versions SET number = -number WHERE document_id = ? AND number >= ?';
  database.run(turn, documentId, number);
  database.run('UPDATE versions SET number = 1 - number WHERE document_id = ? AND number < 0', documentId);
}

function writeFollowing(
  database: SqliteDatabase,
  { rewritten, change, replaces }: NonNullable<ImportRecord['following']>,
): void {
  for (const { id, origin, revertsTo } of rewritten)
    database.run('UPDATE versions SET origin = ?, reverts_to = ? WHERE id = ?', origin, revertsTo, id);
  if (replaces !== null) database.run('DELETE FROM changes WHERE id = ?', replaces);
  if (change) writeChange(database, change);
}

function prepareBody(
  { database, content }: ResultStores,
  { documentId, capture }: ImportRecord,
  body: Uint8Array,
): ReturnType<ResultStores['content']['prepare']> {
  const name = contentNameOf(documentId, capture.fetchedAt, bodyExtensionOf(capture));
  return content.prepare(body, name, newestBodyOf(database, documentId, capture.url));
}

/** False where it was taken in before. */
function writeKey(database: SqliteDatabase, { documentId, provenance, outcome, capture }: ImportRecord): boolean {
  const written = database.run(
    `INSERT INTO imports (document_id, commit_id, path, outcome, captured_at) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT DO NOTHING`,
    ...[documentId, provenance.commit, provenance.path, outcome, capture.fetchedAt],
  );
  return written === 1;
}

export function findImports(database: SqliteDatabase, documentId: string): ImportKey[] {
  const sql =
    'SELECT commit_id AS "commit", path, captured_at AS "capturedAt" FROM imports WHERE document_id = ? ORDER BY captured_at, rowid';
  return database.all<ImportKey>(sql, documentId);
}

export function findAllSuspects(database: SqliteDatabase, documentId: string): Suspect[] {
  const rows = database.all<CaptureRow & { reason: Suspect['reason'] | null; page_hash: string | null }>(
    `SELECT captures.*, coalesce(reason, (SELECT code FROM checks WHERE checks.capture_id = captures.id
         AND checks.outcome = 'suspect' LIMIT 1)) AS reason
     FROM captures WHERE document_id = ? AND outcome = 'suspect' AND content_sha256 IS NOT NULL
     ORDER BY fetched_at, rowid`,
    documentId,
  );
  return rows.map((row) => ({ ...captureOf(row), reason: row.reason ?? 'unreadable', pageHash: row.page_hash }));
}
