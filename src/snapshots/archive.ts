import type { OutboxRow } from '../domain/alert.ts';
import type { ExtractedPage, SuspectReason } from '../domain/block.ts';
import type { Capture, FetchedVia, Instant, Validators } from '../domain/capture.ts';
import type { Severity, Topic } from '../domain/fact.ts';
import type { Change, ChangeOutline, CheckOutcome, CheckRecord, Provenance, Version } from '../domain/version.ts';

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

/** A capture that was not taken for the policy. */
export interface Suspect extends StoredCapture {
  readonly reason: SuspectReason;
  /** Of its words; null where an archive of format 1 did not keep it. */
  readonly pageHash: string | null;
}

/** A reading that differs from what holds, and waits to be seen a second time. One for each URL at most. */
export interface Awaiting {
  readonly stored: StoredCapture;
  readonly page: ExtractedPage;
  /** When other words than those that hold were first seen, be they these or others that were seen before them. */
  readonly since: Instant;
}

/** A capture whose words were not confirmed. */
export interface Sighting {
  readonly at: Instant;
  readonly pageHash: string;
}

/** What is remembered about a document beside its texts. */
export interface DocumentState {
  /** How its policy was last read; null before that. */
  readonly fetchedVia: FetchedVia | null;
  /** When its readers were told that it cannot be read; null while it can, or before they were told. */
  readonly toldUnreadableAt: Instant | null;
  /** The change whose alerts wait until its text has stayed, as the document goes back and forth; null: none waits. */
  readonly heldChangeId: string | null;
}

/** What became of one of several captures of a check. */
export interface SettledCapture {
  readonly captureId: string;
  readonly outcome: CheckOutcome;
  /** Set where it stands as the suspect of its part. */
  readonly reason?: SuspectReason;
  /** Which words were read; kept of suspects and of what was not confirmed. */
  readonly pageHash?: string;
}

/** The last accepted reading of one part of a document of several URLs. */
export interface AcceptedPart {
  readonly url: string;
  readonly captureId: string;
  readonly page: ExtractedPage;
  /** A person said of these words that they are the policy. */
  readonly acceptedByHand: boolean;
  /** When this part itself was last seen. */
  readonly verifiedUntil: Instant;
  readonly validators: Validators;
}

/** What one check decided; stored in one transaction together with the mark that the capture is judged. */
export interface CheckResult {
  readonly check: CheckRecord;
  /** Null where the fetch brought nothing new. */
  readonly captureId: string | null;
  /** A capture of bytes that are stored already: kept without them, and judged with this check. */
  readonly held?: Capture;
  /** Of all captures that are judged with this check, where they are several, `captureId` among them or beside them. */
  readonly captures?: readonly SettledCapture[];
  /** Takes the place of all that was kept of the document's parts; left out, that stays. */
  readonly parts?: readonly AcceptedPart[];
  /** Takes the place of all that awaited confirmation; left out, that stays. */
  readonly awaiting?: readonly Awaiting[];
  /** New versions in order: a technical re-reading may precede the one that was fetched. */
  readonly versions: readonly StoredVersion[];
  readonly change: Change | null;
  readonly outbox: readonly OutboxRow[];
  /** Kept for the next conditional request; null leaves the stored ones. */
  readonly validators: Validators | null;
  /** As that of a `SettledCapture`, for `captureId`. */
  readonly pageHash?: string;
  /** What to remember from now on; what is left out stays as it was. */
  readonly state?: Partial<DocumentState>;
}

/** What an import made of one version of another archive. `unchanged`: the words that held already. */
export interface ImportRecord {
  readonly documentId: string;
  readonly provenance: Provenance;
  /** Deterministic: an import that was cut short and begins again makes the same rows. */
  readonly captureId: string;
  readonly capture: Capture;
  readonly body: Uint8Array;
  readonly outcome: 'imported' | 'cosmetic' | 'technical' | 'unchanged' | 'suspect';
  /** Of a suspect. */
  readonly reason?: SuspectReason;
  readonly pageHash?: string;
  readonly version?: StoredVersion;
  readonly change?: Change;
  /** Set where the version comes before others: their numbers rise by one, and with it in one transaction: */
  readonly following?: {
    /** Those whose origin or `revertsTo` is another beside it. */
    readonly rewritten: readonly Version[];
    /** From it to the next one; null where nothing but typography differs. */
    readonly change: Change | null;
    /** Id of the change to the next one from the version that was before that one; null where it was the first. */
    readonly replaces: string | null;
  };
}

/** Which file of which commit an import has taken in. */
export interface ImportKey {
  readonly commit: string;
  readonly path: string;
  readonly capturedAt: Instant;
}

export interface DocumentStatus {
  readonly documentId: string;
  readonly lastCheck: CheckRecord | null;
  /** Time of the last check that saw the policy itself: unchanged, changed, first. */
  readonly verifiedUntil: Instant | null;
  /** Since when other words wait to be confirmed; null where none do. */
  readonly awaitingSince: Instant | null;
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
  /** Whether bytes of that SHA-256 are stored, and their file is as long as it was when it was written. */
  keeps(sha256: string): Promise<boolean>;
  bodyOf(capture: StoredCapture): Promise<Uint8Array>;
  /** Those since the policy itself was last seen, or the part of that URL; newest first. */
  suspectsOf(documentId: string, partUrl?: string): Promise<readonly Suspect[]>;
  /** Readings that wait for their confirmation. */
  awaitingOf(documentId: string): Promise<readonly Awaiting[]>;
  /** What was not confirmed at this URL since then, oldest first. */
  sightingsOf(documentId: string, url: string, since: Instant): Promise<readonly Sighting[]>;
  /** Of a document of several URLs, in no order; empty for all others. */
  partsOf(documentId: string): Promise<readonly AcceptedPart[]>;

  /** One version of another archive with all that follows from it. Recording it again changes nothing. */
  recordImport(record: ImportRecord): Promise<void>;
  /** Ids of the changes of the document that a check found, and may have told. */
  changesOfChecks(documentId: string): Promise<readonly string[]>;
  /** What was taken in for the document, oldest first. */
  importsOf(documentId: string): Promise<readonly ImportKey[]>;
  /** Every capture of the document that stands as a suspect and still has its bytes, oldest first. */
  allSuspectsOf(documentId: string): Promise<readonly Suspect[]>;
  /** Ids of all documents with a version. */
  documentIds(): Promise<readonly string[]>;

  latest(documentId: string): Promise<StoredVersion | null>;
  validatorsOf(documentId: string): Promise<Validators>;
  stateOf(documentId: string): Promise<DocumentState>;
  /** Newest first. */
  versionsOf(documentId: string): Promise<readonly Version[]>;
  version(versionId: string): Promise<StoredVersion | null>;
  /** The newest version of the document with that hash. */
  versionByHash(documentId: string, hash: string): Promise<Version | null>;
  /** Newest first. */
  changes(filter: HistoryFilter): Promise<readonly Change[]>;
  /** Newest first, without reading what changed. */
  changeOutlines(filter: HistoryFilter): Promise<readonly ChangeOutline[]>;
  change(changeId: string): Promise<Change | null>;
  status(documentIds: readonly string[]): Promise<readonly DocumentStatus[]>;

  /** Takes the document for one checker until then, or from one whose process has ended; false while another holds it. */
  claim(documentId: string, owner: string, now: Instant, until: Instant): Promise<boolean>;
  release(documentId: string, owner: string): Promise<void>;

  /** Throws `storage_damaged` with what is wrong; returns what was looked at. */
  verify(): Promise<{ readonly versions: number; readonly captures: number; readonly orphans: readonly string[] }>;
  close(): Promise<void>;
}
