import { classifyChange } from '../classify/classify-change.ts';
import { diffDocuments } from '../diff/diff-documents.ts';
import type { ExtractedPage } from '../domain/block.ts';
import type { Instant } from '../domain/capture.ts';
import type { Redline } from '../domain/redline.ts';
import type { WatchedDocument } from '../domain/source.ts';
import type { Awaiting, SettledCapture, StoredCapture } from '../snapshots/archive.ts';
import { decideConfirmation } from '../snapshots/decide-confirmation.ts';
import { shareDifference } from '../snapshots/share-difference.ts';
import type { Seen } from './bring-page.ts';
import type { Stages } from './stages.ts';

/** Other words at one URL, beside those that hold. */
export interface Difference {
  readonly document: WatchedDocument;
  /** The words that hold, and since when they do. */
  readonly held: { readonly page: ExtractedPage; readonly since: Instant };
  readonly seen: Seen;
  readonly awaiting: Awaiting | null;
}

/** What becomes of them. `captures`: those that are settled by it, but for the one whose words are taken. */
export type Weighed =
  | { readonly kind: 'wait'; readonly awaiting: Awaiting; readonly captures: readonly SettledCapture[] }
  | {
      readonly kind: 'take';
      readonly stored: StoredCapture;
      readonly page: ExtractedPage;
      readonly late: boolean;
      readonly captures: readonly SettledCapture[];
    };

/** Believes other words when they were seen twice; the first capture that showed them is the one that counts then. */
export async function weighDifference(difference: Difference, stages: Stages): Promise<Weighed> {
  const { document, held, seen, awaiting } = difference;
  const { stored, page } = seen;
  const { url, fetchedAt: now } = stored.capture;
  const redlineTo = (after: ExtractedPage): Redline => diffDocuments(held.page, after);
  const decision = decideConfirmation({
    pageHash: page.hash,
    now,
    awaiting: awaiting && { pageHash: awaiting.page.hash, at: awaiting.stored.capture.fetchedAt },
    sightings: await stages.archive.sightingsOf(document.id, url, held.since),
    pauseMs: stages.confirmAfterMs,
    agrees: () => awaiting !== null && shareDifference(redlineTo(awaiting.page), redlineTo(page)),
    touchesTraining: () => touchesTraining({ before: held.page, after: page, redline: redlineTo(page) }),
  });
  const unconfirmed: SettledCapture = { captureId: stored.id, outcome: 'unconfirmed', pageHash: page.hash };
  if (awaiting !== null && decision === 'keep-waiting') return { kind: 'wait', awaiting, captures: [unconfirmed] };
  if (awaiting !== null && decision === 'confirmed') return takeAwaiting(awaiting, seen);
  if (decision === 'wait') return { kind: 'wait', awaiting: { stored, page }, captures: [unconfirmed] };
  return { kind: 'take', stored, page, late: decision === 'take-late', captures: [] };
}

function takeAwaiting({ stored, page }: Awaiting, seen: Seen): Weighed {
  const { id: captureId } = seen.stored;
  // Both looks may have brought the same bytes in the same millisecond: then they are one capture.
  const captures: readonly SettledCapture[] = captureId === stored.id ? [] : [{ captureId, outcome: 'unchanged' }];
  return { kind: 'take', stored, page, late: false, captures };
}

function touchesTraining(change: Parameters<typeof classifyChange>[0]): boolean {
  const { topics, facts } = classifyChange(change);
  return topics.includes('ai-training') || facts.some(({ topic }) => topic === 'ai-training');
}
