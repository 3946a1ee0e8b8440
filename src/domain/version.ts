import type { SuspectReason } from './block.ts';
import type { Instant } from './capture.ts';
import type { Classification } from './fact.ts';
import type { Redline } from './redline.ts';

/**
 * How a version came to be: `first` capture of a document, `change` of its words, `technical` (only the reading
 * changed), `accepted-late` and `accepted-by-hand` (a suspect that found its way out), `imported` (recorded by others),
 * `origin-change` (the first capture of our own after those of others).
 */
export type VersionOrigin =
  | 'first'
  | 'change'
  | 'technical'
  | 'accepted-late'
  | 'accepted-by-hand'
  | 'imported'
  | 'origin-change';

/** Where the record of somebody else comes from. */
export interface Provenance {
  /** Its address, or for one on a disk its name. */
  readonly repository: string;
  readonly commit: string;
  /** Of the file in the repository. */
  readonly path: string;
  /** SPDX identifier; null where none is known. */
  readonly licence: string | null;
}

/** An accepted text of a document, without the text itself. */
export interface Version {
  /** Deterministic: equal documents, texts and times give equal ids in every archive. */
  readonly id: string;
  readonly documentId: string;
  /** From 1, without gaps. */
  readonly number: number;
  readonly origin: VersionOrigin;
  readonly hash: string;
  readonly title: string;
  readonly language: string;
  readonly capturedAt: Instant;
  /** How it was read: changes with our code and the document's configuration, not with the page. */
  readonly fingerprint: string;
  /** The version whose words came back, if they did. */
  readonly revertsTo: string | null;
  readonly captureId: string;
  /** Number of words, for plausibility of the next one. */
  readonly words: number;
  /** Set where others recorded it. */
  readonly provenance?: Provenance;
}

/** Two versions with at least one hunk that is not cosmetic. */
export interface Change {
  readonly id: string;
  readonly documentId: string;
  readonly before: Version;
  readonly after: Version;
  readonly detectedAt: Instant;
  readonly redline: Redline;
  readonly classification: Classification;
}

/** A change without its words. */
export type ChangeOutline = Omit<Change, 'redline'>;

/** What a check found out about one document; `unconfirmed`: other words, which have to be seen a second time. */
export type CheckOutcome =
  | 'first'
  | 'unchanged'
  | 'unconfirmed'
  | 'changed'
  | 'cosmetic'
  | 'technical'
  | 'suspect'
  | 'failed';

/** One row of the log of checks. */
export interface CheckRecord {
  readonly documentId: string;
  readonly at: Instant;
  readonly outcome: CheckOutcome;
  /** Failure code or suspect reason; of one part, where the document changed in another. */
  readonly code: string | null;
  readonly message: string | null;
  readonly ms: number;
  /** Present when robots.txt was overruled. */
  readonly robotsOverride: string | null;
  readonly changeId: string | null;
}

export type VersionDecision =
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'suspect'; readonly reason: SuspectReason }
  | { readonly kind: 'first' }
  | { readonly kind: 'new-version'; readonly revertsTo: string | null };
