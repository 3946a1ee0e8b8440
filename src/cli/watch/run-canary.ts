import { rm } from 'node:fs/promises';
import { type App, openApp } from '../../app.ts';
import type { Config } from '../../config/config.ts';
import { ClausewatchError } from '../../domain/clausewatch-error.ts';
import type { Platform, WatchedDocument } from '../../domain/source.ts';
import type { Extractor } from '../../extract/extractor.ts';
import type { CheckReport } from '../../pipeline.ts';
import { type CanaryPage, serveCanaryPage } from './canary-page.ts';

export interface CanaryOptions {
  readonly config: Config;
  /** Of an archive of its own; emptied first, and gone afterwards unless something is wrong. */
  readonly dir: string;
  readonly clock: () => Date;
  readonly signal: AbortSignal;
  readonly extractor: Extractor;
}

/**
 * A document of our own through the whole way, with the user's settings: fetched, read, stored, compared, classified,
 * and its alert handed over as a file that nobody is sent. Throws `canary_failed` naming the step that went wrong.
 */
export async function runCanary({ config, dir, ...shared }: CanaryOptions): Promise<void> {
  await rm(dir, { recursive: true, force: true });
  const page = await serveCanaryPage();
  try {
    const app = await openApp({ ...shared, config: canaryConfig(config, page), archiveDir: dir, owner: 'canary' });
    try {
      await prove(app, page);
    } finally {
      await app.close();
    }
  } catch (cause) {
    if (cause instanceof ClausewatchError && cause.code === 'canary_failed') throw cause;
    throw failed(cause instanceof Error ? cause.message : String(cause), cause);
  } finally {
    await page.close();
  }
  await rm(dir, { recursive: true, force: true });
}

async function prove(app: App, page: CanaryPage): Promise<void> {
  const first = await checkOnce(app);
  if (first.check.outcome !== 'first') throw failed(`its first text was ${describe(first)}, not stored as a version`);
  page.change();
  const second = await checkOnce(app);
  if (!second.change) throw failed(`a new clause was ${describe(second)}, not a change`);
  const { topics, facts } = second.change.classification;
  if (
    !topics.includes('ai-training') ||
    !facts.some(({ effect, fact }) => effect === 'added' && /^trains-on/.test(fact))
  )
    throw failed(`a new clause about AI training was classified as ${topics.join(', ') || 'nothing'}`);
  if (second.queued !== 1) throw failed(`the change queued ${second.queued} alerts instead of 1`);
  const { delivered, rows } = await app.deliver();
  // The welcome and the alert.
  if (delivered !== 2)
    throw failed(`${delivered} of 2 messages were handed over${rows[0] ? `: ${rows[0].outcome}` : ''}`);
}

async function checkOnce(app: App): Promise<CheckReport> {
  const { reports } = await app.check(app.config.documents);
  const [report] = reports;
  if (!report) throw failed('it could not be leased');
  return report;
}

function describe({ check }: CheckReport): string {
  return `${check.outcome}${check.message === null ? '' : ` (${check.message})`}`;
}

function failed(what: string, cause?: unknown): ClausewatchError {
  return new ClausewatchError('canary_failed', what, { cause });
}

/** The user's settings, but for what keeps the canary on this machine and out of everybody's inbox. */
function canaryConfig(config: Config, { url, port }: CanaryPage): Config {
  const document: WatchedDocument = {
    id: 'clausewatch/canary',
    platform: 'clausewatch',
    name: 'Canary Privacy Policy',
    kind: 'privacy-policy',
    urls: [url],
    region: 'global',
    language: 'en',
    appliesTo: ['clausewatch'],
    fetch: 'http',
    select: [],
    remove: [],
    enabled: true,
  };
  const platform: Platform = {
    id: 'clausewatch',
    name: 'clausewatch',
    owner: 'clausewatch',
    documents: [document],
    controls: [],
  };
  const { settings } = config;
  return {
    ...config,
    secrets: {},
    platforms: [platform],
    documents: [document],
    settings: {
      ...settings,
      schedule: { ...settings.schedule, confirmAfterMs: 0 },
      http: { ...settings.http, allowLoopback: true, allowedPorts: [port], minPauseMs: 0 },
      subscriptions: [
        {
          id: 'canary',
          to: { name: '', address: 'nobody@clausewatch.invalid' },
          selectors: ['*'],
          topics: 'all',
          minSeverity: 'none',
        },
      ],
    },
  };
}
