import { classifyChange } from '../classify/classify-change.ts';
import { diffDocuments } from '../diff/diff-documents.ts';
import type { ExtractedPage } from '../domain/block.ts';
import type { Instant } from '../domain/capture.ts';
import type { WatchedDocument } from '../domain/source.ts';
import { stableId } from '../domain/stable-id.ts';
import type { Change, VersionOrigin } from '../domain/version.ts';
import type { StoredVersion } from '../snapshots/archive.ts';
import { versionFrom } from '../snapshots/version-from.ts';
import type { Finding } from './finish-check.ts';
import type { Stages } from './stages.ts';

/** A text that becomes the document's next version. */
export interface NextText {
  readonly page: ExtractedPage;
  readonly captureId: string;
  readonly capturedAt: Instant;
  readonly fingerprint: string;
}

export interface Taking {
  readonly stages: Stages;
  readonly current: StoredVersion | null;
  readonly origin: VersionOrigin;
  readonly detectedAt: Instant;
  readonly revertsTo?: string | null;
  /** Read by another way (HTTP, browser) than the current one: a new baseline, told only where facts differ. */
  readonly otherWay?: boolean;
  /** Where it is not that of the whole document. */
  readonly previousVerifiedUntil?: Instant;
}

/** The rest of the way for the document's next version: diff, classify, notify. */
export async function takeVersion(
  document: WatchedDocument,
  { page, ...text }: NextText,
  taking: Taking,
): Promise<Pick<Finding, 'outcome' | 'next' | 'change' | 'outbox'>> {
  const { stages, current, revertsTo = null } = taking;
  const number = (current?.version.number ?? 0) + 1;
  const nextAs = (origin: VersionOrigin): StoredVersion => ({
    page,
    version: versionFrom({ ...text, document, page, origin, number, revertsTo }),
  });
  if (current === null) return { outcome: 'first', next: nextAs(taking.origin) };

  const redline = diffDocuments(current.page, page);
  const classification = classifyChange({ before: current.page, after: page, redline });
  if (taking.otherWay && classification.facts.length === 0) return { outcome: 'technical', next: nextAs('technical') };
  const next = nextAs(taking.origin);
  if (classification.cosmetic || !redline.changed) return { outcome: 'cosmetic', next };

  const change: Change = {
    id: stableId(current.version.id, next.version.id),
    documentId: document.id,
    before: current.version,
    after: next.version,
    detectedAt: taking.detectedAt,
    redline,
    classification,
  };
  const [status] = await stages.archive.status([document.id]);
  const verifiedUntil = taking.previousVerifiedUntil ?? status?.verifiedUntil ?? null;
  return { outcome: 'changed', next, change, outbox: stages.composeAlerts(change, document, verifiedUntil) };
}
