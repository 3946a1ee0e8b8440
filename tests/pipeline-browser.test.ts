import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { type App, openApp } from '../src/app.ts';
import { loadConfig } from '../src/config/load-config.ts';
import type { CheckReport } from '../src/pipeline.ts';
import { NO_BROWSER, TEST_BROWSER } from './fetchers/browser/test-browser.ts';
import { type LoopbackWeb, startLoopbackWeb } from './harness/loopback-web.ts';
import { policyPage, TRAINING_CLAUSE } from './harness/policy-page.ts';
import { temporaryFolder } from './harness/temporary-folder.ts';
import { type TestDocument, writeTestConfig } from './harness/write-test-config.ts';

const ID = 'plumbago/privacy';
/** What a page of scripts answers to everybody; the words come from `/text`. */
const SHELL = `<!doctype html><html lang="en"><title>Plumbago Privacy Policy</title><div id="root"></div><script>
fetch('/text').then((answer) => answer.text()).then((text) => { document.getElementById('root').innerHTML = text; });
</script></html>`;
const inner = (page: string): string => page.slice(page.indexOf('<main>'), page.indexOf('</main>') + 7);

let dir: string;
let web: LoopbackWeb;
let app: App;
let now = Date.parse('2026-11-23T08:00:00.000Z');

beforeEach(async () => {
  dir = temporaryFolder();
  web = await startLoopbackWeb({ '/privacy': { body: SHELL }, '/text': { body: inner(policyPage()) } });
});
afterEach(() => web.close());

async function open(documents: readonly TestDocument[], browser: object = {}): Promise<App> {
  const path = TEST_BROWSER.configuredPath;
  await writeTestConfig(join(dir, 'config'), documents, { browser: { ...(path ? { path } : {}), ...browser } });
  const config = await loadConfig({ dir: join(dir, 'config'), env: {} });
  app = await openApp({ config, archiveDir: join(dir, 'snapshots'), clock: () => new Date(now), owner: 'test' });
  onTestFinished(() => app.close());
  return app;
}

const openOne = (fetch: NonNullable<TestDocument['fetch']> = 'auto'): Promise<App> =>
  open([{ id: 'privacy', url: `${web.url}/privacy`, fetch }]);

/** One check, six hours after the one before, and who asked for the page meanwhile. */
async function check(): Promise<CheckReport['check'] & { readonly askedBy: readonly string[] }> {
  now += 6 * 3_600_000;
  web.requests.length = 0;
  const { reports } = await app.check(app.config.documents);
  const asked = web.requests.filter(({ path }) => path === '/privacy');
  const askedBy = asked.map(({ headers }) => (/Chrome/.test(headers['user-agent'] ?? '') ? 'browser' : 'http'));
  return { ...(reports.at(-1) as CheckReport).check, askedBy };
}

const alerts = async () => (await app.outbox.list(['queued'])).filter(({ kind }) => kind === 'alert');

describe.skipIf(NO_BROWSER !== null)('a page that shows its text to a browser only', () => {
  it('is read by the browser at the first check, at once by it from then on, and alerts for a change', async () => {
    await openOne();
    expect(await check()).toMatchObject({ outcome: 'first', code: null, askedBy: ['http', 'browser'] });
    expect((await app.archive.latest(ID))?.page.markdown).toContain('When you open an account');
    expect(await app.archive.stateOf(ID)).toMatchObject({ fetchedVia: 'browser' });
    expect(await app.archive.unjudged(), 'the empty shell is settled too').toEqual([]);
    expect(await check()).toMatchObject({ outcome: 'unchanged', askedBy: ['browser'] });
    web.routes.set('/text', { body: inner(policyPage({ extra: [TRAINING_CLAUSE] })) });
    expect(await check()).toMatchObject({ outcome: 'changed', askedBy: ['browser', 'browser'] });
    expect(await alerts()).toHaveLength(1);
    const [change] = await app.archive.changes({});
    expect(change).toMatchObject({ classification: { topics: ['ai-training'] }, after: { origin: 'change' } });
    expect((await app.archive.verify()).orphans).toEqual([]);
  });

  it('may have been a plain page before: the same words raise nothing, a later change does', async () => {
    web.routes.set('/privacy', { body: policyPage() });
    await openOne();
    expect(await check()).toMatchObject({ outcome: 'first', askedBy: ['http'] });
    web.routes.set('/privacy', { body: SHELL });
    expect(await check()).toMatchObject({ outcome: 'unchanged', askedBy: ['http', 'browser'] });
    expect(await app.archive.versionsOf(ID)).toHaveLength(1);
    expect(await check()).toMatchObject({ outcome: 'unchanged', askedBy: ['browser'] });
    expect(await alerts()).toEqual([]);
    // No fact of AI in it: told because it came by the way that its words came by before.
    const extra = ['We keep the letters you send to our office for three years after your account was closed.'];
    web.routes.set('/text', { body: inner(policyPage({ extra })) });
    expect(await check()).toMatchObject({ outcome: 'changed' });
    expect(await alerts()).toHaveLength(1);
  });

  it('with other words than over HTTP is a new baseline, told only where what it says of AI differs', async () => {
    web.routes.set('/privacy', { body: policyPage() });
    await openOne();
    await check();
    web.routes.set('/privacy', { body: SHELL });
    const extra = ['We keep the letters you send to our office for three years after your account was closed.'];
    web.routes.set('/text', { body: inner(policyPage({ extra })) });
    expect(await check()).toMatchObject({ outcome: 'technical' });
    expect((await app.archive.versionsOf(ID)).map(({ origin }) => origin)).toEqual(['technical', 'first']);
    expect(await alerts()).toEqual([]);
    web.routes.set('/privacy', { body: policyPage({ extra }) });
    await openOne('http');
    expect(await check(), 'and back').toMatchObject({ outcome: 'unchanged', askedBy: ['http'] });
    await openOne('auto');
    web.routes.set('/privacy', { body: SHELL });
    web.routes.set('/text', { body: inner(policyPage({ extra: [TRAINING_CLAUSE] })) });
    expect(await check()).toMatchObject({ outcome: 'changed' });
    expect(await alerts()).toHaveLength(1);
  });

  it('is read by the browser where the server turns plain requests away', async () => {
    web.routes.set('/privacy', (request, response) => {
      const welcome = /Chrome/.test(request.headers['user-agent'] ?? '');
      response.writeHead(welcome ? 200 : 403, { 'content-type': 'text/html; charset=utf-8' });
      response.end(welcome ? policyPage() : 'Forbidden');
    });
    await openOne();
    expect(await check()).toMatchObject({ outcome: 'first', code: null, askedBy: ['http', 'browser'] });
    expect(await check()).toMatchObject({ outcome: 'unchanged', askedBy: ['browser'] });
  });

  it('is told as what HTTP found where the browser finds no more', async () => {
    web.routes.set('/privacy', { status: 403, body: '' });
    await openOne();
    expect(await check()).toMatchObject({ outcome: 'failed', code: 'http_forbidden', askedBy: ['http', 'browser'] });
    web.routes.set('/privacy', { body: SHELL });
    web.routes.set('/text', { body: '' });
    expect(await check()).toMatchObject({ outcome: 'suspect', code: 'empty-shell' });
    expect(await app.archive.suspectsOf(ID), 'what both ways brought counts once').toHaveLength(1);
    expect(await app.archive.unjudged()).toEqual([]);
  });

  it('is judged once after a crash between the two ways, and read by the browser then', async () => {
    web.routes.set('/privacy', { body: policyPage() });
    await openOne();
    await check();
    web.routes.set('/privacy', { body: SHELL });
    now += 6 * 3_600_000;
    const url = `${web.url}/privacy`;
    const body = Buffer.from(SHELL);
    const bodySha256 = createHash('sha256').update(body).digest('hex');
    const fetchedAt = new Date(now).toISOString();
    const plain = { url, finalUrl: url, fetchedAt, via: 'http', status: 200, contentType: 'text/html' } as const;
    await app.archive.recordCapture(ID, { ...plain, validators: {}, bodySha256, bodyBytes: body.length, ms: 1 }, body);
    const { reports } = await app.check(app.config.documents);
    expect(reports.map(({ check }) => check.outcome)).toEqual(['suspect', 'unchanged']);
    expect(await app.archive.unjudged()).toEqual([]);
    expect(await app.archive.versionsOf(ID)).toHaveLength(1);
    expect(await alerts()).toEqual([]);
  });

  it('may become one part of a document in the check in which another part changes: only that is told', async () => {
    web.routes.set('/plain', { body: policyPage({ title: 'The plain part' }) });
    web.routes.set('/privacy', { body: policyPage() });
    await open([{ id: 'privacy', url: [`${web.url}/plain`, `${web.url}/privacy`], fetch: 'auto' }]);
    expect(await check()).toMatchObject({ outcome: 'first' });
    web.routes.set('/privacy', { body: SHELL });
    const letters = 'We keep the letters you send to our office for three years after your account was closed.';
    web.routes.set('/text', { body: inner(policyPage({ extra: [letters] })) });
    web.routes.set('/plain', { body: policyPage({ title: 'The plain part', extra: [TRAINING_CLAUSE] }) });
    expect(await check()).toMatchObject({ outcome: 'changed' });
    const [change] = await app.archive.changes({});
    expect(change?.redline.counts).toMatchObject({ added: 1, removed: 0, modified: 0 });
    expect(JSON.stringify(change?.redline)).not.toContain(letters);
    expect((await app.archive.latest(ID))?.page.markdown).toContain(letters);
    expect(await check()).toMatchObject({ outcome: 'unchanged' });
  });

  it('can be one part of a document', async () => {
    web.routes.set('/plain', { body: policyPage({ title: 'The plain part' }) });
    await open([{ id: 'privacy', url: [`${web.url}/plain`, `${web.url}/privacy`], fetch: 'auto' }]);
    expect(await check()).toMatchObject({ outcome: 'first', askedBy: ['http', 'browser'] });
    expect(await check()).toMatchObject({ outcome: 'unchanged', askedBy: ['browser'] });
    web.routes.set('/text', { body: inner(policyPage({ extra: [TRAINING_CLAUSE] })) });
    expect(await check()).toMatchObject({ outcome: 'changed', askedBy: ['browser', 'browser'] });
    expect(await alerts()).toHaveLength(1);
  });
});

describe('where no browser is found', () => {
  it('only the document that needs one fails, and says why', async () => {
    web.routes.set('/plain', { body: policyPage() });
    const documents: readonly TestDocument[] = [
      { id: 'needs', url: `${web.url}/privacy`, fetch: 'browser' },
      { id: 'shell', url: `${web.url}/privacy`, fetch: 'auto' },
      { id: 'plain', url: `${web.url}/plain`, fetch: 'auto' },
    ];
    await open(documents, { path: join(dir, 'nothing-here') });
    now += 6 * 3_600_000;
    const { reports } = await app.check(app.config.documents);
    const checks = Object.fromEntries(reports.map(({ check }) => [check.documentId, check]));
    expect(checks).toMatchObject({
      'plumbago/needs': { outcome: 'failed', code: 'browser_missing' },
      'plumbago/shell': { outcome: 'suspect', code: 'empty-shell' },
      'plumbago/plain': { outcome: 'first' },
    });
    expect(checks['plumbago/shell']?.message).toContain('by a browser');
    expect(await app.archive.unjudged()).toEqual([]);
  });
});
