import type { ExtractedPage } from '../../domain/block.ts';
import type { Capture, Instant, Validators } from '../../domain/capture.ts';
import { ClausewatchError } from '../../domain/clausewatch-error.ts';
import type { Change, ChangeOutline, Version } from '../../domain/version.ts';
import type {
  AcceptedPart,
  Archive,
  Awaiting,
  CheckResult,
  DocumentState,
  DocumentStatus,
  HistoryFilter,
  ImportKey,
  ImportRecord,
  Sighting,
  StoredCapture,
  StoredVersion,
  Suspect,
} from '../../snapshots/archive.ts';
import { findAwaiting, findSightings } from './awaiting.ts';
import type { ContentFolder } from './content-folder.ts';
import { bodyExtensionOf, contentNameOf } from './content-name.ts';
import { findParts } from './document-parts.ts';
import { documentStatus } from './document-status.ts';
import { newestBodyOf } from './find-base.ts';
import { findChange, findChanges, findOutlines } from './find-changes.ts';
import { findPartSuspects, findSuspects } from './find-suspects.ts';
import { findAllSuspects, findImports, recordImport } from './record-import.ts';
import { type ResultStores, recordResult } from './record-result.ts';
import {
  type CaptureRow,
  captureOf,
  type ValidatorsRow,
  VERSION_COLUMNS,
  type VersionRow,
  validatorsFrom,
  versionOf,
} from './rows.ts';
import type { SqliteContentStore } from './sqlite-content-store.ts';
import type { SqliteDatabase } from './sqlite-database.ts';
import type { SqliteLeases } from './sqlite-leases.ts';
import { verifyArchive } from './verify-archive.ts';
import { writeCapture } from './write-capture.ts';

interface StoredVersionRow extends VersionRow {
  readonly page_sha256: string;
}

interface StateRow {
  readonly fetched_via: DocumentState['fetchedVia'];
  readonly told_unreadable_at: Instant | null;
  readonly held_change_id: string | null;
}

/** The archive of one machine: rows in SQLite, texts and raw captures in files beside it. */
export class SqliteArchive implements Archive {
  readonly #stores: ResultStores;
  readonly #database: SqliteDatabase;
  readonly #content: SqliteContentStore;
  readonly #folder: ContentFolder;
  readonly #leases: SqliteLeases;

  constructor(stores: ResultStores, folder: ContentFolder, leases: SqliteLeases) {
    this.#stores = stores;
    this.#database = stores.database;
    this.#content = stores.content;
    this.#folder = folder;
    this.#leases = leases;
  }

  async recordCapture(documentId: string, capture: Capture, body: Uint8Array): Promise<string> {
    const name = contentNameOf(documentId, capture.fetchedAt, bodyExtensionOf(capture));
    const base = newestBodyOf(this.#database, documentId, capture.url);
    const prepared = await this.#content.prepare(body, name, base);
    // By the hash of what is stored, whatever the capture says.
    const stored = { ...capture, bodySha256: prepared.sha256 };
    return this.#database.transaction(() => {
      this.#content.admit(prepared);
      return writeCapture(this.#database, { documentId, capture: stored, contentSha256: prepared.sha256 });
    });
  }

  async recordResult(result: CheckResult): Promise<void> {
    await recordResult(this.#stores, result);
  }

  async unjudged(): Promise<readonly StoredCapture[]> {
    const sql = `SELECT * FROM captures WHERE state = 'received' ORDER BY fetched_at, rowid`;
    return this.#database.all<CaptureRow>(sql).map(captureOf);
  }

  async captureOf(captureId: string): Promise<StoredCapture | null> {
    const row = this.#database.get<CaptureRow>('SELECT * FROM captures WHERE id = ?', captureId);
    return row ? captureOf(row) : null;
  }

  async keeps(sha256: string): Promise<boolean> {
    return this.#content.keeps(sha256);
  }

  async bodyOf(capture: StoredCapture): Promise<Uint8Array> {
    return this.#content.get(capture.bodySha256);
  }

  async suspectsOf(documentId: string, partUrl?: string): Promise<readonly Suspect[]> {
    if (partUrl !== undefined) return findPartSuspects(this.#database, documentId, partUrl);
    return findSuspects(this.#database, documentId);
  }

  async awaitingOf(documentId: string): Promise<readonly Awaiting[]> {
    return findAwaiting(this.#stores, documentId);
  }

  async sightingsOf(documentId: string, url: string, since: Instant): Promise<readonly Sighting[]> {
    return findSightings(this.#database, { documentId, url, since });
  }

  async partsOf(documentId: string): Promise<readonly AcceptedPart[]> {
    return findParts(this.#stores, documentId);
  }

  async recordImport(record: ImportRecord): Promise<void> {
    await recordImport(this.#stores, record);
  }

  async changesOfChecks(documentId: string): Promise<readonly string[]> {
    const sql = 'SELECT change_id AS id FROM checks WHERE document_id = ? AND change_id IS NOT NULL';
    return this.#database.all<{ id: string }>(sql, documentId).map(({ id }) => id);
  }

  async importsOf(documentId: string): Promise<readonly ImportKey[]> {
    return findImports(this.#database, documentId);
  }

  async allSuspectsOf(documentId: string): Promise<readonly Suspect[]> {
    return findAllSuspects(this.#database, documentId);
  }

  async documentIds(): Promise<readonly string[]> {
    const sql = 'SELECT DISTINCT document_id AS id FROM versions ORDER BY document_id';
    return this.#database.all<{ id: string }>(sql).map(({ id }) => id);
  }

  async latest(documentId: string): Promise<StoredVersion | null> {
    return this.#read('SELECT * FROM versions WHERE document_id = ? ORDER BY number DESC LIMIT 1', documentId);
  }

  async version(versionId: string): Promise<StoredVersion | null> {
    return this.#read('SELECT * FROM versions WHERE id = ?', versionId);
  }

  async versionsOf(documentId: string): Promise<readonly Version[]> {
    const sql = `SELECT ${VERSION_COLUMNS} FROM versions WHERE document_id = ? ORDER BY number DESC`;
    return this.#database.all<VersionRow>(sql, documentId).map(versionOf);
  }

  async versionByHash(documentId: string, hash: string): Promise<Version | null> {
    const sql = `SELECT ${VERSION_COLUMNS} FROM versions WHERE document_id = ? AND hash = ? ORDER BY number DESC LIMIT 1`;
    const row = this.#database.get<VersionRow>(sql, documentId, hash);
    return row ? versionOf(row) : null;
  }

  async validatorsOf(documentId: string): Promise<Validators> {
    const sql = 'SELECT etag, last_modified FROM validators WHERE document_id = ?';
    return validatorsFrom(this.#database.get<ValidatorsRow>(sql, documentId));
  }

  async stateOf(documentId: string): Promise<DocumentState> {
    const row = this.#database.get<StateRow>('SELECT * FROM document_states WHERE document_id = ?', documentId);
    return {
      fetchedVia: row?.fetched_via ?? null,
      toldUnreadableAt: row?.told_unreadable_at ?? null,
      heldChangeId: row?.held_change_id ?? null,
    };
  }

  async changes(filter: HistoryFilter): Promise<readonly Change[]> {
    return findChanges(this.#database, filter);
  }

  async changeOutlines(filter: HistoryFilter): Promise<readonly ChangeOutline[]> {
    return findOutlines(this.#database, filter);
  }

  async change(changeId: string): Promise<Change | null> {
    return findChange(this.#database, changeId);
  }

  async status(documentIds: readonly string[]): Promise<readonly DocumentStatus[]> {
    return documentIds.map((documentId) => documentStatus(this.#database, documentId));
  }

  async claim(documentId: string, owner: string, now: Instant, until: Instant): Promise<boolean> {
    return this.#leases.claim(documentId, owner, { now, until });
  }

  async release(documentId: string, owner: string): Promise<void> {
    this.#leases.release(documentId, owner);
  }

  async verify(): Promise<{
    readonly versions: number;
    readonly captures: number;
    readonly orphans: readonly string[];
  }> {
    return verifyArchive({ database: this.#database, folder: this.#folder, content: this.#content });
  }

  async close(): Promise<void> {
    this.#leases.close();
    this.#database.close();
  }

  async #read(sql: string, value: string): Promise<StoredVersion | null> {
    const row = this.#database.get<StoredVersionRow>(sql, value);
    if (!row) return null;
    try {
      const page = JSON.parse(Buffer.from(await this.#content.get(row.page_sha256)).toString()) as ExtractedPage;
      return { version: versionOf(row), page };
    } catch (error) {
      // Another process may have replaced the reading (newer code) between the row and its file.
      const now = this.#database.get<StoredVersionRow>(sql, value);
      const replaced = now !== undefined && now.page_sha256 !== row.page_sha256;
      if (replaced && error instanceof ClausewatchError && error.code === 'content_missing')
        return this.#read(sql, value);
      throw error;
    }
  }
}
