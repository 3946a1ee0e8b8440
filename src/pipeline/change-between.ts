import { classifyChange } from '../classify/classify-change.ts';
import { diffDocuments } from '../diff/diff-documents.ts';
import type { Instant } from '../domain/capture.ts';
import { stableId } from '../domain/stable-id.ts';
import type { Change } from '../domain/version.ts';
import type { StoredVersion } from '../snapshots/archive.ts';

export interface ComparingOptions {
  readonly detectedAt: Instant;
  /** For the words; `diffDocuments` has its own. */
  readonly budgetMs?: number;
}

/** What differs between two versions of a document, and what that means. */
export function changeBetween(
  before: StoredVersion,
  after: StoredVersion,
  { detectedAt, budgetMs }: ComparingOptions,
): Change {
  const redline = diffDocuments(before.page, after.page, budgetMs === undefined ? {} : { budgetMs });
  return {
    id: stableId(before.version.id, after.version.id),
    documentId: after.version.documentId,
    before: before.version,
    after: after.version,
    detectedAt,
    redline,
    classification: classifyChange({ before: before.page, after: after.page, redline }),
  };
}
