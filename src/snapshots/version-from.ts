import type { ExtractedPage } from '../domain/block.ts';
import type { Instant } from '../domain/capture.ts';
import type { WatchedDocument } from '../domain/source.ts';
import { stableId } from '../domain/stable-id.ts';
import type { Provenance, Version, VersionOrigin } from '../domain/version.ts';
import { wordsOf } from './words-of.ts';

export interface VersionFromInput {
  readonly document: Pick<WatchedDocument, 'id'>;
  readonly page: ExtractedPage;
  readonly capturedAt: Instant;
  readonly captureId: string;
  readonly origin: VersionOrigin;
  /** One more than the document's newest. */
  readonly number: number;
  readonly revertsTo: string | null;
  readonly fingerprint: string;
  readonly provenance?: Provenance;
}

/** The version that a reading of a capture becomes. Its id follows from document, text and time alone. */
export function versionFrom(input: VersionFromInput): Version {
  const { document, page, capturedAt, captureId, origin, number, revertsTo, fingerprint, provenance } = input;
  return {
    id: stableId(document.id, page.hash, capturedAt),
    documentId: document.id,
    number,
    origin,
    hash: page.hash,
    title: page.title,
    language: page.language,
    capturedAt,
    fingerprint,
    revertsTo,
    captureId,
    words: wordsOf(page),
    ...(provenance ? { provenance } : {}),
  };
}
