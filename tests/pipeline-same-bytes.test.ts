import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, it, onTestFinished } from 'vitest';
import { type App, openApp } from '../src/app.ts';
import { loadConfig } from '../src/config/load-config.ts';
import { type LoopbackWeb, startLoopbackWeb } from './harness/loopback-web.ts';
import { policyPage, TRAINING_CLAUSE } from './harness/policy-page.ts';
import { temporaryFolder } from './harness/temporary-folder.ts';
import { writeTestConfig } from './harness/write-test-config.ts';

const ID = 'plumbago/privacy';

let dir: string;
let web: LoopbackWeb;
let app: App;
let now = Date.parse('2026-11-23T08:00:00.000Z');

beforeEach(async () => {
  dir = temporaryFolder();
  web = await startLoopbackWeb({ '/privacy': { body: policyPage() }, '/moved': { body: policyPage() } });
  onTestFinished(() => web.close());
  app = await openTestApp('/privacy');
});

async function openTestApp(path: string): Promise<App> {
  const http = { allowLoopback: true, minPauseMs: 0, attempts: 1 };
  const schedule = { confirmAfter: '0s' };
  await writeTestConfig(join(dir, 'config'), [{ id: 'privacy', url: `${web.url}${path}` }], { http, schedule });
  const config = await loadConfig({ dir: join(dir, 'config'), env: {} });
  const archiveDir = join(dir, 'snapshots');
  const opened = await openApp({ config, archiveDir, clock: () => new Date(now), owner: 'test' });
  onTestFinished(() => opened.close());
  return opened;
}

async function check(opened = app): Promise<string | undefined> {
  now += 6 * 3_600_000;
  const { reports } = await opened.check(opened.config.documents);
  return reports.at(-1)?.check.outcome;
}

const rawFiles = (): string[] =>
  readdirSync(join(dir, 'snapshots', ID)).filter((name) => /\.html(\.delta)?\.zst$/.test(name));
const captures = async (): Promise<number> => (await app.archive.verify()).captures;

it('the same bytes are stored once, and each time they came is kept', async () => {
  expect(await check()).toBe('first');
  for (const times of [2, 3, 4]) {
    expect(await check()).toBe('unchanged');
    expect(await captures()).toBe(times);
  }
  expect(rawFiles()).toHaveLength(1);
  expect((await app.archive.status([ID]))[0]?.verifiedUntil).toBe(new Date(now).toISOString());
});

it('the same bytes heal a stored page that is gone', async () => {
  await check();
  const [file = ''] = rawFiles();
  rmSync(join(dir, 'snapshots', ID, file));
  expect(await check()).toBe('unchanged');
  expect(rawFiles()).toEqual([file]);
});

it('bytes that differ in noise only are stored and read, and the first ones are known again afterwards', async () => {
  await check();
  web.routes.set('/privacy', { body: policyPage().replace('<body>', '<body><!-- 42 -->') });
  expect(await check()).toBe('unchanged');
  expect(rawFiles()).toHaveLength(2);
  web.routes.set('/privacy', { body: policyPage() });
  expect(await check()).toBe('unchanged');
  expect(rawFiles()).toHaveLength(1);
});

it('a new clause is a change after any number of the same bytes', async () => {
  await check();
  await check();
  web.routes.set('/privacy', { body: policyPage({ extra: [TRAINING_CLAUSE] }) });
  expect(await check()).toBe('changed');
});

it('the same bytes from another address are read', async () => {
  await check();
  const moved = await openTestApp('/moved');
  expect(await check(moved)).toBe('unchanged');
  expect((await moved.archive.unjudged()).length).toBe(0);
});
