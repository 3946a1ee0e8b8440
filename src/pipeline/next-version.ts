import { classifyChange } from '../classify/classify-change.ts';
import { diffDocuments } from '../diff/diff-documents.ts';
import type { ExtractedPage } from '../domain/block.ts';
import type { Instant } from '../domain/capture.ts';
import type { WatchedDocument } from '../domain/source.ts';
import { stableId } from '../domain/stable-id.ts';
import type { Change, Provenance, VersionOrigin } from '../domain/version.ts';
import type { StoredVersion } from '../snapshots/archive.ts';
import { versionFrom } from '../snapshots/version-from.ts';

/** A text that becomes the document's next version. */
export interface NextText {
  readonly page: ExtractedPage;
  readonly captureId: string;
  readonly capturedAt: Instant;
  readonly fingerprint: string;
  /** Set where others recorded it. */
  readonly provenance?: Provenance;
}

export interface Succession {
  readonly current: StoredVersion | null;
  readonly origin: VersionOrigin;
  readonly detectedAt: Instant;
  readonly revertsTo?: string | null;
  /** Read by another way (HTTP, browser) than the current one: a new baseline, told only where facts differ. */
  readonly otherWay?: boolean;
  /** The current one was recorded by others: shown as a change all the same, told only where facts differ. */
  readonly originChange?: boolean;
}

export interface NextVersion {
  readonly outcome: 'first' | 'technical' | 'cosmetic' | 'changed';
  readonly next: StoredVersion;
  readonly change?: Change;
}

/** The document's next version beside the one that holds: diff, classify. Pure. */
export function nextVersion(
  document: WatchedDocument,
  { page, ...text }: NextText,
  succession: Succession,
): NextVersion {
  const { current, origin, originChange = false, revertsTo = null } = succession;
  const number = (current?.version.number ?? 0) + 1;
  const nextAs = (origin: VersionOrigin): StoredVersion => ({
    page,
    version: versionFrom({ ...text, document, page, origin, number, revertsTo }),
  });
  if (current === null) return { outcome: 'first', next: nextAs(origin) };

  const redline = diffDocuments(current.page, page);
  const classification = classifyChange({ before: current.page, after: page, redline });
  if (succession.otherWay && !originChange && classification.facts.length === 0)
    return { outcome: 'technical', next: nextAs('technical') };
  // What a person has said to be the policy stays known as that.
  const next = nextAs(originChange && origin !== 'accepted-by-hand' ? 'origin-change' : origin);
  if (classification.cosmetic || !redline.changed) return { outcome: 'cosmetic', next };

  const change: Change = {
    id: stableId(current.version.id, next.version.id),
    documentId: document.id,
    before: current.version,
    after: next.version,
    detectedAt: succession.detectedAt,
    redline,
    classification,
  };
  return { outcome: 'changed', next, change };
}
