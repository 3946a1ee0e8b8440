import { statfs } from 'node:fs/promises';
import type { Config } from '../../config/config.ts';
import { ClausewatchError } from '../../domain/clausewatch-error.ts';
import { escapeTerminal } from '../../domain/escape-terminal.ts';
import type { WatchedDocument } from '../../domain/source.ts';
import type { Fetcher } from '../../fetchers/fetcher.ts';
import type { CliContext } from '../cli-context.ts';
import { type CommonOptions, DEFAULT_CONFIG_DIR } from '../common-options.ts';
import { examineBrowser } from './examine-browser.ts';
import type { Finding } from './finding.ts';

const LOW_DISK_BYTES = 1024 ** 3;

/** Looks at one thing after the other; a fault in one never hides the others. */
export async function* examine(
  options: CommonOptions & { readonly sources?: boolean },
  context: CliContext,
): AsyncGenerator<Finding> {
  const config = await readConfig(options, context);
  if ('state' in config) {
    yield config;
    return;
  }
  const { documents, platforms } = config;
  yield { state: 'good', subject: 'config', detail: `${documents.length} documents of ${platforms.length} platforms` };
  yield* examineArchive(options);
  yield await examineDisk(options.archive);
  yield await examineMail(config, options.archive);
  yield await examineBrowser(config);
  if (options.sources) yield* examineSources(config, context);
}

async function readConfig(options: CommonOptions, context: CliContext): Promise<Config | Finding> {
  const { loadConfig } = await import('../../config/load-config.ts');
  try {
    return await loadConfig({
      dir: options.config,
      env: context.env,
      envFile: '.env',
      mustExist: options.config !== DEFAULT_CONFIG_DIR,
    });
  } catch (error) {
    if (!(error instanceof ClausewatchError)) throw error;
    return {
      state: 'bad',
      subject: 'config',
      detail: error.message,
      mend: 'correct each line above, then run doctor again',
    };
  }
}

async function* examineArchive(options: CommonOptions): AsyncGenerator<Finding> {
  const { openSqliteArchive } = await import('../../storage/sqlite/open-sqlite-archive.ts');
  try {
    const storage = await openSqliteArchive({ dir: options.archive });
    try {
      const { versions, captures, orphans } = await storage.archive.verify();
      yield { state: 'good', subject: 'archive', detail: `sound: ${versions} versions, ${captures} captures` };
      if (orphans.length > 0) {
        yield {
          state: 'note',
          subject: 'archive',
          detail: `${orphans.length} files that no row names, left by a crash`,
          mend: `they do no harm and may be deleted, for example ${orphans[0]}`,
        };
      }
    } finally {
      await storage.close();
    }
  } catch (error) {
    if (!(error instanceof ClausewatchError)) throw error;
    const mend = 'restore the folder from a backup, or move it away to start anew';
    yield { state: 'bad', subject: 'archive', detail: error.message, mend };
  }
}

async function examineDisk(dir: string): Promise<Finding> {
  const { bavail, bsize } = await statfs(dir);
  const free = bavail * bsize;
  const detail = `${(free / 1024 ** 3).toFixed(1)} GB free for ${dir}`;
  if (free >= LOW_DISK_BYTES) return { state: 'good', subject: 'disk', detail };
  return { state: 'bad', subject: 'disk', detail, mend: 'make room: a capture that cannot be stored stops the run' };
}

async function examineMail(config: Config, archiveDir: string): Promise<Finding> {
  if (!config.secrets.smtpUrl) {
    return {
      state: 'note',
      subject: 'mail',
      detail: `SMTP_URL is not set: alerts are written to ${archiveDir}/outbox/`,
      mend: 'set SMTP_URL, for example in .env, then run “clausewatch test-email”',
    };
  }
  const { buildMailer } = await import('../../app.ts');
  const mailer = buildMailer(config, archiveDir);
  try {
    const greeting = await mailer.verify();
    const detail = `${mailer.target}: ${escapeTerminal(greeting.kind === 'sent' ? greeting.answer : greeting.error)}`;
    if (greeting.kind === 'sent') return { state: 'good', subject: 'mail', detail };
    return {
      state: 'bad',
      subject: 'mail',
      detail,
      mend: 'check SMTP_URL: host, port, user, password, smtp:// or smtps://',
    };
  } finally {
    await mailer.close();
  }
}

async function* examineSources(config: Config, context: CliContext): AsyncGenerator<Finding> {
  const { buildFetcher } = await import('../../app.ts');
  const fetcher = buildFetcher(config, context.clock);
  try {
    for (const document of config.documents) {
      for (const url of document.urls) yield await trySource(fetcher, document, url);
    }
  } finally {
    await fetcher.close();
  }
}

async function trySource(fetcher: Fetcher, document: WatchedDocument, url: string): Promise<Finding> {
  const { id: documentId } = document;
  const outcome = await fetcher.fetch({ documentId, url, via: document.fetch === 'browser' ? 'browser' : 'http' });
  if (outcome.kind === 'failed') {
    return {
      state: 'bad',
      subject: documentId,
      detail: `${outcome.code}: ${escapeTerminal(outcome.message)}`,
      mend: `look at ${url} in a browser`,
    };
  }
  const detail =
    outcome.kind === 'fetched' ? `${outcome.capture.status}, ${outcome.capture.bodyBytes} bytes` : 'not modified';
  return { state: 'good', subject: documentId, detail: `${escapeTerminal(url)}: ${detail}` };
}
