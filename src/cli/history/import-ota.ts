import type { App } from '../../app.ts';
import type { HistoryEntry } from '../../config/histories-schema.ts';
import { ClausewatchError } from '../../domain/clausewatch-error.ts';
import type { WatchedDocument } from '../../domain/source.ts';
import type { Provenance } from '../../domain/version.ts';
import { BlobReader } from '../../history/git/blob-reader.ts';
import { type Guard, openRepository, type Repository } from '../../history/git/open-repository.ts';
import { readLog } from '../../history/git/read-log.ts';
import { findSuspectsBranch } from '../../history/git/suspects-branch.ts';
import { type DocumentPlan, type ImportPlan, planImport, type RecordedFile } from '../../history/ota/plan-import.ts';
import { readLicence } from '../../history/ota/read-licence.ts';
import { recordedTexts } from '../../history/ota/recorded-texts.ts';
import type { TermsName } from '../../history/ota/terms-path.ts';
import { type ImportStep, readStoredHistory } from '../../pipeline.ts';
import { placeImported } from '../../snapshots/place-imported.ts';
import { archivedDocument, documentIdOf } from '../archived-documents.ts';

export interface ImportOtaOptions {
  readonly repository: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly mapping: readonly HistoryEntry[];
  readonly services: readonly string[];
  readonly terms: readonly string[];
  /** Only versions from then on. */
  readonly since: string | null;
  /** Terms that the mapping does not name become documents of their own. */
  readonly newPlatforms: boolean;
  readonly signal: AbortSignal;
}

export interface ImportListener {
  /** Before something is brought from elsewhere, which may take minutes. */
  onClone(): void;
  /** Once it is known how many versions there are to be taken in. */
  onPlan(total: number): void;
  onStep(documentId: string, step: ImportStep): void;
}

type Source = Pick<Provenance, 'repository' | 'licence'>;

/** What became of one document. */
export interface ImportedDocument {
  readonly documentId: string;
  readonly counts: Readonly<Record<ImportStep['outcome'], number>>;
  readonly changes: number;
  /** Taken in by an import before. */
  readonly known: number;
  /** Of a time in which our own captures, or those of another recorder, tell what held. */
  readonly late: number;
  readonly error: { readonly code: string; readonly message: string } | null;
}

export interface ImportSummary {
  readonly repository: string;
  readonly licence: string | null;
  /** Of an export of ours: where its texts came from. */
  readonly sources: readonly Source[];
  readonly documents: readonly ImportedDocument[];
  readonly unmapped: ImportPlan['unmapped'];
  /** Cut short by a signal. */
  readonly interrupted: boolean;
}

/** Brings in the history of an Open Terms Archive repository of versions, one document after the other. */
export async function importOta(app: App, options: ImportOtaOptions, listener: ImportListener): Promise<ImportSummary> {
  const { env, signal } = options;
  const openGuard = (): Promise<Guard> => app.openGuard(upstreamIn(env));
  const repository = await openRepository(options.repository, {
    ...{ env, signal, openGuard },
    onClone: () => listener.onClone(),
  }).catch((error) => {
    if (signal.aborted) return null;
    throw error;
  });
  if (repository === null) return { ...NOTHING, repository: options.repository, interrupted: true };
  try {
    const plan = await planOf(app, repository, options);
    const licence = await readLicence(repository);
    const chosen = await Promise.all(plan.documents.map((document) => chooseNew(app, document, repository)));
    listener.onPlan(chosen.reduce((sum, { fresh }) => sum + fresh.size, 0));
    const documents: ImportedDocument[] = [];
    for (const choice of chosen.toSorted((a, b) => (a.plan.documentId < b.plan.documentId ? -1 : 1))) {
      if (options.signal.aborted) break;
      documents.push(await importDocument(app, choice, { repository, licence, signal: options.signal, listener }));
    }
    const sources = sourcesOf(plan);
    const { unmapped } = plan;
    return { repository: repository.name, licence, sources, documents, unmapped, interrupted: options.signal.aborted };
  } finally {
    repository.close();
  }
}

const NOTHING = { licence: null, sources: [], documents: [], unmapped: [] };

/** Where others had recorded what an archive of ours exported. */
function sourcesOf({ documents }: ImportPlan): Source[] {
  const licences = new Map<string, string | null>();
  for (const { files } of documents) {
    for (const { ours } of files) {
      const { repository, licence = null } = ours?.provenance ?? {};
      if (repository !== undefined) licences.set(repository, licence ?? licences.get(repository) ?? null);
    }
  }
  return [...licences].map(([repository, licence]) => ({ repository, licence }));
}

/** The proxy that this machine is to use, as git and curl would take it from the environment. */
function upstreamIn(env: ImportOtaOptions['env']): string | undefined {
  const named = env.https_proxy || env.HTTPS_PROXY || env.all_proxy || env.ALL_PROXY;
  return named === undefined || named === '' ? undefined : named;
}

async function planOf(app: App, repository: Repository, options: ImportOtaOptions): Promise<ImportPlan> {
  const { mapping, services, terms, since, newPlatforms } = options;
  const known = new Set(app.config.documents.map(({ id }) => id));
  const branches = ['HEAD', ...(await findSuspectsBranch(repository))];
  const plan = await planImport({
    log: readLog(repository, branches),
    wants: (name) => isAmong(name.service, services) && isAmong(name.terms, terms),
    documentFor: (name, ours) => {
      if (ours !== null && (known.has(ours.documentId) || newPlatforms)) return ours.documentId;
      const mapped = mapping.find((entry) => entry.service === name.service && entry.terms === name.terms);
      if (mapped && known.has(mapped.document)) return mapped.document;
      return newPlatforms ? documentIdOf(name) : null;
    },
  });
  if (!plan.speaksOfVersions) throw notVersions(options.repository);
  if (plan.documents.length === 0 && plan.unmapped.length === 0) throw nothingChosen(options);
  const recent = (file: RecordedFile): boolean => since === null || file.capturedAt >= since;
  return {
    ...plan,
    documents: plan.documents.map(({ files, ...document }) => ({ ...document, files: files.filter(recent) })),
  };
}

function isAmong(name: string, wanted: readonly string[]): boolean {
  return wanted.length === 0 || wanted.some((one) => one.toLowerCase() === name.toLowerCase());
}

function notVersions(repository: string): ClausewatchError {
  const wanted = 'files such as “Service/Privacy Policy.md” in commits such as “Record new changes of …”';
  return new ClausewatchError(
    'repository_not_versions',
    `${repository}: no repository of versions of Open Terms Archive (no ${wanted}); name one whose name ends in “-versions”.`,
  );
}

function nothingChosen({ repository, services, terms }: ImportOtaOptions): ClausewatchError {
  const names = [...services, ...terms].map((name) => `“${name}”`).join(', ');
  return new ClausewatchError(
    'terms_unknown',
    `${repository}: nothing of ${names} is in it; names are those of its folders and files.`,
  );
}

interface Choice {
  readonly plan: DocumentPlan;
  readonly document: WatchedDocument;
  readonly fresh: ReadonlySet<RecordedFile>;
  readonly known: number;
  readonly late: number;
}

async function chooseNew(app: App, plan: DocumentPlan, { name }: Repository): Promise<Choice> {
  const { documentId, files } = plan;
  const document = app.config.documents.find(({ id }) => id === documentId) ?? archivedDocument(documentId);
  const taken = await app.archive.importsOf(documentId);
  const keys = new Set(taken.map(({ commit, path }) => `${commit} ${path}`));
  const history = await readStoredHistory(app.archive, documentId);
  const keyOf = ({ commit, path, ours }: RecordedFile): string =>
    ours?.provenance ? `${ours.provenance.commit} ${ours.provenance.path}` : `${commit} ${path}`;
  const unknown = files.filter((file) => !keys.has(keyOf(file)));
  const fresh = unknown.filter(({ capturedAt, ours }) => {
    const repository = ours?.provenance?.repository ?? name;
    return placeImported(history, { capturedAt, repository }) !== null;
  });
  return {
    plan,
    document,
    fresh: new Set(fresh),
    known: files.length - unknown.length,
    late: unknown.length - fresh.length,
  };
}

interface ImportRun {
  readonly repository: Repository;
  readonly licence: string | null;
  readonly signal: AbortSignal;
  readonly listener: ImportListener;
}

async function importDocument(
  app: App,
  { plan, document, fresh, known, late }: Choice,
  { repository, licence, signal, listener }: ImportRun,
): Promise<ImportedDocument> {
  const counts = { imported: 0, cosmetic: 0, technical: 0, unchanged: 0, suspect: 0 };
  let changes = 0;
  const result = (error: ImportedDocument['error']): ImportedDocument => ({
    ...{ documentId: plan.documentId, counts, changes, known, late, error },
  });
  if (fresh.size === 0) return result(null);
  const [blobs, sizes] = [await BlobReader.open(repository), await BlobReader.open(repository, { sizes: true })];
  const isNew = (file: RecordedFile): boolean => fresh.has(file) && !signal.aborted;
  const texts = recordedTexts({ plan, blobs, sizes, repository: repository.name, licence, isNew });
  try {
    const done = await app.importHistory(document, texts, (step) => {
      counts[step.outcome] += 1;
      if (step.change) changes += 1;
      listener.onStep(document.id, step);
    });
    if (done) return result(null);
    const message = `${document.id}: another clausewatch is checking it; import again in a minute.`;
    return result({ code: 'document_busy', message });
  } catch (error) {
    if (!(error instanceof ClausewatchError) || error.code !== 'blob_missing') throw error;
    return result({ code: error.code, message: error.message });
  } finally {
    blobs.close();
    sizes.close();
  }
}

export function isComplete({ documents, interrupted }: ImportSummary): boolean {
  return !interrupted && documents.every(({ error }) => error === null);
}

export function countUnmapped(unmapped: readonly (TermsName & { readonly versions: number })[]): number {
  return unmapped.reduce((sum, { versions }) => sum + versions, 0);
}
