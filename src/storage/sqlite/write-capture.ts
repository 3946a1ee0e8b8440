import type { Capture } from '../../domain/capture.ts';
import { stableId } from '../../domain/stable-id.ts';
import type { SqliteDatabase } from './sqlite-database.ts';

export interface CaptureToWrite {
  readonly documentId: string;
  readonly capture: Capture;
  /** Null where this capture keeps no bytes of its own. */
  readonly contentSha256: string | null;
}

/** Follows from what was captured, when and for which document. */
export function captureIdOf(documentId: string, { url, fetchedAt, bodySha256 }: Capture): string {
  return stableId('capture', documentId, url, fetchedAt, bodySha256);
}

/** Inside the caller's transaction: the capture, not yet judged. Returns its id. */
export function writeCapture(database: SqliteDatabase, { documentId, capture, contentSha256 }: CaptureToWrite): string {
  const id = captureIdOf(documentId, capture);
  const { url, fetchedAt, bodySha256 } = capture;
  database.run(
    `INSERT INTO captures (id, document_id, url, fetched_at, body_sha256, content_sha256, state, capture)
     VALUES (?, ?, ?, ?, ?, ?, 'received', ?) ON CONFLICT (id) DO NOTHING`,
    ...[id, documentId, url, fetchedAt, bodySha256, contentSha256, JSON.stringify(capture)],
  );
  return id;
}
