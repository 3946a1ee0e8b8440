import type { SuspectReason } from './domain/block.ts';
import { fetchedVia, type Validators } from './domain/capture.ts';
import { ClausewatchError } from './domain/clausewatch-error.ts';
import type { WatchedDocument } from './domain/source.ts';
import type { VersionOrigin } from './domain/version.ts';
import { bringPage, type Errand, type Seen, seeStored, settledOthers } from './pipeline/bring-page.ts';
import { acceptPart, checkParts, resumePart } from './pipeline/check-parts.ts';
import { type Finding, finishCheck } from './pipeline/finish-check.ts';
import { orOverdue } from './pipeline/or-overdue.ts';
import { type Baseline, readBaseline } from './pipeline/read-baseline.ts';
import { readStored } from './pipeline/read-stored.ts';
import { holdsAlready, sameBytes } from './pipeline/same-bytes.ts';
import type { CheckReport, Stages } from './pipeline/stages.ts';
import { takeVersion } from './pipeline/take-version.ts';
import { weighDifference } from './pipeline/weigh-difference.ts';
import type { StoredCapture } from './snapshots/archive.ts';
import { decideSuspect } from './snapshots/decide-suspect.ts';
import { decideVersion } from './snapshots/decide-version.ts';
import { fingerprintOf } from './snapshots/fingerprint.ts';

export { type CheckListeners, type CheckOverview, checkRound, LONGEST_STAY_MS } from './pipeline/check-round.ts';
export { readStoredHistory } from './pipeline/growing-history.ts';
export { type ImportStep, importHistory } from './pipeline/import-history.ts';
export type { CheckReport, Circumstances, Stages } from './pipeline/stages.ts';
export { withLease } from './pipeline/with-lease.ts';

/**
 * One document through the six stages: fetch, extract, snapshot, diff, classify, notify (into the outbox).
 *
 * Store first, judge later: each capture is durable before anything interprets it, and everything that follows from it
 * is recorded in one transaction. What a server, a network or a page does is an outcome; only a failing store throws.
 */
export async function checkDocument(document: WatchedDocument, stages: Stages): Promise<CheckReport> {
  const started = stages.clock();
  if (document.urls.length > 1) return checkParts(document, stages, started);
  const baseline = baselineOnce(document, stages, started);
  const awaits = await awaitsConfirmation(document, stages);
  const errand: Errand = {
    document,
    url: document.urls[0] ?? '',
    rememberedVia: await rememberedVia(document, stages),
    // What awaits confirmation has to be seen itself, and from whichever server answers a new visitor.
    validators: awaits ? {} : await validatorsFor(document, stages),
    newConnection: awaits,
    ...(awaits ? {} : { holds: (capture) => holdsAlready(document, capture, stages) }),
    readBefore: async (stored) => sameBytes(document, stored, await baseline(), stages),
    decide: decideBeside(document, stages, baseline),
  };
  const brought = await bringPage(errand, stages);
  if (brought.kind === 'not-modified') {
    const { validators, capture } = brought;
    return finishCheck(document, stages, {
      started,
      outcome: 'unchanged',
      validators,
      ...(capture ? { held: capture } : {}),
    });
  }
  const captures = settledOthers(brought.others);
  if (brought.kind === 'failed') {
    const { code, message } = brought;
    const finding: Finding = { started, outcome: 'failed', code, message, captures };
    const found = awaits ? await orOverdue(document, { finding, baseline: await baseline() }, stages) : finding;
    return finishCheck(document, stages, found);
  }
  const { seen, note } = brought;
  return judge(document, { started, seen, captures, note, baseline: await baseline() }, stages);
}

/** Judges what a crash left between the two transactions of this document. The caller holds its lease. */
export async function resumeUnjudged(document: WatchedDocument, stages: Stages): Promise<CheckReport[]> {
  const reports: CheckReport[] = [];
  for (const stored of await stages.archive.unjudged()) {
    if (stored.documentId !== document.id) continue;
    const started = stages.clock();
    if (document.urls.length > 1) {
      reports.push(await resumePart(document, stored, stages, started));
      continue;
    }
    const baseline = baselineOnce(document, stages, started);
    const seen = await seeStored({ document, decide: decideBeside(document, stages, baseline) }, stored, stages);
    const reading = { started, seen, captures: [], note: null, baseline: await baseline() };
    reports.push(await judge(document, reading, stages));
  }
  return reports;
}

/**
 * Takes the newest suspect capture for the policy because a person says so, and goes on as with any new version. The
 * caller holds the lease. Throws `no_suspect` when the document's newest capture is none, `suspect_empty` when there
 * are no words in it.
 */
export async function acceptSuspect(document: WatchedDocument, stages: Stages): Promise<CheckReport> {
  const started = stages.clock();
  if (document.urls.length > 1) return acceptPart(document, stages, started);
  const [suspect] = await stages.archive.suspectsOf(document.id);
  if (!suspect) {
    throw new ClausewatchError('no_suspect', `${document.id}: its newest capture is no suspect; nothing to accept`);
  }
  const baseline = await readBaseline(document, stages, started);
  const page = await readStored(document, suspect, stages);
  if (page.blocks.length === 0) {
    const advice = 'look at the page in a browser, and at its address in the sources';
    throw new ClausewatchError('suspect_empty', `${document.id}: no words in the suspect capture; ${advice}`);
  }
  const reading = { started, seen: { stored: suspect, page }, captures: [], note: null, baseline };
  if (page.hash === baseline.current?.version.hash) return finishUnchanged(document, reading, stages);
  const revertsTo = (await stages.archive.versionByHash(document.id, page.hash))?.id ?? null;
  // Alerts are as old as the decision, not as the capture: else they could be given up before they were tried.
  const detectedAt = started.toISOString();
  return take(document, reading, { stages, origin: 'accepted-by-hand', detectedAt, revertsTo });
}

/** One capture, read, beside the version that holds. */
interface Reading {
  readonly started: Date;
  readonly seen: Pick<Seen, 'stored' | 'page'>;
  readonly captures: Finding['captures'];
  /** What went wrong by the other way. */
  readonly note: string | null;
  readonly baseline: Baseline;
}

/** As `judgePart` of a part; why there are two is in record 68. */
async function judge(
  document: WatchedDocument,
  reading: Reading & { readonly seen: Seen },
  stages: Stages,
): Promise<CheckReport> {
  const { seen } = reading;
  const { decision } = seen;
  if (decision.kind === 'unchanged') return finishUnchanged(document, reading, stages);
  if (decision.kind === 'suspect') return judgeSuspect(document, reading, decision.reason, stages);
  // The time of the capture, not of the judgement: a check resumed after a crash must compose the same change.
  const { fetchedAt: detectedAt, validators } = seen.stored.capture;
  const taking = { stages, detectedAt, validators };
  const { current } = reading.baseline;
  if (decision.kind === 'first' || current === null) return take(document, reading, { ...taking, origin: 'first' });

  const { awaiting } = reading.baseline;
  const held = { page: current.page, since: current.version.capturedAt };
  const weighed = await weighDifference({ document, held, seen, awaiting }, stages);
  const captures = [...(reading.captures ?? []), ...weighed.captures];
  if (weighed.kind === 'wait') {
    const message = 'other words than before, seen once; a second look decides';
    const { awaiting } = weighed;
    // The validators stay those of the words that hold: others would hide what comes after them.
    const found = { ...heard({ ...reading, captures }), message, awaiting: [awaiting], validators: null };
    return finishCheck(document, stages, { ...found, outcome: 'unconfirmed' });
  }
  const { stored, page, late } = weighed;
  const taken = { ...reading, seen: { stored, page }, captures };
  const origin = late ? 'accepted-late' : 'change';
  return take(document, taken, { ...taking, origin, revertsTo: decision.revertsTo });
}

async function judgeSuspect(
  document: WatchedDocument,
  reading: Reading,
  reason: SuspectReason,
  stages: Stages,
): Promise<CheckReport> {
  const { seen, note, baseline } = reading;
  const { fetchedAt: now, finalUrl } = seen.stored.capture;
  const earlier = await stages.archive.suspectsOf(document.id);
  const wayOut = decideSuspect({ reason, pageHash: seen.page.hash, earlier, now });
  if (wayOut === 'accepted-late') return take(document, reading, { stages, detectedAt: now, origin: wayOut });
  const why = `${document.id}: ${finalUrl} is not the policy (${reason}); kept, not compared`;
  const finding: Finding = {
    ...heard(reading),
    outcome: 'suspect',
    code: reason,
    message: note === null ? why : `${why}; ${note}`,
    pageHash: seen.page.hash,
    // Those from before the document had parts would be answered for words that are no longer held.
    validators: baseline.hadParts ? {} : null,
  };
  return finishCheck(document, stages, await orOverdue(document, { finding, baseline }, stages));
}

/** The same words. Brought by another way, they are what the next reading by that way is compared with. */
function finishUnchanged(document: WatchedDocument, reading: Reading, stages: Stages): Promise<CheckReport> {
  const { baseline, seen } = reading;
  const { current, remembered } = baseline;
  const { via } = seen.stored.capture;
  const moved = current !== null && baseline.via !== via;
  const fingerprint = fingerprintOf({ extractorVersion: stages.extractorVersion, document, via });
  const version = moved && { ...current.version, fingerprint, captureId: seen.stored.id };
  return finishCheck(document, stages, {
    ...heard(reading),
    awaiting: [],
    ...(version ? { reread: { page: seen.page, version } } : {}),
    outcome: current?.version.id === remembered?.version.id ? 'unchanged' : 'technical',
    fetchedVia: fetchedVia(via),
  });
}

async function take(
  document: WatchedDocument,
  reading: Reading,
  taking: {
    readonly stages: Stages;
    readonly origin: VersionOrigin;
    readonly detectedAt: string;
    readonly revertsTo?: string | null;
    /** Those of the newest capture, where another one is taken. */
    readonly validators?: Validators;
  },
): Promise<CheckReport> {
  const { stages, origin, validators = reading.seen.stored.capture.validators } = taking;
  const { current, via: viaBefore } = reading.baseline;
  const { stored, page } = reading.seen;
  const { via, fetchedAt: capturedAt } = stored.capture;
  const fingerprint = fingerprintOf({ extractorVersion: stages.extractorVersion, document, via });
  const otherWay = (origin === 'change' || origin === 'accepted-late') && via !== viaBefore;
  const next = { page, captureId: stored.id, capturedAt, fingerprint };
  const taken = await takeVersion(document, next, { ...taking, ...byOthersBefore(viaBefore), current, otherWay });
  return finishCheck(document, stages, {
    ...heard(reading),
    awaiting: [],
    ...taken,
    validators,
    fetchedVia: fetchedVia(via),
  });
}

/** What others recorded was read otherwise: the first text of our own differs from it by that alone. */
function byOthersBefore(viaBefore: Baseline['via']): { readonly originChange: boolean } {
  return { originChange: viaBefore === 'import' };
}

/** What every check of a capture records, whatever it found. */
function heard({ started, seen, captures = [], baseline }: Reading): Omit<Finding, 'outcome'> {
  return {
    started,
    captureId: seen.stored.id,
    captures,
    reread: baseline.reread,
    validators: seen.stored.capture.validators,
    ...(baseline.hadParts ? { parts: [] } : {}),
    // As it is read today, like the words that hold.
    ...(baseline.reread && baseline.awaiting ? { awaiting: [baseline.awaiting] } : {}),
  };
}

async function awaitsConfirmation(document: WatchedDocument, { archive }: Stages): Promise<boolean> {
  const [status] = await archive.status([document.id]);
  return (status?.awaitingSince ?? null) !== null;
}

/** Read at most once, and only where something was captured. */
function baselineOnce(document: WatchedDocument, stages: Stages, started: Date): () => Promise<Baseline> {
  let known: Promise<Baseline> | null = null;
  return () => {
    known ??= readBaseline(document, stages, started);
    return known;
  };
}

function decideBeside(document: WatchedDocument, stages: Stages, baseline: () => Promise<Baseline>): Errand['decide'] {
  return async ({ capture }: StoredCapture, page) => {
    const { current, via } = await baseline();
    const knownVersion = await stages.archive.versionByHash(document.id, page.hash);
    const { url, finalUrl } = capture;
    return decideVersion({ page, current, knownVersion, url, finalUrl, byOthers: via === 'import' });
  };
}

async function rememberedVia(document: WatchedDocument, { archive }: Stages): Promise<Errand['rememberedVia']> {
  const { fetchedVia: remembered } = await archive.stateOf(document.id);
  if (remembered !== null) return remembered;
  const [newest] = await archive.versionsOf(document.id);
  return fetchedVia((newest && (await archive.captureOf(newest.captureId))?.capture.via) ?? null);
}

/** A conditional request is only safe while the stored text was read from this URL as we would read it now. */
async function validatorsFor(document: WatchedDocument, { archive, extractorVersion }: Stages): Promise<Validators> {
  // Not `latest`, which unpacks the text: most checks end without looking at it.
  const [newest] = await archive.versionsOf(document.id);
  const fingerprint = fingerprintOf({ extractorVersion, document, via: 'http' });
  return newest?.fingerprint === fingerprint ? archive.validatorsOf(document.id) : {};
}
