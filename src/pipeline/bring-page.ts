import type { ExtractedPage } from '../domain/block.ts';
import type { Capture, FetchFailureCode, Validators } from '../domain/capture.ts';
import { giveBack } from '../domain/give-back.ts';
import type { WatchedDocument } from '../domain/source.ts';
import type { VersionDecision } from '../domain/version.ts';
import { type FetchAttempt, type FetchWay, planFetch } from '../fetchers/browser/plan-fetch.ts';
import type { SettledCapture, StoredCapture } from '../snapshots/archive.ts';
import { wordsOf } from '../snapshots/words-of.ts';
import { readStored } from './read-stored.ts';
import type { Stages } from './stages.ts';

/** One address to be brought, and what is known of it. */
export interface Errand {
  readonly document: WatchedDocument;
  readonly url: string;
  /** How it was last read. */
  readonly rememberedVia: FetchWay | null;
  readonly validators: Validators;
  /** To see what another visitor would. */
  readonly newConnection?: boolean;
  /** Whether the first way brought the very bytes that are stored and hold, so that there is nothing to store or judge. */
  readonly holds?: (capture: Capture) => Promise<boolean>;
  /** The reading of a capture where it is known beforehand. */
  readonly readBefore?: (stored: StoredCapture) => Promise<ExtractedPage | null>;
  /** What a reading is beside what holds. */
  decide(stored: StoredCapture, page: ExtractedPage): Promise<VersionDecision>;
}

/** A capture that is stored, read and held beside what holds. */
export interface Seen {
  readonly stored: StoredCapture;
  readonly page: ExtractedPage;
  readonly decision: VersionDecision;
}

/** What the fetch of one address came to. `others` were captured as well and do not stand. */
export type Brought =
  /** `capture` where the bytes were sent nevertheless. */
  | { readonly kind: 'not-modified'; readonly validators: Validators; readonly capture?: Capture }
  | { readonly kind: 'failed'; readonly code: string; readonly message: string; readonly others: readonly Seen[] }
  | { readonly kind: 'seen'; readonly seen: Seen; readonly others: readonly Seen[]; readonly note: string | null };

type Attempt =
  | { readonly via: FetchWay; readonly seen: Seen }
  | { readonly via: FetchWay; readonly failure: { readonly code: FetchFailureCode; readonly message: string } };

/** Fetches by the way that worked before, and by the other one where that may help. Each capture is stored first. */
export async function bringPage(errand: Errand, stages: Stages): Promise<Brought> {
  const { document, rememberedVia } = errand;
  let previous: Attempt | null = null;
  for (;;) {
    const previousAttempt: FetchAttempt | null = previous && describe(previous);
    const via = planFetch({ mode: document.fetch, rememberedVia, ...(previousAttempt ? { previousAttempt } : {}) });
    if (via === null) break;
    const attempt: Awaited<ReturnType<typeof tryWay>> = await tryWay(errand, { via, isFirst: !previous }, stages);
    if ('validators' in attempt) return attempt;
    if (previous) return whichStands(previous, attempt);
    previous = attempt;
  }
  return previous ? standing(previous) : Promise.reject(new Error('a plan begins with a fetch'));
}

export async function seeStored(
  errand: Pick<Errand, 'document' | 'decide' | 'readBefore'>,
  stored: StoredCapture,
  stages: Stages,
  body?: Uint8Array,
): Promise<Seen> {
  const page = (await errand.readBefore?.(stored)) ?? (await readStored(errand.document, stored, stages, body));
  return { stored, page, decision: await errand.decide(stored, page) };
}

/** Captures that do not stand are settled as suspects that nobody will be asked about. */
export function settledOthers(others: readonly Seen[]): SettledCapture[] {
  return others.map(({ stored }) => ({ captureId: stored.id, outcome: 'suspect' }));
}

async function tryWay(
  errand: Errand,
  { via, isFirst }: { readonly via: FetchWay; readonly isFirst: boolean },
  stages: Stages,
): Promise<Attempt | (Brought & { readonly kind: 'not-modified' })> {
  const { document, url, validators, newConnection = false } = errand;
  const fetched = await stages.fetcher.fetch({
    documentId: document.id,
    url,
    via,
    language: document.language,
    ...(via === 'http' && Object.keys(validators).length > 0 ? { validators } : {}),
    ...(newConnection ? { newConnection } : {}),
    ...(document.proxy === undefined ? {} : { proxy: document.proxy }),
    ...(document.robotsOverride === undefined ? {} : { robotsOverride: document.robotsOverride }),
  });
  if (fetched.kind === 'not-modified') return { kind: 'not-modified', validators: fetched.validators };
  if (fetched.kind === 'failed') return { via, failure: { code: fetched.code, message: fetched.message } };
  const { capture, body } = fetched;
  if (isFirst && (await errand.holds?.(capture))) {
    giveBack(body);
    return { kind: 'not-modified', validators: capture.validators, capture };
  }
  const id = await stages.archive.recordCapture(document.id, capture, body);
  const stored = { id, documentId: document.id, capture, bodySha256: capture.bodySha256 };
  const seen = await seeStored(errand, stored, stages, body);
  giveBack(body);
  return { via, seen };
}

function describe(attempt: Attempt): FetchAttempt {
  const { via } = attempt;
  if ('failure' in attempt) return { via, verdict: 'failed', reason: attempt.failure.code };
  const { decision } = attempt.seen;
  return decision.kind === 'suspect'
    ? { via, verdict: 'suspect', reason: decision.reason }
    : { via, verdict: 'document' };
}

/**
 * The second way stands where it brought the document; where neither did, the one that read more, as that tells a
 * person more. With equal words the first stands, so that a text that stays is counted as one.
 */
function whichStands(first: Attempt, second: Attempt): Brought {
  const missing = 'failure' in first && first.failure.code === 'browser_missing';
  const better = describe(second).verdict === 'document' || (!missing && wordsIn(second) > wordsIn(first));
  return better ? standing(second, first) : standing(first, second);
}

function wordsIn(attempt: Attempt): number {
  return 'seen' in attempt ? wordsOf(attempt.seen.page) : 0;
}

function standing(attempt: Attempt, other?: Attempt): Brought {
  const note =
    other && 'failure' in other
      ? `${other.via === 'browser' ? 'by a browser' : 'over HTTP'}: ${other.failure.message}`
      : null;
  const others = other && 'seen' in other ? [other.seen] : [];
  if ('failure' in attempt) {
    const { code, message } = attempt.failure;
    return { kind: 'failed', code, message: note === null ? message : `${message}; ${note}`, others };
  }
  const { seen } = attempt;
  // Both ways may bring the same bytes in the same millisecond: then it is one capture.
  return { kind: 'seen', seen, others: others.filter(({ stored }) => stored.id !== seen.stored.id), note };
}
