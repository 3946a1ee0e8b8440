import { type ComparedVersions, classifyChange } from '../classify/classify-change.ts';
import { diffDocuments } from '../diff/diff-documents.ts';
import type { ExtractedPage } from '../domain/block.ts';
import type { Instant } from '../domain/capture.ts';
import type { WatchedDocument } from '../domain/source.ts';
import type { Awaiting, SettledCapture, StoredCapture } from '../snapshots/archive.ts';
import { decideConfirmation } from '../snapshots/decide-confirmation.ts';
import { lostLetters, shareDifference } from '../snapshots/share-difference.ts';
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

/** Believes other words when two looks have shown them; the first capture that did is the one that counts then. */
export async function weighDifference(difference: Difference, stages: Stages): Promise<Weighed> {
  const { document, held, seen, awaiting } = difference;
  const { stored, page } = seen;
  const { url, fetchedAt: now } = stored.capture;
  const decision = decideConfirmation({
    pageHash: page.hash,
    now,
    awaiting: awaiting && { pageHash: awaiting.page.hash, at: awaiting.stored.capture.fetchedAt },
    sightings: await stages.archive.sightingsOf(document.id, url, held.since),
    pauseMs: stages.confirmAfterMs,
    agree: () => awaiting && agreement(held.page, awaiting.page, page),
  });
  const unconfirmed: SettledCapture = { captureId: stored.id, outcome: 'unconfirmed', pageHash: page.hash };
  if (awaiting !== null && decision === 'keep-waiting') return { kind: 'wait', awaiting, captures: [unconfirmed] };
  if (awaiting !== null && decision === 'confirmed') return takeAwaiting(awaiting, seen);
  const since = awaiting?.since ?? now;
  if (decision === 'wait') return { kind: 'wait', awaiting: { stored, page, since }, captures: [unconfirmed] };
  return { kind: 'take', stored, page, late: decision === 'take-late', captures: [] };
}

function takeAwaiting({ stored, page }: Awaiting, seen: Seen): Weighed {
  const { id: captureId } = seen.stored;
  // Both looks may have brought the same bytes in the same millisecond: then they are one capture.
  const captures: readonly SettledCapture[] = captureId === stored.id ? [] : [{ captureId, outcome: 'unchanged' }];
  return { kind: 'take', stored, page, late: false, captures };
}

/** Of two looks that agree in a passage, or in what they say of AI training, the one that lacks less of the words held. */
function agreement(held: ExtractedPage, older: ExtractedPage, newer: ExtractedPage): 'newer' | 'older' | null {
  const compare = (after: ExtractedPage): ComparedVersions => ({
    before: held,
    after,
    redline: diffDocuments(held, after),
  });
  const [first, second] = [compare(older), compare(newer)];
  const agree =
    shareDifference(first.redline, second.redline) || !trainingChanges(first).isDisjointFrom(trainingChanges(second));
  if (!agree) return null;
  return lostLetters(second.redline) <= lostLetters(first.redline) ? 'newer' : 'older';
}

function trainingChanges(compared: ComparedVersions): ReadonlySet<string> {
  const changes = classifyChange(compared).facts.filter(({ topic }) => topic === 'ai-training');
  return new Set(changes.map(({ effect, fact }) => `${effect} ${fact}`));
}
