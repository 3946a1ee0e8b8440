import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type App, openApp } from '../src/app.ts';
import { loadConfig } from '../src/config/load-config.ts';
import type { WebOrder } from './bench-web.ts';

export interface BedOptions {
  readonly documents: number;
  /** Documents are dealt out to them in turn. */
  readonly hosts: number;
  /** Of the settings; 2 s is what users have. */
  readonly minPauseMs: number;
}

/** A web of its own, and a folder with the configuration that watches it. */
export interface Bed extends AsyncDisposable {
  readonly dir: string;
  urlOf(document: number): string;
  order(order: WebOrder): Promise<void>;
  /** clausewatch in this process, on an archive in that folder of the bed. */
  open(archive: string): Promise<App>;
}

export async function makeBed({ documents, hosts, minPauseMs }: BedOptions): Promise<Bed> {
  const dir = mkdtempSync(join(tmpdir(), 'clausewatch-bench-'));
  const web = fork(fileURLToPath(new URL('./bench-web.ts', import.meta.url)), [String(hosts)]);
  const [{ port, addresses }] = (await once(web, 'message')) as [{ port: number; addresses: readonly string[] }];
  const urlOf = (document: number): string => `http://${addresses[document % hosts]}:${port}/${document}/policy`;
  writeConfig(
    join(dir, 'config'),
    Array.from({ length: documents }, (_, at) => urlOf(at)),
    minPauseMs,
  );
  return {
    dir,
    urlOf,
    order: async (order) => {
      web.send(order);
      await once(web, 'message');
    },
    open: async (archive) => {
      const config = await loadConfig({ dir: join(dir, 'config'), env: {} });
      return await openApp({ config, archiveDir: join(dir, archive), clock: () => new Date(), owner: 'bench' });
    },
    [Symbol.asyncDispose]: async () => {
      web.disconnect();
      await once(web, 'exit');
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

function writeConfig(dir: string, urls: readonly string[], minPauseMs: number): void {
  mkdirSync(dir, { mode: 0o700 });
  const write = (name: string, value: unknown): void =>
    writeFileSync(join(dir, name), JSON.stringify(value), { mode: 0o600 });
  const platform = {
    id: 'bench',
    name: 'Bench',
    owner: 'Bench Ltd.',
    noAiPage: { reason: 'a fictional platform', date: '2026-11-23' },
    noKnownControl: { reason: 'a fictional platform', date: '2026-11-23' },
    documents: urls.map((url, at) => ({
      id: `policy-${at}`,
      name: `Policy ${at}`,
      kind: 'privacy-policy',
      urls: [url],
      // As with every shipped source: `auto`, which begins with HTTP.
    })),
  };
  write('sources.json', { platforms: [platform] });
  write('settings.jsonc', {
    http: { allowLoopback: true, minPauseMs, attempts: 1 },
    web: { port: 0 },
    mail: { heartbeat: 'off' },
    // Both looks at a change belong to what it costs.
    schedule: { confirmAfter: '0s' },
    subscriptions: [{ to: 'ada@reader.example' }],
  });
}
