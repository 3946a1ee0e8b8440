import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { findBrowser } from '../../src/fetchers/browser/find-browser.ts';
import { type LoopbackRoute, startLoopbackWeb } from '../harness/loopback-web.ts';
import { startMailServer } from '../harness/mail-server.ts';
import { policyPage, TRAINING_CLAUSE } from '../harness/policy-page.ts';
import { policyPdf } from '../harness/policy-pdf.ts';
import { runClausewatch } from '../harness/run-clausewatch.ts';
import { temporaryFolder } from '../harness/temporary-folder.ts';
import { WatchingProcess } from '../harness/watching-process.ts';
import { type TestDocument, writeTestConfig } from '../harness/write-test-config.ts';

const KINDS = { page: 20, app: 4, pdf: 3, parts: 3 } as const;
type Kind = keyof typeof KINDS;

const names = (Object.keys(KINDS) as Kind[]).flatMap((kind) =>
  Array.from({ length: KINDS[kind] }, (_, index) => ({ kind, id: `${kind}-${index + 1}` })),
);
/** One of each kind changes while the daemon runs. */
const PLANTED = ['page-7', 'app-2', 'pdf-1', 'parts-3'];

const hasBrowser = await findBrowser({}).then(
  () => true,
  () => false,
);

/** What a server gives for a policy of that kind, with the clause or without it. */
async function routesOf(kind: Kind, id: string, clause: boolean): Promise<[string, LoopbackRoute][]> {
  const extra = clause ? [TRAINING_CLAUSE] : [];
  if (kind === 'page') return [[`/${id}`, { body: policyPage({ title: `Policy ${id}`, extra }) }]];
  if (kind === 'parts') {
    return [
      [`/${id}-a`, { body: policyPage({ title: `Policy ${id}, part one` }) }],
      [`/${id}-b`, { body: policyPage({ title: `Policy ${id}, part two`, extra }) }],
    ];
  }
  if (kind === 'pdf') {
    const body = await policyPdf(extra);
    return [[`/${id}`, { headers: { 'content-type': 'application/pdf' }, body }]];
  }
  const page = policyPage({ title: `Policy ${id}`, extra });
  const main = JSON.stringify(page.slice(page.indexOf('<main>'), page.indexOf('</main>') + 7));
  const script = `document.getElementById('root').innerHTML = ${main.replaceAll('<', '\\u003c')};`;
  return [[`/${id}`, { body: `<!doctype html><title>App</title><div id="root"></div><script>${script}</script>` }]];
}

function documentOf(kind: Kind, id: string, origin: string): TestDocument {
  const url = kind === 'parts' ? [`${origin}/${id}-a`, `${origin}/${id}-b`] : `${origin}/${id}`;
  return { id, url, fetch: 'auto' };
}

it.skipIf(!hasBrowser)(
  'mails four planted changes among thirty documents (pages, apps, PDF, parts) once each, through a manual check, SIGTERM, SIGKILL and restarts (skipped where no browser is found)',
  { timeout: 240_000 },
  async () => {
    const cwd = await temporaryFolder();
    const web = await startLoopbackWeb();
    onTestFinished(() => web.close());
    const mail = await startMailServer();
    onTestFinished(() => mail.close());
    const serve = async (planted: readonly string[]): Promise<void> => {
      for (const { kind, id } of names) {
        for (const [path, route] of await routesOf(kind, id, planted.includes(id))) web.routes.set(path, route);
      }
    };
    await serve([]);
    const documents = names.map(({ kind, id }) => documentOf(kind, id, web.url));
    const settings = {
      subscriptions: [{ to: 'ada@reader.example' }],
      mail: { from: 'watch@clausewatch.example', heartbeat: 'off' },
    };
    await writeTestConfig(join(cwd, 'config'), documents, settings);
    const env = { SMTP_URL: mail.url };
    const alerts = (): string[] =>
      mail.messages.map(({ parsed }) => parsed.subject ?? '').filter((subject) => subject.includes('AI training'));
    const hearAll = async (daemon: WatchingProcess, outcome: string, ids: readonly string[]): Promise<void> => {
      const missing = new Set(ids.map((id) => `plumbago/${id}`));
      while (missing.size > 0) {
        const line = await daemon.heard((heard) => heard.outcome === outcome && missing.has(String(heard.document)));
        missing.delete(String(line.document));
      }
    };

    const first = new WatchingProcess({ cwd, env, hoursAhead: 0 });
    await hearAll(
      first,
      'first',
      names.map(({ id }) => id),
    );
    await first.heard(({ msg }) => msg?.includes('delivered') === true);

    await serve(PLANTED.slice(0, 2));
    await first.sleepHours(6);
    await hearAll(first, 'changed', PLANTED.slice(0, 2));
    while (alerts().length < 2) await first.heard(({ msg }) => msg?.includes('delivered') === true);
    const manual = await runClausewatch(['check', 'plumbago/page-1', 'plumbago/pdf-1'], { cwd, env });
    expect(manual).toMatchObject({ status: 0 });
    expect(await first.end('SIGTERM')).toMatchObject({ status: 0 });

    await serve(PLANTED);
    const second = new WatchingProcess({ cwd, env, hoursAhead: 12 });
    await second.heard(({ outcome }) => outcome === 'changed');
    await second.end('SIGKILL');

    const third = new WatchingProcess({ cwd, env, hoursAhead: 24 });
    while (alerts().length < 4) await third.heard(({ msg }) => msg?.includes('delivered') === true);
    expect(await third.end('SIGTERM')).toMatchObject({ status: 0 });

    expect(alerts()).toHaveLength(4);
    expect(new Set(mail.messages.map(({ parsed }) => parsed.messageId)).size).toBe(mail.messages.length);
    const { changes } = JSON.parse((await runClausewatch(['history', '--json'], { cwd })).stdout);
    expect(changes.map(({ documentId }: { documentId: string }) => documentId).sort()).toEqual(
      PLANTED.map((id) => `plumbago/${id}`).sort(),
    );
  },
);
