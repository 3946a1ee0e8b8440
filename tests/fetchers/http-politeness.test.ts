import { expect, test } from 'vitest';
import { fetched, testFetcher, testWeb } from './test-fetcher.ts';

const documentId = 'fernleaf/privacy';

test('ten documents of one host are fetched one at a time', async () => {
  let open = 0;
  let most = 0;
  const web = await testWeb({
    '*': (_request, response) => {
      open += 1;
      most = Math.max(most, open);
      setImmediate(() => {
        open -= 1;
        response.writeHead(200, { 'content-type': 'text/html' }).end('text');
      });
    },
  });
  const fetcher = testFetcher();
  const pages = Array.from({ length: 10 }, (_, page) => fetcher.fetch({ documentId, url: `${web.url}/${page}` }));
  for (const outcome of await Promise.all(pages)) fetched(outcome);
  expect(most).toBe(1);
  expect(web.requests).toHaveLength(11);
});

test('the pause lies between any two requests to a host: robots.txt, redirect and page', async () => {
  const slept: number[] = [];
  let time = 1_000_000;
  const web = await testWeb({ '/a': { status: 302, headers: { location: '/b' } }, '/b': { body: 'text' } });
  const fetcher = testFetcher({
    minPauseMs: 2000,
    now: () => time,
    sleep: async (ms) => {
      slept.push(ms);
      time += ms;
    },
  });
  fetched(await fetcher.fetch({ documentId, url: `${web.url}/a` }));
  expect(web.requests).toHaveLength(3);
  expect(slept).toEqual([2000, 2000]);
});

test('waiting for its turn is not counted against the time for a document', async () => {
  const web = await testWeb({ '*': { body: 'text' } });
  let time = 1_000_000;
  const sleep = async (ms: number): Promise<void> => {
    time += ms;
  };
  const fetcher = testFetcher({ minPauseMs: 50_000, totalTimeoutMs: 60_000, now: () => time, sleep });
  for (const page of [1, 2, 3]) fetched(await fetcher.fetch({ documentId, url: `${web.url}/${page}` }));
});
