import { createHash } from 'node:crypto';
import type { ExtractedPage, SuspectReason } from '../domain/block.ts';
import type { Capture } from '../domain/capture.ts';
import type { ImportedText } from '../domain/imported-text.ts';
import type { WatchedDocument } from '../domain/source.ts';
import { stableId } from '../domain/stable-id.ts';
import type { Change } from '../domain/version.ts';
import type { ImportRecord, StoredVersion } from '../snapshots/archive.ts';
import { decideImported } from '../snapshots/decide-imported.ts';
import { fingerprintOf } from '../snapshots/fingerprint.ts';
import { versionFrom } from '../snapshots/version-from.ts';
import { GrowingHistory, IMPORT_COMPARING_MS, type Neighbours } from './growing-history.ts';
import { nextVersion } from './next-version.ts';
import type { Stages } from './stages.ts';
import { withoutTargets } from './without-targets.ts';

export interface ImportStep {
  readonly text: ImportedText;
  readonly outcome: ImportRecord['outcome'];
  readonly reason: SuspectReason | null;
  readonly change: Change | null;
}

export type ImportStages = Pick<Stages, 'extractor' | 'archive' | 'extractorVersion'>;

/** So many versions are read while one is compared and recorded. */
const AHEAD = 4;
/** Pages go back and forth between a few texts. */
const HASHES_KEPT = 100;

interface BegunText {
  readonly text: ImportedText;
  readonly bodySha256: string;
  /** Hash of the words, where a text with other addresses in its links only was read before. */
  readonly knownHash: Promise<string> | null;
  /** The reading; begun when it is first asked for. */
  readonly read: () => Promise<ExtractedPage>;
}

/**
 * The history of one document as others recorded it, oldest first: each text is read, judged, compared and classified as
 * one that was fetched, and recorded with its date and origin, where its date puts it. Nobody is told. What may not come
 * between what is stored (`placeImported`) is passed over.
 */
export async function* importHistory(
  document: WatchedDocument,
  texts: AsyncIterable<ImportedText>,
  stages: ImportStages,
): AsyncGenerator<ImportStep> {
  const history = await GrowingHistory.open(stages.archive, document.id);
  for await (const begun of readAhead(texts, stages)) {
    const { capturedAt, provenance } = begun.text;
    const place = await history.placeOf({ capturedAt, repository: provenance.repository });
    if (place === null) continue;
    const same = await sameWords(document, begun, place.before);
    const record = same ?? (await judge(document, begun, { ...place, history }, stages));
    const following = record.version && (await history.follow(record.version, place));
    await stages.archive.recordImport({ ...record, ...(following ? { following } : {}) });
    yield { text: begun.text, outcome: record.outcome, reason: record.reason ?? null, change: record.change ?? null };
  }
}

async function* readAhead(texts: AsyncIterable<ImportedText>, { extractor }: ImportStages): AsyncGenerator<BegunText> {
  const known = new Map<string, Promise<string>>();
  const begun: BegunText[] = [];
  const unread = { error: null as unknown, failed: false };
  for await (const text of untilFailure(texts, unread)) {
    const key = sha256Of(withoutTargets(Buffer.from(text.body).toString()));
    const knownHash = known.get(key) ?? null;
    const read = once(() =>
      extractor.extract({
        ...{ documentId: text.provenance.path, url: '', contentType: CONTENT_TYPE },
        ...{ body: text.body, madeOfPage: true },
      }),
    );
    const hash = knownHash ?? read().then((page) => page.hash);
    // One that nobody waits for any more, as the import ended before, is no failure of its own.
    hash.catch(() => {});
    known.delete(key);
    known.set(key, hash);
    for (const oldest of known.keys()) if (known.size > HASHES_KEPT) known.delete(oldest);
    begun.push({ text, bodySha256: sha256Of(text.body), knownHash, read });
    const due = begun.length > AHEAD ? begun.shift() : undefined;
    if (due) yield due;
  }
  yield* begun;
  // What came before a text that cannot be had is taken in all the same.
  if (unread.failed) throw unread.error;
}

async function* untilFailure<T>(
  items: AsyncIterable<T>,
  failure: { error: unknown; failed: boolean },
): AsyncGenerator<T> {
  try {
    yield* items;
  } catch (error) {
    Object.assign(failure, { error, failed: true });
  }
}

const CONTENT_TYPE = 'text/markdown; charset=utf-8';

type Common = Pick<ImportRecord, 'documentId' | 'provenance' | 'captureId' | 'capture' | 'body'>;

/** What needs no reading: the words that hold, in links to elsewhere. */
async function sameWords(
  document: WatchedDocument,
  begun: BegunText,
  current: StoredVersion | null,
): Promise<ImportRecord | null> {
  const { knownHash, text } = begun;
  if (knownHash === null || current === null || text.decided !== null) return null;
  return (await knownHash) === current.version.hash ? { ...commonOf(document, begun), outcome: 'unchanged' } : null;
}

async function judge(
  document: WatchedDocument,
  begun: BegunText,
  { before: current, history }: Neighbours & { readonly history: GrowingHistory },
  stages: ImportStages,
): Promise<ImportRecord> {
  const { text } = begun;
  const page = await begun.read();
  const common = commonOf(document, begun);
  const { captureId } = common;
  const { capturedAt, detectedAt, provenance, technical } = text;
  const knownVersion = history.knownUpTo(current?.version.number ?? 0, page.hash);
  const decision = decideImported({ text, page, current, knownVersion });
  if (decision.kind === 'unchanged') return { ...common, outcome: 'unchanged' };
  if (decision.kind === 'suspect')
    return { ...common, outcome: 'suspect', reason: decision.reason, pageHash: page.hash };

  const { extractorVersion } = stages;
  const fingerprint = fingerprintOf({ extractorVersion, document, via: 'import' });
  const next = { page, captureId, capturedAt, fingerprint, provenance };
  if (technical && current !== null) {
    const number = current.version.number + 1;
    const version = versionFrom({ ...next, document, origin: 'technical', number, revertsTo: null });
    return { ...common, outcome: 'technical', version: { version, page } };
  }
  const revertsTo = decision.kind === 'new-version' ? decision.revertsTo : null;
  const comparing = { detectedAt, budgetMs: IMPORT_COMPARING_MS };
  const taken = nextVersion(document, next, { ...comparing, current, origin: 'imported', revertsTo });
  const outcome = taken.outcome === 'cosmetic' ? 'cosmetic' : 'imported';
  return { ...common, outcome, version: taken.next, ...(taken.change ? { change: taken.change } : {}) };
}

function commonOf(document: WatchedDocument, begun: BegunText): Common {
  const { body, provenance, capturedAt } = begun.text;
  const capture = captureOf(begun);
  const captureId = stableId('capture', document.id, capture.url, capturedAt, capture.bodySha256);
  return { documentId: document.id, provenance, captureId, capture, body };
}

function captureOf({ text, bodySha256 }: BegunText): Capture {
  const { repository, path } = text.provenance;
  return {
    url: `ota:${repository}/${path}`,
    finalUrl: '',
    fetchedAt: text.capturedAt,
    via: 'import',
    status: 200,
    contentType: CONTENT_TYPE,
    validators: {},
    bodySha256,
    bodyBytes: text.body.length,
    ms: 0,
  };
}

function sha256Of(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

function once<T>(work: () => Promise<T>): () => Promise<T> {
  let begun: Promise<T> | null = null;
  return () => {
    begun ??= work();
    return begun;
  };
}
