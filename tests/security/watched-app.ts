import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type App, type AppOptions, openApp } from '../../src/app.ts';
import { loadConfig } from '../../src/config/load-config.ts';
import type { CheckReport } from '../../src/pipeline.ts';
import { type LoopbackRoute, type LoopbackWeb, startLoopbackWeb } from '../harness/loopback-web.ts';
import { temporaryFolder } from '../harness/temporary-folder.ts';
import { writeTestConfig } from '../harness/write-test-config.ts';

const HOUR = 3_600_000;

/** A whole clausewatch on pages of this machine, with a clock of its own. */
export interface WatchedApp {
  readonly app: App;
  readonly web: LoopbackWeb;
  readonly dir: string;
  /** Six hours later: checks everything; outcomes by document. */
  check(): Promise<ReadonlyMap<string, CheckReport>>;
  deliver(): ReturnType<App['deliver']>;
  wait(hours: number): void;
}

export interface WatchedAppOptions {
  /** By document id. */
  readonly pages: Readonly<Record<string, LoopbackRoute>>;
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly wrapFetcher?: NonNullable<AppOptions['wrapFetcher']>;
}

export async function watchedApp({
  pages,
  settings = {},
  env = {},
  wrapFetcher,
}: WatchedAppOptions): Promise<WatchedApp> {
  const dir = temporaryFolder();
  const ids = Object.keys(pages);
  const web = await startLoopbackWeb(Object.fromEntries(ids.map((id) => [`/${id}`, pages[id] as LoopbackRoute])));
  onTestFinished(() => web.close());
  const documents = ids.map((id) => ({ id, url: `${web.url}/${id}` }));
  await writeTestConfig(join(dir, 'config'), documents, settings);
  let now = Date.parse('2026-11-23T08:00:00.000Z');
  const app = await openApp({
    config: await loadConfig({ dir: join(dir, 'config'), env }),
    archiveDir: join(dir, 'snapshots'),
    clock: () => new Date(now),
    owner: 'test',
    ...(wrapFetcher ? { wrapFetcher } : {}),
  });
  onTestFinished(() => app.close());
  return {
    app,
    web,
    dir,
    check: async () => {
      now += 6 * HOUR;
      const { reports } = await app.check(app.config.documents, { onError: () => {} });
      return new Map(reports.map((report) => [report.check.documentId.split('/')[1] ?? '', report]));
    },
    deliver: () => app.deliver(),
    wait: (hours) => {
      now += hours * HOUR;
    },
  };
}

export async function alertsOf({ app }: WatchedApp): Promise<number> {
  const rows = await app.outbox.list(['queued', 'delivered', 'dead']);
  return rows.filter(({ kind }) => kind === 'alert').length;
}
