import { describe, expect, onTestFinished, test } from 'vitest';
import { FetchFailure } from '../../../src/fetchers/fetch-failure.ts';
import { startLoopbackProxy } from '../../harness/loopback-proxy.ts';
import { failed, fetched, testWeb } from '../test-fetcher.ts';
import { browserProcesses, NO_BROWSER, sharedBrowser, testBrowser } from './test-browser.ts';

const documentId = 'fernleaf/privacy';
const POLICY = `<h1>Privacy notice</h1>${'<p>We keep what you write, and we show it to nobody.</p>'.repeat(9)}`;
const ENDLESS = `${POLICY}<script>for (;;) {}</script>`;

const browser = sharedBrowser();

describe.skipIf(NO_BROWSER !== null)('a fetcher with a browser', () => {
  test.each([
    ['http_not_found', { status: 404, body: POLICY }],
    ['http_forbidden', { status: 403, body: POLICY }],
    ['unsupported_content_type', { headers: { 'content-type': 'application/pdf' }, body: '%PDF-1.7' }],
    ['unsupported_content_type', { headers: { 'content-disposition': 'attachment' }, body: POLICY }],
    ['too_many_redirects', { status: 302, headers: { location: '/' } }],
    ['bad_redirect', { status: 302, headers: { location: 'data:text/html,x' } }],
  ])('reports %s', async (code, route) => {
    const web = await testWeb({ '/': route });
    const outcome = failed(await browser.fetch({ documentId, url: `${web.url}/` }));
    expect(outcome.code).toBe(code);
    expect(outcome.message).toContain(documentId);
  });

  test('reports what its proxy knows better than the browser', async () => {
    const web = await testWeb({ '/': (request) => request.socket.destroy() });
    expect(await browser.fetch({ documentId, url: `${web.url}/` })).toMatchObject({ code: 'connection_lost' });
    await web.close();
    expect(await browser.fetch({ documentId, url: `${web.url}/` })).toMatchObject({ code: 'connection_refused' });
    const secure = await testWeb({ '/': { body: POLICY } }, { tls: true });
    expect(await browser.fetch({ documentId, url: `${secure.url}/` })).toMatchObject({ code: 'tls_invalid' });
    const unknown = await browser.fetch({ documentId, url: 'http://nowhere.example/' });
    expect(unknown).toMatchObject({ code: 'host_unknown' });
  });

  test('asks robots.txt of every address a page was at, and keeps nothing that is forbidden', async () => {
    const web = await testWeb({ '/': { status: 302, headers: { location: '/b' } }, '/b': { body: POLICY } });
    const asked: string[] = [];
    const fetcher = testBrowser({
      robots: {
        check: async ({ pathname }) => {
          asked.push(pathname);
          if (pathname === '/b') throw new FetchFailure('robots_disallowed', { detail: 'robots.txt forbids it' });
        },
      },
    });
    expect(await fetcher.fetch({ documentId, url: `${web.url}/` })).toMatchObject({ code: 'robots_disallowed' });
    expect(asked).toEqual(['/', '/', '/b']);
    expect(await fetcher.fetch({ documentId, url: `${web.url}/b` })).toMatchObject({ code: 'robots_disallowed' });
    expect(web.paths()).toEqual(['/', '/b']);
    fetched(await fetcher.fetch({ documentId, url: `${web.url}/b`, robotsOverride: 'test' }));
  });

  test('goes through the proxy of the document, which resolves the name', async () => {
    const web = await testWeb({ '*': { body: POLICY } });
    const proxy = await startLoopbackProxy({ port: web.port });
    onTestFinished(() => proxy.close());
    const url = 'http://fernleaf.example/privacy';
    const { capture } = fetched(await browser.fetch({ documentId, url, proxy: proxy.url }));
    expect(capture.finalUrl).toBe(url);
    failed(await browser.fetch({ documentId, url: 'https://fernleaf.example/privacy', proxy: proxy.url }));
    expect(new Set(proxy.requests)).toEqual(new Set([`GET ${url}`, 'CONNECT fernleaf.example:443']));
  });

  test('takes no page beyond its size, and no more traffic than allowed', async () => {
    const web = await testWeb({
      '/': { body: POLICY.repeat(9) },
      '/heavy': { body: `${POLICY}<script src="/code"></script>` },
      '/code': { body: Buffer.alloc(300_000, ' ') },
    });
    const fetcher = testBrowser({ maxBytes: 2_000, maxTrafficBytes: 100_000 });
    expect(await fetcher.fetch({ documentId, url: `${web.url}/` })).toMatchObject({ code: 'too_large' });
    fetched(await fetcher.fetch({ documentId, url: `${web.url}/heavy` }));
  });

  test('gives up on an endless page in time, without harm to others, and closes within two seconds', async () => {
    const web = await testWeb({ '/endless': { body: ENDLESS }, '/': { body: POLICY } });
    const other = await testWeb({ '/': { body: POLICY } }, { host: '::1' });
    const fetcher = testBrowser({ totalTimeoutMs: 2_500 });
    const [endless, fine] = await Promise.all([
      fetcher.fetch({ documentId, url: `${web.url}/endless` }),
      fetcher.fetch({ documentId, url: `${other.url}/` }),
    ]);
    expect(endless).toMatchObject({ kind: 'failed', code: 'timeout' });
    fetched(fine);
    const arrived = Promise.withResolvers<void>();
    web.routes.set('/endless', (_request, response) => {
      response.setHeader('content-type', 'text/html');
      response.end(ENDLESS, () => arrived.resolve());
    });
    const fetching = fetcher.fetch({ documentId, url: `${web.url}/endless` });
    const refused = expect(fetching).rejects.toMatchObject({ code: 'fetcher_closed' });
    await arrived.promise;
    const start = performance.now();
    await fetcher.close();
    expect(performance.now() - start).toBeLessThan(2_000);
    await refused;
    await expect(fetcher.fetch({ documentId, url: web.url })).rejects.toMatchObject({ code: 'fetcher_closed' });
  });

  test.skipIf(process.platform !== 'linux')(
    'starts another browser when it was killed, once within a fetch',
    async () => {
      const web = await testWeb({ '/': { body: POLICY } });
      const before = new Set(browserProcesses());
      const fetcher = testBrowser({ attempts: 2 });
      const kill = (): void => {
        const [victim] = browserProcesses().filter((pid) => !before.has(pid));
        if (victim !== undefined) process.kill(victim, 'SIGKILL');
      };
      let asked = 0;
      web.routes.set('/dies', (_request, response) => {
        asked += 1;
        if (asked === 1) kill();
        else response.writeHead(200, { 'content-type': 'text/html' }).end(POLICY);
      });
      fetched(await fetcher.fetch({ documentId, url: `${web.url}/dies` }));
      expect(asked).toBe(2);
      kill();
      fetched(await fetcher.fetch({ documentId, url: `${web.url}/` }));
    },
  );

  test('reads several pages at once, no more than allowed, and one at a time of a host', async () => {
    const hosts = ['127.0.0.1', '127.0.0.2', '127.0.0.3', '127.0.0.4', '127.0.0.5', '127.0.0.5'];
    const open = { now: 0, most: 0, ofLast: 0, mostOfLast: 0 };
    const four = Promise.withResolvers<void>();
    const fetcher = testBrowser({
      maxPages: 4,
      lookup: (_name, _options, callback) => callback(null, [{ address: '127.0.0.1', family: 4 }]),
    });
    const web = await testWeb({
      '/': ({ headers }, response) => {
        const last = headers.host?.startsWith('p5') ? 1 : 0;
        open.now += 1;
        open.ofLast += last;
        open.most = Math.max(open.most, open.now);
        open.mostOfLast = Math.max(open.mostOfLast, open.ofLast);
        if (open.now === 4) setTimeout(() => four.resolve(), 200);
        void four.promise.then(() => {
          open.now -= 1;
          open.ofLast -= last;
          response.writeHead(200, { 'content-type': 'text/html' }).end(POLICY);
        });
      },
    });
    const names = hosts.map((host) => `p${host.at(-1)}.test`);
    const outcomes = await Promise.all(
      names.map((name) => fetcher.fetch({ documentId, url: `http://${name}:${web.port}/` })),
    );
    for (const outcome of outcomes) fetched(outcome);
    expect(open).toMatchObject({ most: 4, mostOfLast: 1 });
  });

  test('closes the browser when it was idle, and starts it again when it is needed', async () => {
    const timers: (() => void)[] = [];
    const fetcher = testBrowser({
      closeAfterMs: 1234,
      setTimer: (work, ms) => {
        expect(ms).toBe(1234);
        timers.push(work);
        return () => timers.splice(timers.indexOf(work), 1);
      },
    });
    const web = await testWeb({ '/': { body: POLICY } });
    const before = browserProcesses().length;
    expect(fetcher.running).toBe(false);
    fetched(await fetcher.fetch({ documentId, url: web.url }));
    expect(browserProcesses().length).toBe(before + 1);
    expect(timers).toHaveLength(1);
    timers[0]?.();
    expect(fetcher.running).toBe(false);
    fetched(await fetcher.fetch({ documentId, url: web.url }));
  });

  test('who aborts gets the reason back', async () => {
    const arrived = Promise.withResolvers<void>();
    const web = await testWeb({ '/': () => arrived.resolve() });
    const controller = new AbortController();
    const fetching = browser.fetch({ documentId, url: web.url, signal: controller.signal });
    await arrived.promise;
    controller.abort(new Error('shutting down'));
    await expect(fetching).rejects.toThrow('shutting down');
  });
});

test('without any browser a fetch says so, and what to do', async () => {
  const web = await testWeb({ '/': { body: POLICY } });
  const fetcher = testBrowser({ find: { kinds: [] } });
  const outcome = failed(await fetcher.fetch({ documentId, url: web.url }));
  expect(outcome.code).toBe('browser_missing');
  expect(outcome.message).toContain('npx playwright install chromium');
  expect(web.paths()).toEqual([]);
});
