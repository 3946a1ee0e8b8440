import { expect, test } from 'vitest';
import type { LoopbackRoute } from '../harness/loopback-web.ts';
import { failed, fetched, testFetcher, testWeb } from './test-fetcher.ts';

const documentId = 'fernleaf/privacy';
const text = (body: string | Uint8Array, status = 200): LoopbackRoute => ({
  status,
  body,
  headers: { 'content-type': 'text/plain' },
});
const forbidAll = text('User-agent: *\nDisallow: /\n');

test('a page that robots.txt forbids is not asked for', async () => {
  const web = await testWeb({ '/robots.txt': text('User-agent: *\nDisallow: /legal/\n'), '*': { body: 'text' } });
  const fetcher = testFetcher();
  const outcome = failed(await fetcher.fetch({ documentId, url: `${web.url}/legal/privacy` }));
  expect(outcome.code).toBe('robots_disallowed');
  expect(outcome.message).toContain('line 2');
  fetched(await fetcher.fetch({ documentId, url: `${web.url}/privacy` }));
  expect(web.paths()).toEqual(['/privacy']);
});

test('a group for clausewatch goes before the group for all', async () => {
  const robots = text('User-agent: *\nDisallow: /\n\nUser-agent: ClauseWatch\nAllow: /\n');
  const web = await testWeb({ '/robots.txt': robots, '/': { body: 'text' } });
  fetched(await testFetcher().fetch({ documentId, url: web.url }));
});

test('robotsOverride reads the page without asking for robots.txt', async () => {
  const web = await testWeb({ '/robots.txt': forbidAll, '/': { body: 'text' } });
  fetched(
    await testFetcher().fetch({ documentId, url: web.url, robotsOverride: 'research, agreed with the platform' }),
  );
  expect(web.requests).toHaveLength(1);
});

test('a redirect into a forbidden page is not followed', async () => {
  const web = await testWeb({
    '/robots.txt': text('User-agent: *\nDisallow: /secret\n'),
    '/': { status: 302, headers: { location: '/secret' } },
  });
  expect(await testFetcher().fetch({ documentId, url: web.url })).toMatchObject({ code: 'robots_disallowed' });
  expect(web.paths()).toEqual(['/']);
});

test.each([401, 403, 404, 410])('robots.txt with status %i allows everything', async (status) => {
  const web = await testWeb({ '/robots.txt': text('User-agent: *\nDisallow: /\n', status), '/': { body: 'text' } });
  fetched(await testFetcher().fetch({ documentId, url: web.url }));
});

test('a robots.txt that the server fails to give forbids everything for now, and says so', async () => {
  const web = await testWeb({ '/robots.txt': text('', 503), '/': { body: 'text' } });
  const outcome = failed(await testFetcher({ attempts: 2 }).fetch({ documentId, url: web.url }));
  expect(outcome.code).toBe('robots_disallowed');
  expect(outcome.message).toContain('robots.txt could not be read');
  expect(web.requests.map(({ path }) => path)).toEqual(['/robots.txt', '/robots.txt']);
});

test('a connection that breaks at robots.txt is reported as one that breaks', async () => {
  const web = await testWeb({ '/robots.txt': (request) => request.socket.destroy(), '/': { body: 'text' } });
  expect(await testFetcher().fetch({ documentId, url: web.url })).toMatchObject({ code: 'connection_lost' });
});

test('a robots.txt that redirects without end is as good as none', async () => {
  const web = await testWeb({
    '/robots.txt': { status: 302, headers: { location: '/robots.txt' } },
    '/': { body: 'x' },
  });
  fetched(await testFetcher().fetch({ documentId, url: web.url }));
});

test('a robots.txt that redirects into a private network is not followed', async () => {
  const location = 'http://169.254.169.254/robots.txt';
  const web = await testWeb({ '/robots.txt': { status: 302, headers: { location } }, '/': { body: 'x' } });
  expect(await testFetcher().fetch({ documentId, url: web.url })).toMatchObject({ code: 'address_forbidden' });
});

test('robots.txt is read once a day, and an older copy serves while it cannot be read', async () => {
  let time = 1_000_000;
  const web = await testWeb({ '/robots.txt': text('User-agent: *\nDisallow: /no\n'), '/': { body: 'text' } });
  const fetcher = testFetcher({ now: () => time });
  const readings = (): number => web.requests.filter(({ path }) => path === '/robots.txt').length;
  await Promise.all([1, 2, 3].map(() => fetcher.fetch({ documentId, url: web.url })));
  time += 23 * 3_600_000;
  await fetcher.fetch({ documentId, url: web.url });
  expect(readings()).toBe(1);
  time += 3_600_000;
  web.routes.set('/robots.txt', text('', 500));
  fetched(await fetcher.fetch({ documentId, url: web.url }));
  expect(await fetcher.fetch({ documentId, url: `${web.url}/no` })).toMatchObject({ code: 'robots_disallowed' });
  expect(readings()).toBe(3);
  web.routes.set('/robots.txt', forbidAll);
  expect(await fetcher.fetch({ documentId, url: web.url })).toMatchObject({ code: 'robots_disallowed' });
});

test('only the first 500 KiB of robots.txt count, up to the last whole line', async () => {
  const filler = `# ${'x'.repeat(500 * 1024 - 10)}\n`;
  const cut = 'Disallow: /privacy-of-others\n';
  const web = await testWeb({
    '/robots.txt': text(`User-agent: *\nDisallow: /no\n${filler.slice(0, -30)}\n${cut}Disallow: /\n`),
    '*': { body: 'text' },
  });
  const fetcher = testFetcher();
  fetched(await fetcher.fetch({ documentId, url: `${web.url}/privacy` }));
  expect(await fetcher.fetch({ documentId, url: `${web.url}/no` })).toMatchObject({ code: 'robots_disallowed' });
});

test.each([
  ['one rule of stars', `Disallow: /${'*'.repeat(400_000)}x\n`, 'fetched'],
  ['very many rules', 'Disallow: /*a\n'.repeat(35_000), 'failed'],
  ['very long rules', `Disallow: /${'*a'.repeat(1900)}b\n`.repeat(125), 'failed'],
])('a robots.txt made slow to match by %s does not hold the monitor up', async (_what, rules, kind) => {
  const web = await testWeb({ '/robots.txt': text(`User-agent: *\n${rules}`), '*': { body: 'x' } });
  const start = performance.now();
  const outcome = await testFetcher().fetch({ documentId, url: `${web.url}/${'a'.repeat(3900)}` });
  expect(outcome.kind).toBe(kind);
  // Unbounded, the last two take 11 and 22 seconds.
  expect(performance.now() - start).toBeLessThan(5000);
});
