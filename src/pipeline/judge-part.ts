import type { ExtractedPage } from '../domain/block.ts';
import type { Instant } from '../domain/capture.ts';
import type { WatchedDocument } from '../domain/source.ts';
import type { Awaiting, SettledCapture, StoredCapture } from '../snapshots/archive.ts';
import { isOverdue } from '../snapshots/decide-confirmation.ts';
import { decideSuspect } from '../snapshots/decide-suspect.ts';
import { type AcceptedText, decideVersion } from '../snapshots/decide-version.ts';
import { wordsOf } from '../snapshots/words-of.ts';
import { type Brought, type Errand, type Seen, settledOthers } from './bring-page.ts';
import { joinPages } from './join-pages.ts';
import type { HeldPart, KnownParts } from './known-parts.ts';
import { failuresOf } from './or-overdue.ts';
import type { Stages } from './stages.ts';
import { type Difference, weighDifference } from './weigh-difference.ts';

/** Why a part keeps its last accepted words. */
export interface Trouble {
  readonly outcome: 'failed' | 'suspect';
  readonly code: string;
  readonly message: string;
}

/** What a check made of one part. `fresh` is what holds for it from now on, where it was seen. */
export interface JudgedPart {
  readonly url: string;
  readonly held: HeldPart | null;
  readonly fresh: HeldPart | null;
  readonly trouble: Trouble | null;
  readonly captures: readonly SettledCapture[];
  /** Other words of this part that have to be seen again. */
  readonly awaiting: Awaiting | null;
  readonly late?: boolean;
}

export interface PartPlace {
  readonly document: WatchedDocument;
  readonly index: number;
  readonly known: KnownParts;
  readonly now: Instant;
}

/** What a reading of one part is beside the words that hold for it. */
export function decidePart({ document, index, known }: Omit<PartPlace, 'now'>, stages: Stages): Errand['decide'] {
  const held = known.held[index] ?? null;
  return async ({ capture }, page) => {
    const whole = known.held.map((part, at) => (at === index ? page : part?.page)).filter((part) => part !== undefined);
    const knownVersion = await stages.archive.versionByHash(document.id, joinPages(whole).hash);
    const { url, finalUrl } = capture;
    return decideVersion({ page, current: held && acceptedText(held), knownVersion, url, finalUrl });
  };
}

export async function judgePart(place: PartPlace, brought: Brought | null, stages: Stages): Promise<JudgedPart> {
  const { document, index, known, now } = place;
  const url = document.urls[index] ?? '';
  const held = known.held[index] ?? null;
  const awaiting = known.awaiting[index] ?? null;
  const part = { url, held, fresh: null, trouble: null, captures: [], awaiting };
  if (brought === null) return part;
  if (brought.kind === 'not-modified') {
    const { validators } = brought;
    return { ...part, fresh: held && { ...held, verifiedUntil: now, validators } };
  }
  const captures = settledOthers(brought.others);
  if (brought.kind === 'failed') {
    const { code, message } = brought;
    const trouble = { outcome: 'failed', code, message } as const;
    return orOverdue({ ...part, captures, trouble }, now, await failuresOf(document, stages));
  }
  const { seen, note } = brought;
  const { id: captureId } = seen.stored;
  const before = heldBefore(held, known);
  if (before !== null && (seen.decision.kind === 'new-version' || held === null) && seen.decision.kind !== 'suspect')
    return judgeDifference({ ...part, captures }, { document, held: before, seen, awaiting }, stages);
  if (seen.decision.kind !== 'suspect')
    return { ...part, ...settledAs(held, seen), awaiting: null, captures: [...captures, outcomeOf(seen)] };

  const { reason } = seen.decision;
  const { fetchedAt, finalUrl } = seen.stored.capture;
  const earlier = await stages.archive.suspectsOf(document.id, url);
  const wayOut = decideSuspect({ reason, pageHash: seen.page.hash, earlier, now: fetchedAt });
  if (wayOut === 'accepted-late') {
    const settled: SettledCapture = { captureId, outcome: 'changed' };
    return {
      ...part,
      fresh: holdPart(seen.stored, seen.page),
      captures: [...captures, settled],
      awaiting: null,
      late: true,
    };
  }
  const why = `${document.id}: ${finalUrl} is not the policy (${reason}); kept, not compared`;
  const message = note === null ? why : `${why}; ${note}`;
  const settled: SettledCapture = { captureId, outcome: 'suspect', reason, pageHash: seen.page.hash };
  const trouble = { outcome: 'suspect', code: reason, message } as const;
  return orOverdue({ ...part, trouble, captures: [...captures, settled] }, now, await failuresOf(document, stages));
}

/** The words that other words of a part are doubted beside: for the first of our own, all that others recorded. */
function heldBefore(held: HeldPart | null, { current, byOthers }: KnownParts): Difference['held'] | null {
  if (held !== null) return { page: held.page, since: held.capturedAt };
  return current !== null && byOthers ? { page: current.page, since: current.version.capturedAt } : null;
}

async function judgeDifference(part: JudgedPart, difference: Difference, stages: Stages): Promise<JudgedPart> {
  const { seen } = difference;
  const weighed = await weighDifference(difference, stages);
  const captures = [...part.captures, ...weighed.captures];
  if (weighed.kind === 'wait') return { ...part, captures, awaiting: weighed.awaiting };
  const { fetchedAt: verifiedUntil, validators } = seen.stored.capture;
  const fresh = { ...holdPart(weighed.stored, weighed.page), verifiedUntil, validators };
  const taken: SettledCapture = { captureId: weighed.stored.id, outcome: 'changed' };
  return { ...part, fresh, captures: [...captures, taken], awaiting: null, late: weighed.late };
}

/** What could not be seen again for a day holds after all, beside what went wrong. */
function orOverdue(part: JudgedPart, now: Instant, failures: number): JudgedPart {
  const { awaiting } = part;
  if (awaiting === null || !isOverdue(awaiting.stored.capture.fetchedAt, now, failures)) return part;
  const taken: SettledCapture = { captureId: awaiting.stored.id, outcome: 'changed' };
  const fresh = holdPart(awaiting.stored, awaiting.page);
  return { ...part, fresh, captures: [...part.captures, taken], awaiting: null, late: true };
}

/** A capture as what holds for its part. */
export function holdPart({ id, capture }: StoredCapture, page: ExtractedPage, acceptedByHand = false): HeldPart {
  const { url, via, fetchedAt, validators } = capture;
  return { url, captureId: id, page, acceptedByHand, verifiedUntil: fetchedAt, capturedAt: fetchedAt, validators, via };
}

/** Words that did not change keep the capture they came with, unless they now come by another way. */
function settledAs(held: HeldPart | null, seen: Seen): Pick<JudgedPart, 'fresh'> {
  const fresh = holdPart(seen.stored, seen.page);
  if (held === null || seen.decision.kind !== 'unchanged') return { fresh };
  const { verifiedUntil, validators } = fresh;
  if (held.via === fresh.via) return { fresh: { ...held, verifiedUntil, validators } };
  return { fresh: { ...fresh, acceptedByHand: held.acceptedByHand } };
}

function outcomeOf({ stored, decision }: Seen): SettledCapture {
  const outcome = decision.kind === 'unchanged' ? 'unchanged' : decision.kind === 'first' ? 'first' : 'changed';
  return { captureId: stored.id, outcome };
}

function acceptedText({ page, acceptedByHand }: HeldPart): AcceptedText {
  const { hash, language } = page;
  return {
    version: { hash, language, words: wordsOf(page), origin: acceptedByHand ? 'accepted-by-hand' : 'change' },
  };
}
