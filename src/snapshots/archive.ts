import type { OutboxRow } from '../domain/alert.ts';
import type { ExtractedPage } from '../domain/block.ts';
import type { Capture, Instant, Validators } from '../domain/capture.ts';
import type { Severity, Topic } from '../domain/fact.ts';
import type { Change, CheckRecord, Version } from '../domain/version.ts';

/** A version together with its text. */
export interface StoredVersion {
  readonly version: Version;
  readonly page: ExtractedPage;
}

/** A capture that was stored and not yet judged. */
export interface StoredCapture {
  readonly id: string;
  readonly documentId: string;
  readonly capture: Capture;
  /** The raw bytes, in the content store. */
  readonly bodySha256: string;
}

/** What one check decided; stored in one transaction together with the mark that the capture is judged. */
export interface CheckResult {
  readonly check: CheckRecord;
  /** Null where the fetch brought nothing new. */
  readonly captureId: string | null;
  /** New versions in order: a technical re-reading may precede the one that was fetched. */
  readonly versions: readonly StoredVersion[];
  readonly change: Change | null;
  readonly outbox: readonly OutboxRow[];
  /** Kept for the next conditional request; null leaves the stored ones. */
  readonly validators: Validators | null;
}

export interface DocumentStatus {
  readonly documentId: string;
  readonly lastCheck: CheckRecord | null;
  /** Time of the last check that saw the policy itself: unchanged, changed, first. */
  readonly verifiedUntil: Instant | null;
  readonly lastChangeAt: Instant | null;
  readonly versions: number;
  readonly consecutiveFailures: number;
}

export interface HistoryFilter {
  readonly documentIds?: readonly string[];
  readonly topic?: Topic;
  readonly since?: Instant;
  readonly minSeverity?: Severity;
  readonly limit?: number;
}

/**
 * Everything that is remembered about documents. Each method is one transaction and takes or gives whole aggregates.
 * A failure of the store is thrown (`storage_*`) and stops the run: nothing may go on as if it had been kept.
 */
export interface Archive {
  /** First transaction: the capture is safe before anything interprets it. Returns its id. */
  recordCapture(documentId: string, capture: Capture, body: Uint8Array): Promise<string>;
  /** Second transaction. Recording the same result again changes nothing. */
  recordResult(result: CheckResult): Promise<void>;
  /** Captures that a crash left unjudged, oldest first. */
  unjudged(): Promise<readonly StoredCapture[]>;
  captureOf(captureId: string): Promise<StoredCapture | null>;
  bodyOf(capture: StoredCapture): Promise<Uint8Array>;

  latest(documentId: string): Promise<StoredVersion | null>;
  validatorsOf(documentId: string): Promise<Validators>;
  /** Newest first. */
  versionsOf(documentId: string): Promise<readonly Version[]>;
  version(versionId: string): Promise<StoredVersion | null>;
  /** The newest version of the document with that hash. */
  versionByHash(documentId: string, hash: string): Promise<Version | null>;
  /** Newest first. */
  changes(filter: HistoryFilter): Promise<readonly Change[]>;
  change(changeId: string): Promise<Change | null>;
  status(documentIds: readonly string[]): Promise<readonly DocumentStatus[]>;

  /** Takes the document for one checker until then; false while another holds it. */
  claim(documentId: string, owner: string, now: Instant, until: Instant): Promise<boolean>;
  release(documentId: string, owner: string): Promise<void>;

  /** Throws `storage_damaged` with what is wrong; returns what was looked at. */
  verify(): Promise<{ readonly versions: number; readonly captures: number; readonly orphans: readonly string[] }>;
  close(): Promise<void>;
}
