import { classifyChange } from '../classify/classify-change.ts';
import { diffDocuments } from '../diff/diff-documents.ts';
import type { Instant } from '../domain/capture.ts';
import type { WatchedDocument } from '../domain/source.ts';
import type { VersionOrigin } from '../domain/version.ts';
import type { AcceptedPart, StoredVersion } from '../snapshots/archive.ts';
import { type Finding, finishCheck } from './finish-check.ts';
import { joinPages } from './join-pages.ts';
import type { JudgedPart, Trouble } from './judge-part.ts';
import { fingerprintOfParts, type HeldPart, type KnownParts } from './known-parts.ts';
import type { NextText } from './next-version.ts';
import type { CheckReport, Stages } from './stages.ts';
import { takeVersion } from './take-version.ts';
import { technicalVersion } from './technical-version.ts';

export interface PartsReading {
  readonly started: Date;
  readonly known: KnownParts;
  readonly judged: readonly JudgedPart[];
  readonly origin: VersionOrigin;
  /** A capture that is to be settled with this check even where no part claims it. */
  readonly leftOver?: string;
}

/**
 * The rest of the way for all parts together. Parts seen for the first time, and parts that came by another way with
 * the same facts, belong to the text before: they are ours, not news. What then still differs is a change.
 */
export async function settleParts(
  document: WatchedDocument,
  reading: PartsReading,
  stages: Stages,
): Promise<CheckReport> {
  const { started, known, judged, origin } = reading;
  const after = judged.map(({ fresh, held }) => fresh ?? held);
  const common: Omit<Finding, 'outcome'> = {
    started,
    ...settledCaptures(reading),
    parts: after.filter((part) => part !== null).map(toAccepted),
    awaiting: judged.flatMap(({ awaiting }) => awaiting ?? []),
  };
  const { told, troubled } = describeTroubles(troublesOf(document, judged));
  const next = after.includes(null) && isBeginning(known) ? null : textOf(document, after, stages);
  const decidedNow = origin === 'accepted-by-hand' || judged.some(({ late }) => late);
  const detectedAt = decidedNow ? started.toISOString() : newest(judged, started);

  if (next === null && isBeginning(known))
    return finishCheck(document, stages, { ...common, ...told, outcome: troubled ?? 'unconfirmed' });
  if (known.current === null) {
    if (next === null) throw new Error('the first text of a document is settled when all of it is there');
    const firstOrigin = origin === 'change' ? 'first' : origin;
    const taken = await takeVersion(document, next, { stages, current: null, origin: firstOrigin, detectedAt });
    return finishCheck(document, stages, { ...common, ...taken });
  }
  const beside = { ...reading, current: known.current };
  const reread = known.byOthers ? asOurs(known.current, next) : await readBefore(document, beside, stages);
  const current = reread ?? known.current;
  if (next === null || next.page.hash === current.version.hash) {
    const same = current.version.id === known.current.version.id ? 'unchanged' : 'technical';
    const calm = common.awaiting?.length === 0 ? same : 'unconfirmed';
    return finishCheck(document, stages, { ...common, ...told, reread, outcome: troubled ?? calm });
  }
  const taken = await takeOther(document, { ...beside, current, next, detectedAt }, stages);
  const outcome = taken.outcome === 'changed' ? taken.outcome : (troubled ?? taken.outcome);
  return finishCheck(document, stages, { ...common, ...told, reread, ...taken, outcome });
}

/** There is no text of our own yet: it begins when all parts have been seen. */
function isBeginning({ current, byOthers }: KnownParts): boolean {
  return current === null || byOthers;
}

interface OtherText extends PartsReading {
  readonly current: StoredVersion;
  readonly next: NextText;
  readonly detectedAt: Instant;
}

async function takeOther(
  document: WatchedDocument,
  { judged, known, origin, current, next, detectedAt }: OtherText,
  stages: Stages,
): ReturnType<typeof takeVersion> {
  const changed = judged.filter(({ fresh, held }) => fresh && held && fresh.page.hash !== held.page.hash);
  const [previousVerifiedUntil] = changed.flatMap(({ held }) => held?.verifiedUntil ?? []).toSorted();
  return takeVersion(document, next, {
    stages,
    current,
    origin: origin === 'change' && changed.every(({ late }) => late) ? 'accepted-late' : origin,
    detectedAt,
    originChange: known.byOthers,
    revertsTo: (await stages.archive.versionByHash(document.id, next.page.hash))?.id ?? null,
    ...(previousVerifiedUntil === undefined ? {} : { previousVerifiedUntil }),
  });
}

/** A text of others that is held to be ours from now on, where the words are the same. */
function asOurs(current: StoredVersion, next: NextText | null): StoredVersion | null {
  if (next?.page.hash !== current.version.hash) return null;
  const { page, fingerprint, captureId } = next;
  return { page, version: { ...current.version, fingerprint, captureId } };
}

/** The text before as it is read today; null where it is as it was recorded. */
async function readBefore(
  document: WatchedDocument,
  { judged, current, started }: PartsReading & { readonly current: StoredVersion },
  stages: Stages,
): Promise<StoredVersion | null> {
  const before = textOf(document, judged.map(beforeOf), stages);
  if (before === null) return null;
  if (before.page.hash === current.version.hash && before.fingerprint === current.version.fingerprint) return null;
  return technicalVersion(document, current, { ...before, now: started.toISOString() }, stages);
}

function beforeOf({ held, fresh }: JudgedPart): HeldPart | null {
  if (held === null || fresh === null || fresh.via === held.via) return held ?? fresh;
  if (fresh.page.hash === held.page.hash) return fresh;
  const redline = diffDocuments(held.page, fresh.page);
  const { facts } = classifyChange({ before: held.page, after: fresh.page, redline });
  return facts.length === 0 ? fresh : held;
}

/** What all parts say together, dated by the newest of them; null where none is known. */
function textOf(document: WatchedDocument, parts: readonly (HeldPart | null)[], stages: Stages): NextText | null {
  const known = parts.filter((part) => part !== null);
  const [newestPart] = known.toSorted((a, b) => (a.capturedAt < b.capturedAt ? 1 : -1));
  if (!newestPart) return null;
  const { captureId, capturedAt } = newestPart;
  const fingerprint = fingerprintOfParts(document, parts, stages);
  return { page: joinPages(known.map(({ page }) => page)), captureId, capturedAt, fingerprint };
}

/** The time of the newest capture, not of the judgement: a check resumed after a crash composes the same change. */
function newest(judged: readonly JudgedPart[], started: Date): Instant {
  const times = judged.flatMap(({ fresh, held }) =>
    fresh && fresh.captureId !== held?.captureId ? fresh.verifiedUntil : [],
  );
  return times.toSorted().at(-1) ?? started.toISOString();
}

/** What the check says of them; `troubled` is null where there are none. */
function describeTroubles(troubles: readonly Trouble[]): {
  readonly told: Pick<Finding, 'code' | 'message'>;
  readonly troubled: Trouble['outcome'] | null;
} {
  const [first] = troubles;
  if (!first) return { told: {}, troubled: null };
  const told = { code: first.code, message: troubles.map(({ message }) => message).join('; ') };
  return { told, troubled: troubles.some(({ outcome }) => outcome === 'failed') ? 'failed' : 'suspect' };
}

function troublesOf(document: WatchedDocument, judged: readonly JudgedPart[]): Trouble[] {
  const troubles = judged.flatMap(({ trouble }) => trouble ?? []);
  const unseen = judged.filter(({ held, fresh, awaiting }) => held === null && fresh === null && awaiting === null);
  if (troubles.length > 0 || unseen.length === 0) return troubles;
  const message = `${document.id}: ${unseen.map(({ url }) => url).join(', ')} not read yet; the document is not whole`;
  return [{ outcome: 'failed', code: 'parts_missing', message }];
}

function settledCaptures({ judged, leftOver }: PartsReading): Pick<Finding, 'captureId' | 'captures'> {
  const captures = judged.flatMap((part) => part.captures);
  const claimed = captures.some(({ captureId }) => captureId === leftOver);
  const all =
    leftOver === undefined || claimed ? captures : [...captures, { captureId: leftOver, outcome: 'failed' } as const];
  const main = all.find(({ outcome }) => outcome === 'changed' || outcome === 'first') ?? all[0];
  return { captures: all, ...(main ? { captureId: main.captureId } : {}) };
}

function toAccepted({ via, capturedAt, ...part }: HeldPart): AcceptedPart {
  return part;
}
