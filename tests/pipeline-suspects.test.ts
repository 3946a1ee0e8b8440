import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { type App, buildExtractor, openApp } from '../src/app.ts';
import type { Config } from '../src/config/config.ts';
import { loadConfig } from '../src/config/load-config.ts';
import type { WatchedDocument } from '../src/domain/source.ts';
import { EXTRACTOR_VERSION } from '../src/extract/extractor-version.ts';
import { acceptSuspect, type CheckReport } from '../src/pipeline.ts';
import { type LoopbackWeb, startLoopbackWeb } from './harness/loopback-web.ts';
import { policyPage, TRAINING_CLAUSE } from './harness/policy-page.ts';
import { temporaryFolder } from './harness/temporary-folder.ts';
import { writeTestConfig } from './harness/write-test-config.ts';

const ID = 'plumbago/privacy';
const SHORT = `<!doctype html><html lang="en"><title>Plumbago Privacy Policy</title><main><h1>Plumbago Privacy Policy</h1>
<p>We keep what you give us for as long as your account exists, and we remove it thirty days later.</p>
<p>${TRAINING_CLAUSE}</p></main></html>`;
const WALL =
  '<title>Just a moment...</title><h1>Just a moment...</h1><p>Checking your browser before you continue.</p>';

let web: LoopbackWeb;
let app: App;
let config: Config;
let now = Date.parse('2026-11-23T08:00:00.000Z');

beforeEach(async () => {
  const dir = temporaryFolder();
  web = await startLoopbackWeb({ '/privacy': { body: policyPage() } });
  onTestFinished(() => web.close());
  await writeTestConfig(join(dir, 'config'), [{ id: 'privacy', url: `${web.url}/privacy` }]);
  config = await loadConfig({ dir: join(dir, 'config'), env: {} });
  const clock = (): Date => new Date(now);
  app = await openApp({ config, archiveDir: join(dir, 'snapshots'), clock, owner: 'test' });
  onTestFinished(() => app.close());
});

async function checkAfter(hours: number, body?: string): Promise<CheckReport['check']> {
  now += hours * 3_600_000;
  if (body !== undefined) web.routes.set('/privacy', { body });
  const { reports } = await app.check(config.documents);
  return (reports[0] as CheckReport).check;
}

async function accept(): Promise<CheckReport> {
  const extractor = buildExtractor();
  onTestFinished(() => extractor.close());
  return acceptSuspect(config.documents[0] as WatchedDocument, {
    fetcher: { fetch: () => Promise.reject(new Error('accepting goes to no network')), close: async () => {} },
    extractor,
    archive: app.archive,
    extractorVersion: EXTRACTOR_VERSION,
    clock: () => new Date(now),
    confirmAfterMs: 0,
    tellReadability: async () => ({ outbox: [] }),
    composeAlerts: (change) => [
      {
        id: change.id,
        kind: 'alert',
        subscriptionId: 'everything',
        changeId: change.id,
        message: {
          messageId: `${change.id}@clausewatch.invalid`,
          to: { name: '', address: 'reader@example.org' },
          subject: 'changed',
          text: 'changed',
          html: '<p>changed</p>',
          date: change.detectedAt,
        },
        createdAt: change.detectedAt,
      },
    ],
  });
}

const alerts = async () => (await app.outbox.list(['queued'])).filter(({ kind }) => kind === 'alert');

describe('a policy that truly became short', () => {
  it('becomes a version, with an alert, when it says the same in three checks over a day', async () => {
    await checkAfter(6);
    const outcomes = [await checkAfter(6, SHORT), await checkAfter(12), await checkAfter(11)];
    expect(outcomes).toMatchObject([
      { outcome: 'suspect', code: 'shrunk' },
      { outcome: 'suspect' },
      { outcome: 'suspect' },
    ]);
    expect(await alerts()).toEqual([]);
    expect(await checkAfter(1)).toMatchObject({ outcome: 'changed', code: null });
    expect(await alerts()).toHaveLength(1);
    const [version, first] = await app.archive.versionsOf(ID);
    expect(version).toMatchObject({ number: 2, origin: 'accepted-late', revertsTo: null });
    const [change] = await app.archive.changes({});
    expect(change).toMatchObject({ before: { id: first?.id }, classification: { topics: ['ai-training'] } });
    expect(await checkAfter(6)).toMatchObject({ outcome: 'unchanged' });
    expect(await alerts()).toHaveLength(1);
  });

  it('is counted through failures and walls in between', async () => {
    await checkAfter(6);
    await checkAfter(6, SHORT);
    web.routes.set('/privacy', { status: 503, body: 'Oops' });
    expect(await checkAfter(6)).toMatchObject({ outcome: 'failed' });
    expect(await checkAfter(6, WALL)).toMatchObject({ code: 'bot-wall' });
    expect(await checkAfter(6, SHORT)).toMatchObject({ outcome: 'suspect' });
    expect(await checkAfter(6, SHORT)).toMatchObject({ outcome: 'changed' });
  });

  it('is counted anew after the accepted words were seen again', async () => {
    await checkAfter(6);
    await checkAfter(6, SHORT);
    await checkAfter(12, SHORT);
    expect(await checkAfter(6, policyPage())).toMatchObject({ outcome: 'unchanged' });
    expect(await checkAfter(12, SHORT)).toMatchObject({ outcome: 'suspect' });
    expect(await checkAfter(12, SHORT)).toMatchObject({ outcome: 'suspect' });
    expect(await checkAfter(12, SHORT)).toMatchObject({ outcome: 'changed' });
  });

  it('is not accepted for standing long when it is a wall', async () => {
    await checkAfter(6);
    for (let n = 0; n < 5; n += 1) expect(await checkAfter(12, WALL)).toMatchObject({ code: 'bot-wall' });
    expect(await app.archive.versionsOf(ID)).toHaveLength(1);
    expect(await alerts()).toEqual([]);
  });
});

describe('a suspect accepted by hand', () => {
  it('becomes a version at once and alerts as any change, dated by the decision', async () => {
    await checkAfter(6);
    await checkAfter(6, SHORT);
    now += 100 * 3_600_000;
    expect(await accept()).toMatchObject({ check: { outcome: 'changed' }, queued: 1 });
    expect((await app.archive.versionsOf(ID))[0]).toMatchObject({ number: 2, origin: 'accepted-by-hand' });
    expect(await alerts()).toMatchObject([{ createdAt: new Date(now).toISOString() }]);
    expect(await app.archive.status([ID])).toMatchObject([{ consecutiveFailures: 0, versions: 2 }]);
    expect(await checkAfter(6)).toMatchObject({ outcome: 'unchanged' });
  });

  it('is the policy from then on, also where it looks like a wall, and the old words are news again', async () => {
    await checkAfter(6);
    await checkAfter(6, WALL);
    await accept();
    expect(await checkAfter(6)).toMatchObject({ outcome: 'unchanged' });
    expect(await checkAfter(6, policyPage())).toMatchObject({ outcome: 'changed' });
    expect((await app.archive.versionsOf(ID))[0]?.revertsTo).toBe((await app.archive.versionsOf(ID))[2]?.id);
    expect(await checkAfter(6, WALL), 'a wall is doubted again').toMatchObject({ outcome: 'suspect' });
  });

  it('can be the first version of a document, which alerts nobody', async () => {
    await checkAfter(6, WALL);
    expect(await accept()).toMatchObject({ check: { outcome: 'first' }, queued: 0 });
    expect(await app.archive.versionsOf(ID)).toMatchObject([{ number: 1, origin: 'accepted-by-hand' }]);
  });

  it('is refused when the newest capture is no suspect, and changes nothing', async () => {
    await expect(accept()).rejects.toMatchObject({ code: 'no_suspect' });
    await checkAfter(6);
    await checkAfter(6, SHORT);
    await checkAfter(6, policyPage());
    await expect(accept()).rejects.toMatchObject({ code: 'no_suspect' });
    expect(await app.archive.versionsOf(ID)).toHaveLength(1);
  });

  it('is refused when there are no words in it', async () => {
    await checkAfter(6);
    await checkAfter(6, '<!doctype html><div id="root"></div><script src="/app.js"></script>');
    await expect(accept()).rejects.toMatchObject({ code: 'suspect_empty' });
    expect(await app.archive.versionsOf(ID)).toHaveLength(1);
  });
});
