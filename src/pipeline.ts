import type { Validators } from './domain/capture.ts';
import { ClausewatchError } from './domain/clausewatch-error.ts';
import type { WatchedDocument } from './domain/source.ts';
import type { VersionOrigin } from './domain/version.ts';
import { bringPage, type Errand, type Seen, seeStored, settledOthers } from './pipeline/bring-page.ts';
import { acceptPart, checkParts, resumePart } from './pipeline/check-parts.ts';
import { type Finding, finishCheck } from './pipeline/finish-check.ts';
import { type Baseline, readBaseline } from './pipeline/read-baseline.ts';
import { readStored } from './pipeline/read-stored.ts';
import { sameBytes } from './pipeline/same-bytes.ts';
import type { CheckReport, Stages } from './pipeline/stages.ts';
import { takeVersion } from './pipeline/take-version.ts';
import type { StoredCapture } from './snapshots/archive.ts';
import { decideSuspect } from './snapshots/decide-suspect.ts';
import { decideVersion } from './snapshots/decide-version.ts';
import { fingerprintOf } from './snapshots/fingerprint.ts';

export type { CheckReport, Stages } from './pipeline/stages.ts';

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
  const errand: Errand = {
    document,
    url: document.urls[0] ?? '',
    rememberedVia: await rememberedVia(document, stages),
    validators: await validatorsFor(document, stages),
    readBefore: async (stored) => sameBytes(document, stored, (await baseline()).current, stages),
    decide: decideBeside(document, stages, baseline),
  };
  const brought = await bringPage(errand, stages);
  if (brought.kind === 'not-modified') {
    return finishCheck(document, stages, { started, outcome: 'unchanged', validators: brought.validators });
  }
  const captures = settledOthers(brought.others);
  if (brought.kind === 'failed') {
    const { code, message } = brought;
    return finishCheck(document, stages, { started, outcome: 'failed', code, message, captures });
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

async function judge(
  document: WatchedDocument,
  reading: Reading & { readonly seen: Seen },
  stages: Stages,
): Promise<CheckReport> {
  const { seen, note } = reading;
  const { decision, page } = seen;
  const { fetchedAt, finalUrl } = seen.stored.capture;
  if (decision.kind === 'unchanged') return finishUnchanged(document, reading, stages);
  // The time of the capture, not of the judgement: a check resumed after a crash must compose the same change.
  const taking = { stages, detectedAt: fetchedAt };
  if (decision.kind === 'first') return take(document, reading, { ...taking, origin: 'first' });
  if (decision.kind === 'new-version') {
    return take(document, reading, { ...taking, origin: 'change', revertsTo: decision.revertsTo });
  }
  const { reason } = decision;
  const earlier = await stages.archive.suspectsOf(document.id);
  const wayOut = decideSuspect({ reason, pageHash: page.hash, earlier, now: fetchedAt });
  if (wayOut === 'accepted-late') return take(document, reading, { ...taking, origin: wayOut });
  const why = `${document.id}: ${finalUrl} is not the policy (${reason}); kept, not compared`;
  return finishCheck(document, stages, {
    ...heard(reading),
    outcome: 'suspect',
    code: reason,
    message: note === null ? why : `${why}; ${note}`,
    pageHash: page.hash,
    // Those from before the document had parts would be answered for words that are no longer held.
    validators: reading.baseline.hadParts ? {} : null,
  });
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
    ...(version ? { reread: { page: seen.page, version } } : {}),
    outcome: current?.version.id === remembered?.version.id ? 'unchanged' : 'technical',
    fetchedVia: via,
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
  },
): Promise<CheckReport> {
  const { stages, origin } = taking;
  const { current, via: viaBefore } = reading.baseline;
  const { stored, page } = reading.seen;
  const { via, fetchedAt: capturedAt } = stored.capture;
  const fingerprint = fingerprintOf({ extractorVersion: stages.extractorVersion, document, via });
  const otherWay = origin === 'change' && via !== viaBefore;
  const next = { page, captureId: stored.id, capturedAt, fingerprint };
  const taken = await takeVersion(document, next, { ...taking, current, otherWay });
  return finishCheck(document, stages, { ...heard(reading), ...taken, fetchedVia: via });
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
  };
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
    const { current } = await baseline();
    const knownVersion = await stages.archive.versionByHash(document.id, page.hash);
    return decideVersion({ page, current, knownVersion, url: capture.url, finalUrl: capture.finalUrl });
  };
}

async function rememberedVia(document: WatchedDocument, { archive }: Stages): Promise<Errand['rememberedVia']> {
  const { fetchedVia } = await archive.stateOf(document.id);
  if (fetchedVia !== null) return fetchedVia;
  const [newest] = await archive.versionsOf(document.id);
  return (newest && (await archive.captureOf(newest.captureId))?.capture.via) ?? null;
}

/** A conditional request is only safe while the stored text was read from this URL as we would read it now. */
async function validatorsFor(document: WatchedDocument, { archive, extractorVersion }: Stages): Promise<Validators> {
  // Not `latest`, which unpacks the text: most checks end without looking at it.
  const [newest] = await archive.versionsOf(document.id);
  const fingerprint = fingerprintOf({ extractorVersion, document, via: 'http' });
  return newest?.fingerprint === fingerprint ? archive.validatorsOf(document.id) : {};
}
