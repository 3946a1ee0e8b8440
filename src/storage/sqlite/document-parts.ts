import type { ExtractedPage } from '../../domain/block.ts';
import type { Instant } from '../../domain/capture.ts';
import type { AcceptedPart } from '../../snapshots/archive.ts';
import { contentNameOf } from './content-name.ts';
import { type ValidatorsRow, validatorsFrom } from './rows.ts';
import type { PreparedContent, SqliteContentStore } from './sqlite-content-store.ts';
import type { SqliteDatabase } from './sqlite-database.ts';

interface PartRow extends ValidatorsRow {
  readonly url: string;
  readonly capture_id: string;
  readonly page_sha256: string;
  readonly by_hand: number;
  readonly verified_until: Instant;
}

export interface PartStores {
  readonly database: SqliteDatabase;
  readonly content: SqliteContentStore;
}

export interface PreparedPart {
  readonly part: AcceptedPart;
  readonly page: PreparedContent;
}

export async function findParts({ database, content }: PartStores, documentId: string): Promise<AcceptedPart[]> {
  const rows = database.all<PartRow>('SELECT * FROM parts WHERE document_id = ?', documentId);
  return Promise.all(
    rows.map(async (row) => ({
      url: row.url,
      captureId: row.capture_id,
      page: JSON.parse(Buffer.from(await content.get(row.page_sha256)).toString()) as ExtractedPage,
      acceptedByHand: row.by_hand === 1,
      verifiedUntil: row.verified_until,
      validators: validatorsFrom(row),
    })),
  );
}

export async function prepareParts(
  content: SqliteContentStore,
  documentId: string,
  parts: readonly AcceptedPart[],
): Promise<PreparedPart[]> {
  const prepared: PreparedPart[] = [];
  for (const part of parts) {
    const name = contentNameOf(documentId, part.verifiedUntil, 'part.json');
    prepared.push({ part, page: await content.prepare(Buffer.from(JSON.stringify(part.page)), name) });
  }
  return prepared;
}

/** Inside the caller's transaction. Returns the hashes of the readings that were there before. */
export function writeParts(
  { database, content }: PartStores,
  documentId: string,
  parts: readonly PreparedPart[],
): string[] {
  const before = database.all<{ sha256: string }>(
    'DELETE FROM parts WHERE document_id = ? RETURNING page_sha256 AS sha256',
    documentId,
  );
  for (const { part, page } of parts) {
    content.admit(page);
    database.run(
      `INSERT INTO parts (document_id, url, capture_id, page_sha256, by_hand, verified_until, etag, last_modified)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
      ...[documentId, part.url, part.captureId, page.sha256, part.acceptedByHand ? 1 : 0, part.verifiedUntil],
      ...[part.validators.etag ?? null, part.validators.lastModified ?? null],
    );
  }
  return before.map(({ sha256 }) => sha256);
}
