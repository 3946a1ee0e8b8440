import { zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import type { Capture, Instant, Validators } from '../../domain/capture.ts';
import type {
  Change,
  ChangeOutline,
  CheckOutcome,
  CheckRecord,
  Provenance,
  Version,
  VersionOrigin,
} from '../../domain/version.ts';
import type { StoredCapture } from '../../snapshots/archive.ts';

/** A restored archive is foreign data: no row unpacks to more. */
const MAX_REDLINE_BYTES = 512 * 1024 * 1024;

export const VERSION_COLUMNS =
  'id, document_id, number, origin, hash, title, language, captured_at, fingerprint, reverts_to, capture_id, words, provenance';

export interface VersionRow {
  readonly id: string;
  readonly document_id: string;
  readonly number: number;
  readonly origin: VersionOrigin;
  readonly hash: string;
  readonly title: string;
  readonly language: string;
  readonly captured_at: Instant;
  readonly fingerprint: string;
  readonly reverts_to: string | null;
  readonly capture_id: string;
  readonly words: number;
  readonly provenance: string | null;
}

export function versionOf(row: VersionRow): Version {
  return {
    id: row.id,
    documentId: row.document_id,
    number: row.number,
    origin: row.origin,
    hash: row.hash,
    title: row.title,
    language: row.language,
    capturedAt: row.captured_at,
    fingerprint: row.fingerprint,
    revertsTo: row.reverts_to,
    captureId: row.capture_id,
    words: row.words,
    ...(row.provenance === null ? {} : { provenance: JSON.parse(row.provenance) as Provenance }),
  };
}

export interface CaptureRow {
  readonly id: string;
  readonly document_id: string;
  readonly body_sha256: string;
  readonly capture: string;
}

export function captureOf(row: CaptureRow): StoredCapture {
  return {
    id: row.id,
    documentId: row.document_id,
    capture: JSON.parse(row.capture) as Capture,
    bodySha256: row.body_sha256,
  };
}

export const OUTLINE_COLUMNS = 'id, document_id, before_id, after_id, detected_at, classification';

export interface ChangeOutlineRow {
  readonly id: string;
  readonly document_id: string;
  readonly before_id: string;
  readonly after_id: string;
  readonly detected_at: Instant;
  readonly classification: string;
}

export interface ChangeRow extends ChangeOutlineRow {
  readonly redline: string;
  readonly redline_zstd: Uint8Array | null;
}

/** Redlines are the most of what a database holds, and text that repeats itself. */
export function packRedline(redline: Change['redline']): Uint8Array {
  return zstdCompressSync(JSON.stringify(redline));
}

function unpackRedline({ redline, redline_zstd: packed }: ChangeRow): string {
  return packed === null ? redline : zstdDecompressSync(packed, { maxOutputLength: MAX_REDLINE_BYTES }).toString();
}

export function changeOf(row: ChangeRow, before: Version, after: Version): Change {
  return { ...outlineOf(row, before, after), redline: JSON.parse(unpackRedline(row)) as Change['redline'] };
}

export function outlineOf(row: ChangeOutlineRow, before: Version, after: Version): ChangeOutline {
  return {
    id: row.id,
    documentId: row.document_id,
    before,
    after,
    detectedAt: row.detected_at,
    classification: JSON.parse(row.classification) as Change['classification'],
  };
}

export interface CheckRow {
  readonly document_id: string;
  readonly at: Instant;
  readonly outcome: CheckOutcome;
  readonly code: string | null;
  readonly message: string | null;
  readonly ms: number;
  readonly robots_override: string | null;
  readonly change_id: string | null;
}

export function checkOf(row: CheckRow): CheckRecord {
  return {
    documentId: row.document_id,
    at: row.at,
    outcome: row.outcome,
    code: row.code,
    message: row.message,
    ms: row.ms,
    robotsOverride: row.robots_override,
    changeId: row.change_id,
  };
}

export interface ValidatorsRow {
  readonly etag: string | null;
  readonly last_modified: string | null;
}

export function validatorsFrom(row: ValidatorsRow | undefined): Validators {
  return {
    ...(row?.etag == null ? {} : { etag: row.etag }),
    ...(row?.last_modified == null ? {} : { lastModified: row.last_modified }),
  };
}
