import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import pLimit, { type LimitFunction } from 'p-limit';
import { describeFact } from './classify/describe-fact.ts';
import type { Config } from './config/config.ts';
import { renderHtml } from './diff/render-html.ts';
import { renderText } from './diff/render-text.ts';
import type { OutboxRow } from './domain/alert.ts';
import type { WatchedDocument } from './domain/source.ts';
import type { Change, CheckRecord } from './domain/version.ts';
import type { Extractor } from './extract/extractor.ts';
import { EXTRACTOR_VERSION } from './extract/extractor-version.ts';
import { PooledExtractor } from './extract/pooled-extractor.ts';
import { WorkerExtractor } from './extract/worker-extractor.ts';
import { AutoFetcher } from './fetchers/browser/auto-fetcher.ts';
import type { FindBrowserOptions } from './fetchers/browser/find-browser.ts';
import type { GuardedProxy } from './fetchers/browser/guarded-proxy.ts';
import type { Fetcher } from './fetchers/fetcher.ts';
import { HttpFetcher } from './fetchers/http-fetcher.ts';
import { HTTP_FETCHER_DEFAULTS } from './fetchers/http-fetcher-options.ts';
import { MemoryHostSlots } from './fetchers/memory-host-slots.ts';
import { stoppableFetcher } from './fetchers/stoppable-fetcher.ts';
import { composeAlerts } from './notify/compose-alerts.ts';
import { composeWelcome } from './notify/compose-welcome.ts';
import { type DeliverySummary, deliverDue } from './notify/deliver-outbox.ts';
import { FileMailer } from './notify/file-mailer.ts';
import type { Mailer } from './notify/mailer.ts';
import type { Outbox } from './notify/outbox.ts';
import { SmtpMailer } from './notify/smtp-mailer.ts';
import { isFailure, type ReadabilityTold, tellReadability } from './notify/tell-readability.ts';
import {
  acceptSuspect,
  type CheckReport,
  type Circumstances,
  checkDocument,
  type ImportedText,
  type ImportStages,
  type ImportStep,
  importHistory,
  resumeUnjudged,
  type Stages,
} from './pipeline.ts';
import type { Archive } from './snapshots/archive.ts';
import { type OpenedArchive, openSqliteArchive } from './storage/sqlite/open-sqlite-archive.ts';

const HOSTS_AT_ONCE = 32;
const IMPORT_READING_MS = 60_000;
const LEASE_MS = 5 * 60_000;

export interface AppOptions {
  readonly config: Config;
  readonly archiveDir: string;
  readonly clock: () => Date;
  /** Distinguishes this process from others that work on the same archive. */
  readonly owner: string;
  /**
   * Whoever waits for the answer wants other words confirmed at once: `check` then stays until they are, at most 20
   * seconds longer. Without it the next check confirms them, after the pause of the settings.
   */
  readonly staysToConfirm?: boolean;
  /** Ends fetches under way and begins nothing more; what is being judged or handed over comes to its end. */
  readonly signal?: AbortSignal;
  /** Reads the pages of several apps; whoever gives it closes it. */
  readonly extractor?: Extractor;
  /** Puts something between the pipeline and the network, such as an observer. */
  readonly wrapFetcher?: (fetcher: Fetcher) => Fetcher;
}

/** A running clausewatch: the adapters, and the few things that are done with them. */
export interface App {
  readonly config: Config;
  readonly archive: Archive;
  readonly outbox: Outbox;
  readonly mailer: Mailer;
  /** Checks now. A check that throws (a failing store, a fault of ours) ends the whole, unless `onError` is given. */
  check(documents: readonly WatchedDocument[], listeners?: CheckListeners): Promise<CheckOverview>;
  /** Takes the newest suspect capture for the policy; null where another process holds the document. */
  accept(document: WatchedDocument): Promise<CheckReport | null>;
  /** Takes in what others recorded of the document; false where another process holds it. Nobody is told. */
  importHistory(
    document: WatchedDocument,
    texts: AsyncIterable<ImportedText>,
    onStep: (step: ImportStep) => void,
  ): Promise<boolean>;
  /** A proxy by which another program reaches what our own requests may reach, and nothing else. */
  openGuard(upstream?: string): Promise<GuardedProxy>;
  deliver(): Promise<DeliverySummary>;
  close(): Promise<void>;
}

interface CheckListeners {
  /** Of each document as it ends. */
  readonly onReport?: (report: CheckReport) => void;
  /** A document whose check threw; the others go on. */
  readonly onError?: (documentId: string, error: unknown) => void;
  /** Before a second look at documents with other words, `ms` from now. */
  readonly onWait?: (documents: readonly WatchedDocument[], ms: number) => void;
}

export interface CheckOverview {
  readonly reports: readonly CheckReport[];
  /** Ids of documents that another process is checking. */
  readonly busy: readonly string[];
}

/** The composition root: the only place that builds adapters. */
export async function openApp(options: AppOptions): Promise<App> {
  const { config, archiveDir, clock, owner } = options;
  const { settings } = config;
  const storage = await openSqliteArchive({ dir: archiveDir, hostPauseMs: settings.http.minPauseMs });
  const built = buildFetcher(config, clock, storage);
  const fetcher = options.signal ? stoppableFetcher(built, options.signal) : built;
  const extractor = options.extractor ?? buildExtractor();
  const readers = buildImportReaders();
  const mailer = buildMailer(config, archiveDir);
  const limit = pLimit(HOSTS_AT_ONCE);
  const stages: Stages = {
    fetcher: options.wrapFetcher?.(fetcher) ?? fetcher,
    extractor,
    archive: storage.archive,
    extractorVersion: EXTRACTOR_VERSION,
    clock,
    confirmAfterMs: confirmAfterMs(options),
    composeAlerts: (change, document, circumstances) => composeFor(config, { change, document, circumstances }),
    tellReadability: (document, check) => tellFor(config, storage.archive, { document, check }),
  };
  return {
    config,
    archive: storage.archive,
    outbox: storage.outbox,
    mailer,
    check: (documents, listeners = {}) =>
      checkAll({ documents, listeners, stages, options, limit, outbox: storage.outbox }),
    importHistory: (document, texts, onStep) =>
      importLeased({ document, texts, onStep }, { ...stages, extractor: readers }, options),
    openGuard: (upstream) => openGuard(config, upstream),
    accept: (document) => acceptLeased(document, stages, options),
    deliver: () =>
      deliverDue({
        outbox: storage.outbox,
        mailer,
        owner,
        clock,
        maxAgeHours: settings.mail.maxAgeHours,
        ...(options.signal ? { signal: options.signal } : {}),
      }),
    close: async () => {
      const reading = options.extractor ? null : extractor.close();
      await Promise.all([fetcher.close(), reading, readers.close(), mailer.close()]);
      await storage.close();
    },
  };
}

/** Both ways of fetching. The browser is looked for and started when a document first needs it. */
export function buildFetcher(
  { settings, userAgent }: Config,
  clock: () => Date,
  shared?: Pick<OpenedArchive, 'hostSlots' | 'robots'>,
): Fetcher {
  const now = (): number => clock().getTime();
  const slots =
    shared?.hostSlots ?? new MemoryHostSlots({ ...HTTP_FETCHER_DEFAULTS, minPauseMs: settings.http.minPauseMs, now });
  const http = new HttpFetcher({
    ...{ ...settings.http, userAgent, now, slots },
    ...(shared ? { robotsStore: shared.robots } : {}),
  });
  const { totalTimeoutMs, idleTimeoutMs, maxBytes, attempts, backoffMs, allowedPorts, allowLoopback } = settings.http;
  const openBrowser = async (): Promise<Fetcher> => {
    const { BrowserFetcher } = await import('./fetchers/browser/browser-fetcher.ts');
    return new BrowserFetcher({
      ...{ totalTimeoutMs, idleTimeoutMs, maxBytes, backoffMs, allowedPorts, allowLoopback, userAgent, now, slots },
      // A visit costs many requests.
      attempts: Math.min(attempts, 2),
      robots: http.robots,
      find: findOptions(settings),
    });
  };
  return new AutoFetcher({ http, openBrowser });
}

/** More than any history that is known of; what never ends fills no disk. */
const MAX_CLONE_BYTES = 8 * 1024 ** 3;

async function openGuard({ settings }: Config, upstream?: string): Promise<GuardedProxy> {
  const { GuardedProxy } = await import('./fetchers/browser/guarded-proxy.ts');
  const { allowedPorts, allowLoopback, idleTimeoutMs } = settings.http;
  return GuardedProxy.start({
    ...{ allowedPorts, allowLoopback, connectTimeoutMs: idleTimeoutMs, maxTrafficBytes: MAX_CLONE_BYTES },
    ...(upstream === undefined ? {} : { upstream }),
  });
}

function findOptions({ browser }: Config['settings']): FindBrowserOptions {
  return browser.path === undefined ? {} : { configuredPath: browser.path };
}

export function buildExtractor(): WorkerExtractor {
  return new WorkerExtractor({});
}

/**
 * Reading is the most of an import: two at a time, each started with its first page. What is slow on a busy machine must
 * not become another history, so that only what never ends is given up.
 */
function buildImportReaders(): PooledExtractor {
  return new PooledExtractor([1, 2].map(() => new WorkerExtractor({ timeoutMs: IMPORT_READING_MS })));
}

/** Without a mail server alerts become files, so that nothing is lost before one is set up. */
export function buildMailer({ settings, secrets }: Config, archiveDir: string): SmtpMailer | FileMailer {
  const { from } = settings.mail;
  if (!secrets.smtpUrl) return new FileMailer({ dir: join(archiveDir, 'outbox'), from });
  return new SmtpMailer({ url: secrets.smtpUrl, from, ...(secrets.smtpCa ? { ca: secrets.smtpCa } : {}) });
}

interface ChangeToTell {
  readonly change: Change;
  readonly document: WatchedDocument;
  readonly circumstances: Circumstances;
}

function composeFor(config: Config, { change, document, circumstances }: ChangeToTell): readonly OutboxRow[] {
  const { now = change.detectedAt, ...known } = circumstances;
  return composeAlerts({
    change,
    document,
    platforms: config.platforms,
    subscriptions: config.settings.subscriptions,
    redline: { text: renderText(change.redline), html: renderHtml(change.redline, { layout: 'inline' }) },
    describe: describeFact,
    ...known,
    now,
    host: hostOf(config),
  });
}

interface CheckToTell {
  readonly document: WatchedDocument;
  readonly check: CheckRecord;
}

async function tellFor(config: Config, archive: Archive, { document, check }: CheckToTell): Promise<ReadabilityTold> {
  const { toldUnreadableAt } = await archive.stateOf(document.id);
  if (isFailure(check) === (toldUnreadableAt !== null)) return { outbox: [] };
  const [status] = await archive.status([document.id]);
  const { consecutiveFailures = 0, verifiedUntil = null } = status ?? {};
  return tellReadability({
    document,
    check,
    before: { consecutiveFailures, verifiedUntil, toldUnreadableAt },
    platforms: config.platforms,
    subscriptions: config.settings.subscriptions,
    host: hostOf(config),
  });
}

interface CheckAll {
  readonly documents: readonly WatchedDocument[];
  readonly listeners: CheckListeners;
  readonly limit: LimitFunction;
  readonly stages: Stages;
  readonly options: AppOptions;
  readonly outbox: Outbox;
}

/** As long as somebody who waits for the answer of `check` is kept waiting for a second look. */
const LONGEST_STAY_MS = 20_000;

function confirmAfterMs({ config, staysToConfirm = false }: AppOptions): number {
  const { confirmAfterMs: pause } = config.settings.schedule;
  return staysToConfirm ? Math.min(pause, LONGEST_STAY_MS) : pause;
}

async function checkAll(call: CheckAll): Promise<CheckOverview> {
  const { documents, listeners, stages, options, outbox } = call;
  const { onReport } = listeners;
  const stays = stages.confirmAfterMs <= LONGEST_STAY_MS;
  // Told once, with the look that decides, unless there is something to tell already.
  const isOpen = ({ awaits, change }: CheckReport): boolean => stays && awaits && change === null;
  const first = await checkEach(call, (report) => isOpen(report) || onReport?.(report));
  const last = new Map(first.reports.map((report) => [report.check.documentId, report]));
  const again = documents.filter(({ id }) => stays && last.get(id)?.awaits);
  const second = again.length === 0 ? { reports: [], busy: [] } : await lookAgain(again, call);

  const looked = new Set(second.reports.map(({ check }) => check.documentId));
  const undecided = [...last.values()].filter((report) => isOpen(report) && !looked.has(report.check.documentId));
  for (const report of undecided) onReport?.(report);
  const told = first.reports.filter((report) => !isOpen(report));
  const overview = { reports: [...told, ...undecided, ...second.reports], busy: [...first.busy, ...second.busy] };
  return endChecks(overview, { options, outbox });
}

/** The second look, after the pause. Cut short, it is left to the next start. */
async function lookAgain(documents: readonly WatchedDocument[], call: CheckAll): Promise<CheckOverview> {
  const { stages, options, listeners } = call;
  listeners.onWait?.(documents, stages.confirmAfterMs);
  await delay(stages.confirmAfterMs, null, options.signal ? { signal: options.signal } : {}).catch(() => null);
  return checkEach({ ...call, documents }, (report) => listeners.onReport?.(report));
}

async function checkEach(
  { documents, listeners, limit, stages, options }: CheckAll,
  onReport: (report: CheckReport) => void,
): Promise<CheckOverview> {
  const { onError } = listeners;
  const busy: string[] = [];
  const reports = await Promise.all(
    documents.map((document) =>
      limit(async () => {
        if (options.signal?.aborted) return [];
        try {
          const done = await checkLeased(document, stages, options);
          if (done === null) busy.push(document.id);
          for (const report of done ?? []) onReport(report);
          return done ?? [];
        } catch (error) {
          if (options.signal?.aborted && error === options.signal.reason) return [];
          if (!onError) throw error;
          onError(document.id, error);
          return [];
        }
      }),
    ),
  );
  return { reports: reports.flat(), busy };
}

async function endChecks(
  overview: CheckOverview,
  { options, outbox }: Pick<CheckAll, 'options' | 'outbox'>,
): Promise<CheckOverview> {
  const { reports } = overview;
  // Cut short, it would call documents watched that nobody has looked at.
  if (options.signal?.aborted) return overview;
  if (reports.some(isFirstOfOurs)) await outbox.append(composeWelcomes(options, reports));
  return overview;
}

function isFirstOfOurs({ check, change }: CheckReport): boolean {
  return check.outcome === 'first' || change?.after.origin === 'origin-change';
}

/** Null where another process holds the document. */
async function checkLeased(
  document: WatchedDocument,
  stages: Stages,
  { clock, owner }: AppOptions,
): Promise<CheckReport[] | null> {
  return leased(document, { archive: stages.archive, clock, owner }, async () => [
    ...(await resumeUnjudged(document, stages)),
    await checkDocument(document, stages),
  ]);
}

/** Null where another process holds the document. */
async function acceptLeased(
  document: WatchedDocument,
  stages: Stages,
  { clock, owner }: AppOptions,
): Promise<CheckReport | null> {
  return leased(document, { archive: stages.archive, clock, owner }, async () => {
    await resumeUnjudged(document, stages);
    return acceptSuspect(document, stages);
  });
}

interface Importing {
  readonly document: WatchedDocument;
  readonly texts: AsyncIterable<ImportedText>;
  readonly onStep: (step: ImportStep) => void;
}

async function importLeased(
  { document, texts, onStep }: Importing,
  stages: ImportStages,
  { clock, owner }: AppOptions,
): Promise<boolean> {
  const done = await leased(document, { archive: stages.archive, clock, owner }, async () => {
    for await (const step of importHistory(document, texts, stages)) onStep(step);
    return true;
  });
  return done ?? false;
}

interface Leasing extends Pick<AppOptions, 'clock' | 'owner'> {
  readonly archive: Archive;
}

async function leased<T>(
  document: WatchedDocument,
  { archive, clock, owner }: Leasing,
  work: () => Promise<T>,
): Promise<T | null> {
  const claim = (): Promise<boolean> => {
    const now = clock();
    const until = new Date(now.getTime() + LEASE_MS).toISOString();
    return archive.claim(document.id, owner, now.toISOString(), until);
  };
  if (!(await claim())) return null;
  // Many parts, each by two ways with retries, take longer than one lease. Losing it is told by what is recorded then.
  const renewing = setInterval(() => void claim().catch(() => false), LEASE_MS / 3);
  try {
    return await work();
  } finally {
    clearInterval(renewing);
    await archive.release(document.id, owner);
  }
}

function composeWelcomes({ config, clock }: AppOptions, reports: readonly CheckReport[]): readonly OutboxRow[] {
  const unreadable = reports
    .filter(({ check }) => check.outcome === 'failed' || check.outcome === 'suspect')
    .map(({ check }) => ({ documentId: check.documentId, reason: check.message ?? check.code ?? check.outcome }));
  return config.settings.subscriptions.map((subscription) =>
    composeWelcome({
      subscription,
      platforms: config.platforms,
      unreadable,
      now: clock().toISOString(),
      host: hostOf(config),
    }),
  );
}

/** The right-hand side of Message-IDs: of whoever sends, so that they are unique in the world. */
function hostOf({ settings }: Config): string {
  return settings.mail.from.address.split('@').at(-1) ?? 'localhost';
}
