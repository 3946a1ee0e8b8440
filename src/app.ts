import { join } from 'node:path';
import pLimit from 'p-limit';
import { describeFact } from './classify/describe-fact.ts';
import type { Config } from './config/config.ts';
import { renderHtml } from './diff/render-html.ts';
import { renderText } from './diff/render-text.ts';
import type { OutboxRow } from './domain/alert.ts';
import type { ImportedText } from './domain/imported-text.ts';
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
  type CheckListeners,
  type CheckOverview,
  type CheckReport,
  type Circumstances,
  checkDocument,
  checkRound,
  type ImportStep,
  importHistory,
  LONGEST_STAY_MS,
  resumeUnjudged,
  type Stages,
  withLease,
} from './pipeline.ts';
import type { Archive } from './snapshots/archive.ts';
import { type OpenedArchive, openSqliteArchive } from './storage/sqlite/open-sqlite-archive.ts';

const HOSTS_AT_ONCE = 32;
const IMPORT_READING_MS = 60_000;

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
    check: async (documents, listeners = {}) => {
      const overview = await checkRound({
        ...{ documents, listeners, limit, confirmAfterMs: stages.confirmAfterMs },
        look: (document) => checkLeased(document, stages, owner),
        ...(options.signal ? { signal: options.signal } : {}),
      });
      await welcome(overview, options, storage.outbox);
      return overview;
    },
    importHistory: async (document, texts, onStep) => {
      const done = await withLease(document, { archive: storage.archive, clock, owner }, async () => {
        for await (const step of importHistory(document, texts, { ...stages, extractor: readers })) onStep(step);
        return true;
      });
      return done ?? false;
    },
    openGuard: (upstream) => openGuard(config, upstream),
    accept: (document) => acceptLeased(document, stages, owner),
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

function confirmAfterMs({ config, staysToConfirm = false }: AppOptions): number {
  const { confirmAfterMs: pause } = config.settings.schedule;
  return staysToConfirm ? Math.min(pause, LONGEST_STAY_MS) : pause;
}

/** Null where another process holds the document. */
async function checkLeased(document: WatchedDocument, stages: Stages, owner: string): Promise<CheckReport[] | null> {
  return withLease(document, { ...stages, owner }, async () => [
    ...(await resumeUnjudged(document, stages)),
    await checkDocument(document, stages),
  ]);
}

/** Null where another process holds the document. */
async function acceptLeased(document: WatchedDocument, stages: Stages, owner: string): Promise<CheckReport | null> {
  return withLease(document, { ...stages, owner }, async () => {
    await resumeUnjudged(document, stages);
    return acceptSuspect(document, stages);
  });
}

/** Once something was read for the first time, whoever is to be told hears what is watched. */
async function welcome({ reports }: CheckOverview, options: AppOptions, outbox: Outbox): Promise<void> {
  // Cut short, it would call documents watched that nobody has looked at.
  if (options.signal?.aborted) return;
  if (reports.some(isFirstOfOurs)) await outbox.append(composeWelcomes(options, reports));
}

function isFirstOfOurs({ check, change }: CheckReport): boolean {
  return check.outcome === 'first' || change?.after.origin === 'origin-change';
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
