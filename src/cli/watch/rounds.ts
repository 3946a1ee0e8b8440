import type { Logger } from 'pino';
import type { App } from '../../app.ts';
import type { FetchOutcome } from '../../domain/capture.ts';
import type { WatchedDocument } from '../../domain/source.ts';
import type { CheckReport } from '../../pipeline.ts';
import { DueBook } from '../../schedule/due-book.ts';
import { heartbeatPeriod } from '../../schedule/heartbeat-period.ts';
import type { DocumentStatus } from '../../snapshots/archive.ts';
import type { WatchMetrics } from '../../web/watch-metrics.ts';
import type { CurrentApp } from './current-app.ts';
import { logDelivery, logReport } from './log-report.ts';
import { queueHeartbeats } from './queue-heartbeats.ts';

/** Whose leases the daemon takes: the next daemon takes over what a killed one held. There is never more than one. */
export const DAEMON = 'watch';
/** Not the id of any document, as these name a platform of the sources. */
const HEARTBEAT_LEASE = 'clausewatch/watch';
const LEASE_MS = 3 * 60_000;
const STUCK_MS = 30 * 60_000;

export interface RoundsOptions {
  readonly apps: CurrentApp;
  readonly log: Logger;
  readonly clock: () => Date;
  readonly metrics: WatchMetrics;
  /** Documents of which a crash left something to be judged. */
  readonly unjudged: readonly string[];
}

/** What the daemon does in a minute: begins the checks that are due, delivers, and keeps the numbers up to date. */
export class Rounds {
  readonly #options: RoundsOptions;
  readonly #book: DueBook;
  readonly #work = new Set<Promise<void>>();
  #delivering = false;
  #deliverAgain = false;
  #heartbeat = '';
  #stopped = false;

  constructor(options: RoundsOptions) {
    this.#options = options;
    this.#book = new DueBook(options.unjudged);
  }

  /** Documents whose check was asked for half an hour ago and has not come to an end. */
  get stuck(): readonly string[] {
    const before = this.#options.clock().getTime() - STUCK_MS;
    return [...this.#book.inFlight].filter(([, since]) => since < before).map(([id]) => id);
  }

  /** Does not wait for the checks it begins. Throws when the archive cannot be written or read. */
  async tick(): Promise<void> {
    const { apps, clock, metrics } = this.#options;
    const now = clock();
    await apps.use(async (app) => {
      // Proves at every beat that the archive can be written; a full disk shows here, not at the next change.
      const until = new Date(now.getTime() + LEASE_MS).toISOString();
      await app.archive.claim(HEARTBEAT_LEASE, DAEMON, now.toISOString(), until);
      const documents = app.config.documents.filter(({ enabled }) => enabled);
      const statuses = await app.archive.status(documents.map(({ id }) => id));
      this.#begin(this.#due(documents, { app, statuses, now: now.getTime() }));
      await this.#tellAlive(app, statuses, now);
      metrics.update({ documents: statuses, outbox: await app.outbox.depth(now.toISOString()), lastTick: now });
    });
    this.#deliver();
  }

  /** Hears of each fetch: how long it took, and whether the server wants to be left alone for a while. */
  fetched(documentId: string, outcome: FetchOutcome): void {
    const { apps, clock, metrics } = this.#options;
    metrics.fetched(outcome.kind, outcome.kind === 'fetched' ? outcome.capture.ms : outcome.ms);
    if (outcome.kind !== 'failed' || outcome.retryAt === undefined) return;
    const document = apps.config.documents.find(({ id }) => id === documentId);
    if (!document) return;
    const entry = { documentId, lastCheckAt: null, everyMs: everyMsOf(document, apps.config) };
    this.#book.pause(entry, Date.parse(outcome.retryAt), clock().getTime());
  }

  /** Begins nothing more; resolves when all that was begun has ended. */
  async stop(): Promise<void> {
    this.#stopped = true;
    while (this.#work.size > 0) await Promise.all(this.#work);
  }

  #due(
    documents: readonly WatchedDocument[],
    { app, statuses, now }: { readonly app: App; readonly statuses: readonly DocumentStatus[]; readonly now: number },
  ): WatchedDocument[] {
    const byId = new Map(statuses.map((status) => [status.documentId, status]));
    const entries = documents.map((document) => {
      const { lastCheck, awaitingSince } = byId.get(document.id) ?? {};
      return {
        document,
        documentId: document.id,
        everyMs: everyMsOf(document, app.config),
        lastCheckAt: lastCheck ? Date.parse(lastCheck.at) : null,
        confirmAt: awaitingSince ? Date.parse(awaitingSince) + app.config.settings.schedule.confirmAfterMs : null,
      };
    });
    const { due, faulty } = this.#book.plan(now, entries);
    for (const { documentId, error } of faulty) {
      this.#options.log.error({ document: documentId, err: error }, 'cannot be planned; it is not checked');
    }
    return due.map(({ document }) => document);
  }

  #begin(documents: readonly WatchedDocument[]): void {
    if (documents.length === 0 || this.#stopped) return;
    const { apps, clock, log } = this.#options;
    const ids = documents.map(({ id }) => id);
    this.#book.start(ids, clock().getTime());
    this.#track(
      apps
        .use(async (app) => {
          const onReport = (report: CheckReport): void => this.#checked(report);
          await app.check(documents, { onReport, onError: (id, error) => this.#faulted(id, error) });
        })
        .catch((error: unknown) => log.error({ err: error }, 'a round of checks failed'))
        .finally(() => {
          this.#book.end(ids);
          this.#deliver();
        }),
    );
  }

  #checked(report: CheckReport): void {
    const { clock, log, metrics } = this.#options;
    const { check, change, queued } = report;
    this.#book.checked(check.documentId, clock().getTime());
    metrics.checked(check.outcome);
    if (change) metrics.changed(change.classification.topics);
    logReport(log, report);
    if (queued > 0) this.#deliver();
  }

  /** One document whose check threw; it harms itself only and is tried again after a while. */
  #faulted(documentId: string, error: unknown): void {
    if (this.#stopped) return;
    const { apps, clock, log, metrics } = this.#options;
    const document = apps.config.documents.find(({ id }) => id === documentId);
    if (document) {
      const entry = { documentId, lastCheckAt: null, everyMs: everyMsOf(document, apps.config) };
      this.#book.faulted(entry, clock().getTime());
    }
    metrics.faulted();
    log.error({ document: documentId, err: error }, 'a check ended by a fault and is not recorded');
  }

  async #tellAlive(app: App, statuses: readonly DocumentStatus[], now: Date): Promise<void> {
    const { mail, schedule } = app.config.settings;
    const periodOf = (instant: Date | string): string => heartbeatPeriod(new Date(instant), schedule.timeZone);
    const period = periodOf(now);
    if (mail.heartbeat === 'off' || period === this.#heartbeat) return;
    await queueHeartbeats({ app, statuses, period, periodOf, now });
    this.#heartbeat = period;
  }

  /** Never beside itself; asked for meanwhile, it goes on afterwards. */
  #deliver(): void {
    if (this.#stopped) return;
    if (this.#delivering) {
      this.#deliverAgain = true;
      return;
    }
    const { apps, log } = this.#options;
    this.#delivering = true;
    this.#deliverAgain = false;
    this.#track(
      apps
        .use(async (app) => logDelivery(log, await app.deliver()))
        .catch((error: unknown) => log.error({ err: error }, 'delivery failed; it goes on with the next round'))
        .finally(() => {
          this.#delivering = false;
          if (this.#deliverAgain) this.#deliver();
        }),
    );
  }

  #track(work: Promise<void>): void {
    this.#work.add(work);
    void work.finally(() => this.#work.delete(work));
  }
}

function everyMsOf(document: WatchedDocument, { settings }: App['config']): number {
  return document.everyMs ?? settings.schedule.everyMs;
}
