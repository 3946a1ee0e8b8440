import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { type App, openApp } from '../src/app.ts';
import { loadConfig } from '../src/config/load-config.ts';
import type { CheckReport } from '../src/pipeline.ts';
import { type LoopbackRoute, type LoopbackWeb, startLoopbackWeb } from './harness/loopback-web.ts';
import { policyPage, TRAINING_CLAUSE } from './harness/policy-page.ts';
import { temporaryFolder } from './harness/temporary-folder.ts';
import { policyMarkdown } from './harness/versions-repository.ts';
import { type TestDocument, writeTestConfig } from './harness/write-test-config.ts';

const ID = 'plumbago/privacy';
const SECOND = [
  'When you take part in a survey we keep your answers for two years, apart from your account and without your name.',
  'Pictures you hand in for a competition are shown on our site for the time of the competition and removed after it.',
  'We tell you by letter when one of our offices moves to another country, and what that means for your information.',
];
const OPT_OUT = 'You can say no to the survey at any time under Settings, and we remove your answers within a week.';
const WALL =
  '<title>Just a moment...</title><h1>Just a moment...</h1><p>Checking your browser before you continue.</p>';

let dir: string;
let web: LoopbackWeb;
let app: App;
let now = Date.parse('2026-11-23T08:00:00.000Z');

const second = (extra: readonly string[] = []): string =>
  `<!doctype html><html lang="en"><title>Surveys and competitions</title><main><h1>Surveys and competitions</h1>
${[...SECOND, ...extra].map((text) => `<p>${text}</p>`).join('\n')}</main></html>`;
const show = (path: string, body: string): unknown => web.routes.set(path, { body });
const alerts = async () => (await app.outbox.list(['queued'])).filter(({ kind }) => kind === 'alert');
const textNow = async (): Promise<string> => (await app.archive.latest(ID))?.page.markdown ?? '';

beforeEach(async () => {
  dir = temporaryFolder();
  web = await startLoopbackWeb({ '/one': { body: policyPage() }, '/two': { body: second() } });
  onTestFinished(() => web.close());
  app = await open({ url: [`${web.url}/one`, `${web.url}/two`] });
});

async function open(document: Omit<TestDocument, 'id'>, settings: Record<string, unknown> = {}): Promise<App> {
  await writeTestConfig(join(dir, 'config'), [{ id: 'privacy', ...document }], settings);
  const config = await loadConfig({ dir: join(dir, 'config'), env: {} });
  const options = { config, archiveDir: join(dir, 'snapshots'), clock: () => new Date(now), owner: 'test' };
  const opened = await openApp(options);
  onTestFinished(() => opened.close());
  return opened;
}

/** One check, six hours after the one before; all that it reported. */
async function checkAll(): Promise<readonly CheckReport['check'][]> {
  now += 6 * 3_600_000;
  const { reports } = await app.check(app.config.documents);
  return reports.filter(({ check }) => check.documentId === ID).map(({ check }) => check);
}

async function check(): Promise<CheckReport['check']> {
  return (await checkAll()).at(-1) as CheckReport['check'];
}

/** What a crash leaves between the two transactions. */
async function capture(path: string, body: string): Promise<void> {
  now += 1000;
  const bytes = Buffer.from(body);
  await app.archive.recordCapture(
    ID,
    {
      ...{
        url: `${web.url}${path}`,
        finalUrl: `${web.url}${path}`,
        fetchedAt: new Date(now).toISOString(),
        via: 'http',
      },
      ...{ status: 200, contentType: 'text/html; charset=utf-8', validators: {}, ms: 1, bodyBytes: bytes.length },
      bodySha256: createHash('sha256').update(bytes).digest('hex'),
    },
    bytes,
  );
}

describe('a document of two parts', () => {
  it('is one text in the order of its URLs, and alerts for a change in either', async () => {
    expect(await check()).toMatchObject({ outcome: 'first', code: null });
    const text = await textNow();
    expect(text.indexOf('When you open an account')).toBeGreaterThan(-1);
    expect(text.indexOf('When you take part')).toBeGreaterThan(text.indexOf('When you open an account'));
    expect(await check()).toMatchObject({ outcome: 'unchanged' });
    show('/two', second([OPT_OUT]));
    expect(await check()).toMatchObject({ outcome: 'changed', code: null });
    show('/one', policyPage({ extra: [TRAINING_CLAUSE] }));
    expect(await check()).toMatchObject({ outcome: 'changed', code: null });
    const changes = await app.archive.changes({});
    expect(changes.map(({ redline }) => redline.counts)).toMatchObject([
      { added: 1, removed: 0 },
      { added: 1, removed: 0 },
    ]);
    expect(changes[0]?.classification.topics).toEqual(['ai-training']);
    expect(await alerts()).toHaveLength(2);
    expect(await check()).toMatchObject({ outcome: 'unchanged' });
    expect((await app.archive.verify()).orphans).toEqual([]);
  });

  it('asks for each part conditionally, with what its own server gave', async () => {
    for (const path of ['/one', '/two']) {
      const body = path === '/one' ? policyPage() : second();
      web.routes.set(path, (request, response) => {
        const known = request.headers['if-none-match'] === `"${path}"`;
        response.writeHead(known ? 304 : 200, { etag: `"${path}"`, 'content-type': 'text/html' });
        response.end(known ? undefined : body);
      });
    }
    await check();
    expect(await check()).toMatchObject({ outcome: 'unchanged' });
    const asked = web.requests.slice(-2).map(({ path, headers }) => [path, headers['if-none-match']]);
    expect(asked).toEqual([
      ['/one', '"/one"'],
      ['/two', '"/two"'],
    ]);
  });

  const bad: readonly (readonly [string, LoopbackRoute, string, string])[] = [
    ['cannot be fetched', { status: 503, body: 'Oops' }, 'failed', 'http_server_error'],
    ['is a wall', { body: WALL }, 'suspect', 'bot-wall'],
  ];
  it.each(bad)(
    'keeps the words of a part that %s, and tells a change in the other',
    async (_, route, outcome, code) => {
      await check();
      web.routes.set('/one', route);
      expect(await check()).toMatchObject({ outcome, code });
      const before = await app.archive.partsOf(ID);
      show('/two', second([OPT_OUT]));
      const changed = await check();
      expect(changed).toMatchObject({ outcome: 'changed', code });
      expect(changed.message).toContain(ID);
      expect(await alerts()).toHaveLength(1);
      expect(await textNow()).toContain('When you open an account');
      expect((await app.archive.changes({}))[0]?.redline.counts).toMatchObject({ added: 1, removed: 0, modified: 0 });
      const [one, two] = ['/one', '/two'].map(
        (path) => async (parts: typeof before) => parts.find(({ url }) => url.endsWith(path))?.verifiedUntil ?? '',
      );
      const after = await app.archive.partsOf(ID);
      expect(await one?.(after), 'its own time stands still').toBe(await one?.(before));
      expect(((await two?.(after)) ?? '') > ((await two?.(before)) ?? '')).toBe(true);
      show('/one', policyPage());
      expect(await check()).toMatchObject({ outcome: 'unchanged', code: null });
      expect(await alerts()).toHaveLength(1);
    },
  );

  it('has no first version before every part was seen once', async () => {
    web.routes.set('/two', { status: 503, body: 'Oops' });
    expect(await check()).toMatchObject({ outcome: 'failed', code: 'http_server_error' });
    expect(await app.archive.latest(ID)).toBeNull();
    show('/two', second());
    web.routes.set('/one', { status: 503, body: 'Oops' });
    expect(await check(), 'both were seen by now').toMatchObject({ outcome: 'first' });
    expect(await textNow()).toContain('When you open an account');
    expect(await alerts()).toEqual([]);
  });

  it('raises nothing for a part that is added, taken away or added again', async () => {
    app = await open({ url: `${web.url}/one` });
    expect(await check()).toMatchObject({ outcome: 'first' });
    for (const url of [[`${web.url}/one`, `${web.url}/two`], `${web.url}/one`, [`${web.url}/two`, `${web.url}/one`]]) {
      app = await open({ url });
      expect(await check()).toMatchObject({ outcome: 'technical', code: null });
      expect(await check()).toMatchObject({ outcome: 'unchanged' });
    }
    expect((await app.archive.versionsOf(ID)).map(({ origin }) => origin)).toEqual([
      ...['technical', 'technical', 'technical', 'first'],
    ]);
    expect(await alerts()).toEqual([]);
    show('/one', policyPage({ extra: [TRAINING_CLAUSE] }));
    expect(await check()).toMatchObject({ outcome: 'changed' });
  });

  it('raises nothing when all parts are read otherwise, and still sees a change that came meanwhile', async () => {
    await check();
    const { readFile, writeFile } = await import('node:fs/promises');
    const file = join(dir, 'config', 'sources.json');
    const sources = JSON.parse(await readFile(file, 'utf8'));
    sources.platforms[0].documents[0].remove = ['h1'];
    await writeFile(file, JSON.stringify(sources), { mode: 0o600 });
    const config = await loadConfig({ dir: join(dir, 'config'), env: {} });
    app = await openApp({ config, archiveDir: join(dir, 'snapshots'), clock: () => new Date(now), owner: 'test' });
    onTestFinished(() => app.close());
    show('/two', second([OPT_OUT]));
    expect(await check()).toMatchObject({ outcome: 'changed' });
    expect((await app.archive.changes({}))[0]?.redline.counts).toMatchObject({ added: 1, removed: 0, modified: 0 });
    expect((await app.archive.versionsOf(ID)).map(({ origin }) => origin)).toEqual(['change', 'technical', 'first']);
  });

  it('judges after a crash between its parts what was captured, once', async () => {
    await check();
    now += 6 * 3_600_000;
    await capture('/one', policyPage({ extra: [TRAINING_CLAUSE] }));
    show('/one', policyPage({ extra: [TRAINING_CLAUSE] }));
    show('/two', second([OPT_OUT]));
    expect((await checkAll()).map(({ outcome }) => outcome)).toEqual(['changed', 'changed']);
    expect(await alerts()).toHaveLength(2);
    expect(await app.archive.unjudged()).toEqual([]);
    expect(await check()).toMatchObject({ outcome: 'unchanged' });
  });

  it('becomes whole after a crash before its first version, and settles what no part claims', async () => {
    await capture('/one', policyPage());
    await capture('/gone', policyPage());
    expect((await checkAll()).map(({ outcome }) => outcome)).toEqual(['failed', 'failed', 'first']);
    expect(await app.archive.unjudged()).toEqual([]);
    expect(await alerts()).toEqual([]);
  });

  it('takes a part that stays short for true after three checks over a day, and at once by hand', async () => {
    await check();
    const short = `<!doctype html><html lang="en"><title>Policy</title><main><h1>Plumbago Privacy Policy</h1><p>We keep what you give us for as long as your account exists.</p><p>${TRAINING_CLAUSE}</p></main></html>`;
    show('/one', short);
    const seen: string[] = [];
    for (let n = 0; n < 5; n += 1) seen.push((await check()).outcome);
    expect(seen).toEqual(['suspect', 'suspect', 'suspect', 'suspect', 'changed']);
    expect((await app.archive.versionsOf(ID))[0]).toMatchObject({ origin: 'accepted-late' });
    show('/two', WALL);
    expect(await check()).toMatchObject({ outcome: 'suspect', code: 'bot-wall' });
    const [document] = app.config.documents;
    expect(document && (await app.accept(document))).toMatchObject({ check: { outcome: 'changed' } });
    expect((await app.archive.versionsOf(ID))[0]).toMatchObject({ origin: 'accepted-by-hand' });
    expect(await check()).toMatchObject({ outcome: 'unchanged' });
    expect(await alerts()).toHaveLength(2);
  });
});

describe('a document that speaks for another platform', () => {
  it('alerts those who follow that platform, and nobody who follows a third', async () => {
    const subscriptions = [
      { id: 'sister', to: 'sister@example.org', selectors: ['fernwave'] },
      { id: 'own', to: 'own@example.org', selectors: ['plumbago/other'] },
    ];
    await writeTestConfig(
      join(dir, 'config'),
      [
        { id: 'privacy', url: `${web.url}/one`, appliesTo: ['fernwave'] },
        { id: 'other', url: `${web.url}/two` },
      ],
      { subscriptions },
    );
    const config = await loadConfig({ dir: join(dir, 'config'), env: {} });
    app = await openApp({ config, archiveDir: join(dir, 'snapshots'), clock: () => new Date(now), owner: 'test' });
    onTestFinished(() => app.close());
    await app.check(config.documents.filter(({ enabled }) => enabled));
    show('/one', policyPage({ extra: [TRAINING_CLAUSE] }));
    now += 6 * 3_600_000;
    await app.check(config.documents.filter(({ enabled }) => enabled));
    expect((await alerts()).map(({ message }) => message.to.address)).toEqual(['sister@example.org']);
  });
});

describe('a document of several URLs whose history others recorded', () => {
  const recorded = (extra: readonly string[] = []) => [
    { body: Buffer.from(policyMarkdown({ extra })), capturedAt: '2025-01-01T00:00:00.000Z' },
  ];

  async function bringIn(extra: readonly string[] = []): Promise<void> {
    const [document] = app.config.documents;
    const texts = recorded(extra).map((text) => ({
      ...{ ...text, detectedAt: text.capturedAt, technical: false, decided: null, stoodMs: null, followedBy: [] },
      provenance: { repository: 'plumbago', commit: 'c0ffee', path: 'Plumbago/Privacy Policy.md', licence: null },
    }));
    if (document) await app.importHistory(document, Readable.from(texts), () => {});
  }

  it('begins with a change of origin that alerts nobody where no fact differs', async () => {
    await bringIn();
    expect(await check()).toMatchObject({ outcome: 'changed' });
    // Two looks at each part.
    expect(web.paths()).toEqual(['/one', '/two', '/one', '/two']);
    expect((await app.archive.versionsOf(ID)).map(({ origin }) => origin)).toEqual(['origin-change', 'imported']);
    expect(await alerts()).toEqual([]);
    expect(await check()).toMatchObject({ outcome: 'unchanged' });
  });

  it('alerts where the first text of our own states another fact', async () => {
    await bringIn();
    show('/two', second([TRAINING_CLAUSE]));
    await check();
    expect(await alerts()).toHaveLength(1);
    expect((await alerts())[0]?.message.text).toContain(TRAINING_CLAUSE.slice(0, 30));
  });

  it('waits until all parts were seen twice, and takes a change after that for one', async () => {
    await bringIn();
    web.routes.set('/two', { status: 500 });
    expect(await check()).toMatchObject({ outcome: 'failed' });
    expect(await check()).toMatchObject({ outcome: 'failed' });
    expect(await app.archive.versionsOf(ID)).toHaveLength(1);
    show('/two', second());
    expect(await check()).toMatchObject({ outcome: 'changed' });
    show('/two', second([TRAINING_CLAUSE]));
    await check();
    expect((await app.archive.versionsOf(ID))[0]).toMatchObject({ origin: 'change', number: 3 });
    expect(await alerts()).toHaveLength(1);
  });
});
