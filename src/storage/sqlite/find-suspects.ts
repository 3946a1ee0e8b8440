import type { SuspectReason } from '../../domain/block.ts';
import type { Suspect } from '../../snapshots/archive.ts';
import { lastSeenPolicy } from './document-status.ts';
import { type CaptureRow, captureOf } from './rows.ts';
import type { SqliteDatabase } from './sqlite-database.ts';

interface SuspectRow extends CaptureRow {
  readonly page_hash: string | null;
  readonly reason: SuspectReason;
}

/** Suspects since the policy itself was last seen, newest first. One that was accepted meanwhile is none any longer. */
export function findSuspects(database: SqliteDatabase, documentId: string): Suspect[] {
  const lastSeen = lastSeenPolicy(database, documentId);
  const rows = database.all<SuspectRow>(
    `SELECT captures.id, captures.document_id, captures.body_sha256, captures.capture, captures.page_hash,
       checks.code AS reason FROM checks JOIN captures ON captures.id = checks.capture_id
     WHERE checks.document_id = ? AND (checks.at, checks.rowid) > (?, ?)
       AND checks.outcome = 'suspect' AND captures.outcome = 'suspect'
     ORDER BY checks.at DESC, checks.rowid DESC`,
    ...[documentId, lastSeen?.at ?? '', lastSeen?.place ?? 0],
  );
  return rows.map((row) => ({ ...captureOf(row), reason: row.reason, pageHash: row.page_hash }));
}

/** Those of one part since it was last seen itself, newest first. */
export function findPartSuspects(database: SqliteDatabase, documentId: string, url: string): Suspect[] {
  const rows = database.all<SuspectRow>(
    `SELECT * FROM captures WHERE document_id = ?1 AND url = ?2 AND outcome = 'suspect' AND reason IS NOT NULL
       AND fetched_at > coalesce((SELECT verified_until FROM parts WHERE document_id = ?1 AND url = ?2), '')
     ORDER BY fetched_at DESC, rowid DESC`,
    ...[documentId, url],
  );
  return rows.map((row) => ({ ...captureOf(row), reason: row.reason, pageHash: row.page_hash }));
}
