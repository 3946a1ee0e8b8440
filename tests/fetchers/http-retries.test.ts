import { expect, test } from 'vitest';
import type { LoopbackHandler, LoopbackRoute } from '../harness/loopback-web.ts';
import { failed, testFetcher, testWeb } from './test-fetcher.ts';

const documentId = 'fernleaf/privacy';
const robotsOverride = 'test';
const START = Date.parse('2026-11-23T02:41:00.000Z');

/** A clock that only sleeping moves. */
function fakeTime(): { now: () => number; sleep: (ms: number) => Promise<void>; slept: number[] } {
  const slept: number[] = [];
  return {
    slept,
    now: () => START + slept.reduce((sum, ms) => sum + ms, 0),
    sleep: async (ms) => {
      slept.push(ms);
    },
  };
}

/** Answers with each in turn, with the last for ever. */
function inTurn(...replies: readonly LoopbackRoute[]): LoopbackHandler {
  let index = 0;
  return (request, response) => {
    const reply = replies[Math.min(index, replies.length - 1)] as LoopbackRoute;
    index += 1;
    if (typeof reply === 'function') reply(request, response);
    else
      response
        .writeHead(reply.status ?? 200, { 'content-type': 'text/html', ...reply.headers } as never)
        .end(reply.body);
  };
}

const page = { body: 'text' };

test('a server that recovers is asked again after a growing pause', async () => {
  const { slept, ...time } = fakeTime();
  const web = await testWeb({ '/': inTurn({ status: 500 }, { status: 502 }, page) });
  const fetcher = testFetcher({ ...time, attempts: 3, backoffMs: 1000, random: () => 0.5 });
  const outcome = await fetcher.fetch({ documentId, url: web.url, robotsOverride });
  expect(outcome.kind).toBe('fetched');
  expect(slept).toEqual([500, 1000]);
});

test('a lost connection is tried again', async () => {
  const { slept, ...time } = fakeTime();
  const web = await testWeb({ '/': inTurn((request) => request.socket.destroy(), page) });
  const outcome = await testFetcher({ ...time, attempts: 3 }).fetch({ documentId, url: web.url, robotsOverride });
  expect(outcome.kind).toBe('fetched');
  expect(slept).toHaveLength(1);
});

test('a server that stays broken is given up after all attempts', async () => {
  const { slept, ...time } = fakeTime();
  const web = await testWeb({ '/': { status: 503 } });
  const outcome = await testFetcher({ ...time, attempts: 3 }).fetch({ documentId, url: web.url, robotsOverride });
  expect(outcome).toMatchObject({ code: 'http_server_error', status: 503, attempts: 3 });
  expect(slept).toHaveLength(2);
  expect(web.requests).toHaveLength(3);
});

test.each([401, 403, 404, 410, 418, 501])('status %i is not asked for again', async (status) => {
  const web = await testWeb({ '/': { status } });
  const outcome = await testFetcher({ attempts: 3 }).fetch({ documentId, url: web.url, robotsOverride });
  expect(outcome).toMatchObject({ status, attempts: 1 });
  expect(web.requests).toHaveLength(1);
});

test.each([
  ['seconds', '7'],
  ['a date', new Date(START + 7000).toUTCString()],
])('Retry-After in %s is kept to the letter', async (_form, retryAfter) => {
  const { slept, ...time } = fakeTime();
  const web = await testWeb({ '/': inTurn({ status: 429, headers: { 'retry-after': retryAfter } }, page) });
  const outcome = await testFetcher({ ...time, attempts: 2 }).fetch({ documentId, url: web.url, robotsOverride });
  expect(outcome.kind).toBe('fetched');
  expect(slept).toEqual([7000]);
});

test.each([
  [429, 'http_rate_limited'],
  [503, 'http_server_error'],
])('a Retry-After beyond the time left ends the attempts at status %i and says until when', async (status, code) => {
  const { slept, ...time } = fakeTime();
  const web = await testWeb({ '/': { status, headers: { 'retry-after': '3600' } } });
  const fetcher = testFetcher({ ...time, attempts: 3, totalTimeoutMs: 60_000 });
  const outcome = failed(await fetcher.fetch({ documentId, url: web.url, robotsOverride }));
  expect(outcome).toMatchObject({ code, status, attempts: 1, retryAt: '2026-11-23T03:41:00.000Z' });
  expect(outcome.message).toContain('until 2026-11-23T03:41:00.000Z');
  expect(slept).toEqual([]);
});

test('all attempts together stay within the time for the document', async () => {
  const { slept, ...time } = fakeTime();
  const web = await testWeb({ '/': { status: 429, headers: { 'retry-after': '25' } } });
  const fetcher = testFetcher({ ...time, attempts: 10, totalTimeoutMs: 60_000 });
  expect(await fetcher.fetch({ documentId, url: web.url, robotsOverride })).toMatchObject({ attempts: 3 });
  expect(slept).toEqual([25_000, 25_000]);
});

test('an abort during the pause ends the fetch at once', async () => {
  const controller = new AbortController();
  const web = await testWeb({ '/': { status: 503, headers: { 'retry-after': '30' } } });
  const { sleep } = (await import('../../src/fetchers/http-fetcher-options.ts')).HTTP_FETCHER_DEFAULTS;
  const fetcher = testFetcher({
    attempts: 2,
    sleep: (ms, signal) => {
      const sleeping = sleep(ms, signal);
      controller.abort(new Error('shutting down'));
      return sleeping;
    },
  });
  const fetching = fetcher.fetch({ documentId, url: web.url, robotsOverride, signal: controller.signal });
  await expect(fetching).rejects.toThrow('shutting down');
});
