import { expect, test } from 'vitest';
import type { KeptRobots, RobotsStore } from '../../src/fetchers/robots-store.ts';
import type { LoopbackRoute } from '../harness/loopback-web.ts';
import { fetched, testFetcher, testWeb } from './test-fetcher.ts';

const documentId = 'fernleaf/privacy';
const HOUR_MS = 3_600_000;
const START = 1_000_000_000_000;
const robotsTxt = (body: string, status = 200): LoopbackRoute => ({
  status,
  body,
  headers: { 'content-type': 'text/plain' },
});

class MapStore implements RobotsStore {
  readonly kept = new Map<string, KeptRobots>();
  async get(origin: string): Promise<KeptRobots | null> {
    return this.kept.get(origin) ?? null;
  }
  async put(origin: string, kept: KeptRobots): Promise<void> {
    this.kept.set(origin, kept);
  }
}

async function watched(robots = robotsTxt('User-agent: *\nDisallow: /no\n')) {
  const web = await testWeb({ '/robots.txt': robots, '*': { body: 'text' } });
  const store = new MapStore();
  /** What a command is that begins so many hours after the first one. */
  const command = (hours: number) => testFetcher({ robotsStore: store, now: () => START + hours * HOUR_MS });
  const readings = (): number => web.requests.filter(({ path }) => path === '/robots.txt').length;
  return { web, store, command, readings };
}

test('a robots.txt that was read within the day serves the next command, with the age it has', async () => {
  const { web, command, readings } = await watched();
  fetched(await command(0).fetch({ documentId, url: web.url }));
  expect(await command(23).fetch({ documentId, url: `${web.url}/no` })).toMatchObject({ code: 'robots_disallowed' });
  expect(readings()).toBe(1);
  fetched(await command(24).fetch({ documentId, url: web.url }));
  expect(readings()).toBe(2);
});

test('that there is none is kept as well', async () => {
  const { web, command, readings } = await watched(robotsTxt('gone', 404));
  for (const hours of [0, 1]) fetched(await command(hours).fetch({ documentId, url: web.url }));
  expect(readings()).toBe(1);
});

test('an older copy serves for a month while robots.txt cannot be read, and is kept no longer for that', async () => {
  const { web, command, readings } = await watched();
  await command(0).fetch({ documentId, url: web.url });
  web.routes.set('/robots.txt', robotsTxt('', 503));
  for (const hours of [30, 31]) {
    fetched(await command(hours).fetch({ documentId, url: web.url }));
    expect(await command(hours).fetch({ documentId, url: `${web.url}/no` })).toMatchObject({
      code: 'robots_disallowed',
    });
  }
  expect(readings()).toBe(5);
  expect(await command(24 * 31).fetch({ documentId, url: web.url })).toMatchObject({ kind: 'failed' });
});

test('a copy that seems to come from the future is not trusted', async () => {
  const { web, command, readings } = await watched();
  await command(10).fetch({ documentId, url: web.url });
  fetched(await command(0).fetch({ documentId, url: web.url }));
  expect(readings()).toBe(2);
});

test('an answer that could not be had is not kept', async () => {
  const { web, store, command } = await watched(robotsTxt('', 503));
  await command(0).fetch({ documentId, url: web.url });
  expect(store.kept.size).toBe(0);
});
