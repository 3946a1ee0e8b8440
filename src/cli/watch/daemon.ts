import { join } from 'node:path';
import type { Logger } from 'pino';
import { type App, buildExtractor, openApp } from '../../app.ts';
import type { Config } from '../../config/config.ts';
import type { Extractor } from '../../extract/extractor.ts';
import { MinuteBeat } from '../../schedule/minute-beat.ts';
import type { DaemonHealth } from '../../web/judge-readiness.ts';
import { WatchMetrics } from '../../web/watch-metrics.ts';
import { Canary } from './canary.ts';
import { CurrentApp } from './current-app.ts';
import { HealthServer } from './health-server.ts';
import { observedFetcher } from './observed-fetcher.ts';
import { PageGarbage } from './page-garbage.ts';
import { DAEMON, Rounds } from './rounds.ts';
import { runCanary } from './run-canary.ts';

export interface DaemonOptions {
  readonly archiveDir: string;
  readonly clock: () => Date;
  readonly log: Logger;
  /** Ends fetches under way; `stop` waits for the rest. */
  readonly signal: AbortSignal;
  /** Reads and checks the configuration. */
  readonly load: () => Promise<Config>;
}

interface Supplied extends DaemonOptions {
  /** One process that reads pages, also for the canary and while a configuration replaces another: each takes 100 MB. */
  readonly extractor: Extractor;
  readonly garbage: PageGarbage;
}

/** A daemon at work: the beat, what it drives, and the health endpoint. */
export class Daemon {
  readonly #options: Supplied;
  readonly #startedAt: Date;
  readonly #metrics: WatchMetrics;
  readonly #apps: CurrentApp;
  readonly #rounds: Rounds;
  readonly #canary: Canary;
  readonly #server: HealthServer;
  #beat: MinuteBeat | null = null;
  #tickError: string | null = null;

  private constructor(options: Supplied, app: App, unjudged: readonly string[]) {
    const { archiveDir, clock, log, signal, extractor, garbage } = options;
    this.#options = options;
    this.#startedAt = clock();
    this.#metrics = new WatchMetrics(clock);
    this.#apps = new CurrentApp(app, (error) => log.error({ err: error }, 'closing what was replaced failed'));
    this.#rounds = new Rounds({ apps: this.#apps, log, clock, metrics: this.#metrics, unjudged });
    const run = (config: Config): Promise<void> =>
      runCanary({ config, dir: join(archiveDir, 'canary'), clock, signal, extractor }).finally(() => garbage.worked());
    this.#canary = new Canary({ clock, log, metrics: this.#metrics, run });
    const metrics = (): Promise<string> => this.#metrics.text();
    this.#server = new HealthServer({ health: () => this.#health(), metrics, clock }, log);
  }

  /** Throws what is wrong with configuration, archive or port. */
  static async start(given: DaemonOptions): Promise<Daemon> {
    const options: Supplied = { ...given, extractor: buildExtractor(), garbage: new PageGarbage() };
    const started: { daemon?: Daemon } = {};
    const rounds = (): Rounds | undefined => (started.daemon === undefined ? undefined : started.daemon.#rounds);
    const app = await openWatched(options, await options.load(), rounds);
    try {
      const unjudged = (await app.archive.unjudged()).map(({ documentId }) => documentId);
      const daemon = new Daemon(options, app, unjudged);
      started.daemon = daemon;
      await daemon.#server.apply(app.config.settings.web);
      options.log.info({ documents: countEnabled(app.config), mail: app.mailer.target }, 'watching');
      daemon.#begin();
      return daemon;
    } catch (error) {
      await app.close();
      throw error;
    }
  }

  /** Takes over a new configuration as a whole, or throws what is wrong with it and keeps the one before. */
  async reload(): Promise<void> {
    const { load, log } = this.#options;
    const next = await openWatched(this.#options, await load(), () => this.#rounds);
    try {
      await this.#server.apply(next.config.settings.web);
    } catch (error) {
      await next.close();
      throw error;
    }
    this.#apps.replace(next);
    log.info({ documents: countEnabled(next.config), mail: next.mailer.target }, 'configuration reloaded');
    this.#options.garbage.worked();
    this.#beat?.tickSoon();
  }

  /** Resolves when everything has come to its end. */
  async stop(): Promise<void> {
    await this.#beat?.stop();
    await Promise.all([this.#rounds.stop(), this.#canary.stop()]);
    await this.#server.close();
    await this.#apps.close();
    await this.#options.extractor.close();
    this.#options.garbage.stop();
  }

  #begin(): void {
    const { clock, log } = this.#options;
    this.#beat = new MinuteBeat({
      clock,
      tick: async () => {
        this.#canary.tick(this.#apps.config);
        await this.#rounds.tick();
        this.#tickError = null;
      },
      onError: (error) => {
        this.#tickError = error instanceof Error ? error.message : String(error);
        log.error({ err: error }, 'a round failed; the next one starts in a minute');
      },
    });
  }

  #health(): DaemonHealth {
    return {
      version: this.#apps.config.version,
      startedAt: this.#startedAt,
      lastTick: this.#beat?.lastTick ?? null,
      tickError: this.#tickError,
      canary: this.#canary.health,
      stuck: this.#rounds.stuck,
    };
  }
}

function countEnabled({ documents }: Config): number {
  return documents.filter(({ enabled }) => enabled).length;
}

/** An app whose fetches end with the daemon and are heard by its rounds. */
function openWatched(
  { archiveDir, clock, signal, extractor, garbage }: Supplied,
  config: Config,
  rounds: () => Rounds | undefined,
): Promise<App> {
  return openApp({
    ...{ config, archiveDir, clock, owner: DAEMON, signal, extractor },
    wrapFetcher: (inner) =>
      observedFetcher(inner, (id, outcome) => {
        garbage.worked(outcome.kind === 'fetched' ? outcome.capture.bodyBytes : 0);
        rounds()?.fetched(id, outcome);
      }),
  });
}
