import { ClausewatchError } from '../../domain/clausewatch-error.ts';
import { stableId } from '../../domain/stable-id.ts';
import type { Change, CheckRecord, Version } from '../../domain/version.ts';
import type { CheckResult, DocumentState, SettledCapture, StoredVersion } from '../../snapshots/archive.ts';
import { prepareAwaiting, writeAwaiting } from './awaiting.ts';
import { contentNameOf } from './content-name.ts';
import { prepareParts, writeParts } from './document-parts.ts';
import { newestPageOf } from './find-base.ts';
import { packRedline } from './rows.ts';
import type { PreparedContent, SqliteContentStore } from './sqlite-content-store.ts';
import type { SqliteDatabase } from './sqlite-database.ts';
import type { SqliteOutbox } from './sqlite-outbox.ts';
import { captureIdOf, writeCapture } from './write-capture.ts';

export interface ResultStores {
  readonly database: SqliteDatabase;
  readonly content: SqliteContentStore;
  readonly outbox: SqliteOutbox;
}

export interface PreparedVersion {
  readonly version: Version;
  readonly page: PreparedContent;
  readonly markdown: PreparedContent;
}

/**
 * The second transaction: versions, change, check, alerts and the mark that the capture is judged, all or nothing. Ids
 * are deterministic, so recording the same result again changes nothing.
 */
export async function recordResult(stores: ResultStores, given: CheckResult): Promise<void> {
  const result = given.held ? { ...given, captureId: captureIdOf(given.check.documentId, given.held) } : given;
  const { database, content, outbox } = stores;
  const versions: PreparedVersion[] = [];
  for (const stored of result.versions) versions.push(await prepareVersion(stores, stored));
  const { documentId } = result.check;
  const parts = result.parts && (await prepareParts(content, documentId, result.parts));
  const awaiting = result.awaiting && (await prepareAwaiting(stores, documentId, result.awaiting));
  const freed = database.transaction(() => {
    if (result.held) writeCapture(database, { documentId, capture: result.held, contentSha256: null });
    const replaced = versions.flatMap((version) => writeVersion(stores, version));
    if (result.change) writeChange(database, result.change);
    const isNew = writeCheck(database, result);
    outbox.insert(result.outbox);
    if (!isNew) return content.release(replaced);
    if (parts) replaced.push(...writeParts(stores, documentId, parts));
    if (awaiting) replaced.push(...writeAwaiting(stores, documentId, awaiting));
    return content.release([...replaced, ...settle(database, result), ...letUnconfirmedGo(database, documentId)]);
  });
  content.removeFiles(freed);
}

export async function prepareVersion(
  { database, content }: ResultStores,
  { version, page }: StoredVersion,
): Promise<PreparedVersion> {
  const { documentId, capturedAt } = version;
  const name = (extension: string): string => contentNameOf(documentId, capturedAt, extension);
  const bytes = Buffer.from(JSON.stringify(page));
  return {
    version,
    page: await content.prepare(bytes, name('json'), newestPageOf(database, documentId)),
    // For people only: the page holds it too, so that an edited file does not stop the watch.
    markdown: await content.prepare(Buffer.from(page.markdown), name('md')),
  };
}

/**
 * A version that is known gets its new reading: same words, read by newer code. Returns the hashes of the readings it
 * replaced.
 */
export function writeVersion({ database, content }: ResultStores, prepared: PreparedVersion): string[] {
  const { version, page, markdown } = prepared;
  content.admit(page);
  content.admit(markdown);
  const known = database.get<{ page_sha256: string; markdown_sha256: string }>(
    'SELECT page_sha256, markdown_sha256 FROM versions WHERE id = ?',
    version.id,
  );
  const written = database.run(
    `INSERT INTO versions (id, document_id, number, origin, hash, title, language, captured_at, fingerprint, reverts_to,
       capture_id, words, provenance, page_sha256, markdown_sha256) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET fingerprint = excluded.fingerprint, page_sha256 = excluded.page_sha256,
       capture_id = excluded.capture_id, markdown_sha256 = excluded.markdown_sha256 WHERE number = excluded.number`,
    ...[version.id, version.documentId, version.number, version.origin, version.hash, version.title, version.language],
    ...[version.capturedAt, version.fingerprint, version.revertsTo, version.captureId, version.words],
    ...[version.provenance ? JSON.stringify(version.provenance) : null, page.sha256, markdown.sha256],
  );
  if (written === 0) {
    const message = `Version ${version.id} of ${version.documentId} is recorded already, and not as number ${version.number}.`;
    throw new ClausewatchError('storage_conflict', message);
  }
  return known ? [known.page_sha256, known.markdown_sha256] : [];
}

export function writeChange(database: SqliteDatabase, change: Change): void {
  database.run(
    `INSERT INTO changes (id, document_id, before_id, after_id, detected_at, severity, redline, redline_zstd, classification)
     VALUES (?, ?, ?, ?, ?, ?, '', ?, ?) ON CONFLICT (id) DO NOTHING`,
    ...[change.id, change.documentId, change.before.id, change.after.id, change.detectedAt],
    ...[change.classification.severity, packRedline(change.redline), JSON.stringify(change.classification)],
  );
}

/** False where the check was recorded before. */
function writeCheck(database: SqliteDatabase, { check, captureId }: CheckResult): boolean {
  const inserted = database.run(
    `INSERT INTO checks (id, document_id, at, outcome, code, message, ms, robots_override, change_id, capture_id)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING`,
    checkId(check, captureId),
    ...[check.documentId, check.at, check.outcome, check.code, check.message, check.ms],
    ...[check.robotsOverride, check.changeId, captureId],
  );
  return inserted === 1;
}

function checkId(check: CheckRecord, captureId: string | null): string {
  return stableId('check', check.documentId, check.at, check.outcome, captureId ?? '');
}

/** Marks the captures as judged. Returns the hashes of bodies that need not be kept any longer. */
function settle(database: SqliteDatabase, result: CheckResult): string[] {
  const { check, captureId, validators, pageHash, captures = [] } = result;
  if (result.state) writeState(database, check.documentId, result.state);
  if (validators) {
    database.run(
      `INSERT INTO validators (document_id, etag, last_modified) VALUES (?, ?, ?)
       ON CONFLICT (document_id) DO UPDATE SET etag = excluded.etag, last_modified = excluded.last_modified`,
      ...[check.documentId, validators.etag ?? null, validators.lastModified ?? null],
    );
  }
  const listed = captureId === null || captures.some((capture) => capture.captureId === captureId);
  const main = { captureId: captureId ?? '', outcome: check.outcome, ...(pageHash === undefined ? {} : { pageHash }) };
  const all: readonly SettledCapture[] = listed ? captures : [...captures, main];
  return all.flatMap((capture) => settleCapture(database, check.documentId, capture));
}

function settleCapture(database: SqliteDatabase, documentId: string, capture: SettledCapture): string[] {
  const { captureId, outcome, reason, pageHash } = capture;
  database.run(
    `UPDATE captures SET state = 'judged', outcome = ?, reason = ?, page_hash = ? WHERE id = ?`,
    ...[outcome, reason ?? null, pageHash ?? null, captureId],
  );
  if (outcome === 'suspect' || outcome === 'failed' || outcome === 'unconfirmed') return [];
  // Earlier captures with the same words as a version differ from it only in noise; suspects and versions stay.
  const letGo = `document_id = ?1 AND id <> ?2 AND url = (SELECT url FROM captures WHERE id = ?2) AND state = 'judged'
    AND outcome IN ('unchanged', 'technical') AND content_sha256 IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM versions WHERE capture_id = captures.id)
    AND NOT EXISTS (SELECT 1 FROM parts WHERE capture_id = captures.id)`;
  const values = [documentId, captureId];
  const kept = database.all<{ sha256: string }>(
    `SELECT content_sha256 AS sha256 FROM captures WHERE ${letGo}`,
    ...values,
  );
  if (kept.length > 0) database.run(`UPDATE captures SET content_sha256 = NULL WHERE ${letGo}`, ...values);
  return kept.map(({ sha256 }) => sha256);
}

/**
 * Looks whose words were not confirmed keep their time and hash, by which they are counted, and their bytes only as long
 * as they wait: nothing reads those of any other. Returns the hashes.
 */
function letUnconfirmedGo(database: SqliteDatabase, documentId: string): string[] {
  const letGo = `document_id = ? AND content_sha256 IS NOT NULL AND state = 'judged' AND outcome = 'unconfirmed'
    AND NOT EXISTS (SELECT 1 FROM awaiting WHERE capture_id = captures.id)
    AND NOT EXISTS (SELECT 1 FROM versions WHERE capture_id = captures.id)
    AND NOT EXISTS (SELECT 1 FROM parts WHERE capture_id = captures.id)`;
  const sql = `SELECT content_sha256 AS sha256 FROM captures WHERE ${letGo}`;
  const kept = database.all<{ sha256: string }>(sql, documentId);
  if (kept.length > 0) database.run(`UPDATE captures SET content_sha256 = NULL WHERE ${letGo}`, documentId);
  return kept.map(({ sha256 }) => sha256);
}

const STATE_COLUMNS = {
  fetchedVia: 'fetched_via',
  toldUnreadableAt: 'told_unreadable_at',
  heldChangeId: 'held_change_id',
} as const satisfies Record<keyof DocumentState, string>;

function writeState(database: SqliteDatabase, documentId: string, state: Partial<DocumentState>): void {
  database.run('INSERT INTO document_states (document_id) VALUES (?) ON CONFLICT DO NOTHING', documentId);
  for (const [key, column] of Object.entries(STATE_COLUMNS)) {
    const value = state[key as keyof DocumentState];
    if (value === undefined) continue;
    database.run(`UPDATE document_states SET ${column} = ? WHERE document_id = ?`, value, documentId);
  }
}
