import { createHash } from 'node:crypto';
import { brotliCompressSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { LOOPBACK_CERTIFICATE } from '../harness/loopback-certificate.ts';
import { fetched, lookupTable, testFetcher, testWeb } from './test-fetcher.ts';

const PAGE = '<h1>Privacy notice of Fernleaf</h1><p>We keep what you write – and nothing else.</p>';
const documentId = 'fernleaf/privacy';

test('a page is captured with its bytes, their hash, its headers and its address', async () => {
  const web = await testWeb({
    '/privacy': { body: PAGE, headers: { etag: '"v1"', 'last-modified': 'Mon, 02 Nov 2026 10:00:00 GMT' } },
  });
  const now = () => Date.parse('2026-11-23T02:41:00.000Z');
  const { capture, body } = fetched(await testFetcher({ now }).fetch({ documentId, url: `${web.url}/privacy#top` }));
  expect(Buffer.from(body).toString()).toBe(PAGE);
  expect(capture).toEqual({
    url: `${web.url}/privacy#top`,
    finalUrl: `${web.url}/privacy`,
    fetchedAt: '2026-11-23T02:41:00.000Z',
    via: 'http',
    status: 200,
    contentType: 'text/html; charset=utf-8',
    validators: { etag: '"v1"', lastModified: 'Mon, 02 Nov 2026 10:00:00 GMT' },
    bodySha256: createHash('sha256').update(PAGE).digest('hex'),
    bodyBytes: Buffer.byteLength(PAGE),
    ms: 0,
  });
});

test('the request names the monitor truthfully, and the language of the document', async () => {
  const web = await testWeb({ '/privacy': { body: PAGE } });
  await testFetcher().fetch({ documentId, url: `${web.url}/privacy`, language: 'de' });
  expect(web.requests.at(-1)?.headers).toMatchObject({
    'user-agent': 'clausewatch/0.0 (+https://clausewatch.example/bot)',
    'accept-encoding': 'gzip, br, zstd',
    'accept-language': 'de,*;q=0.1',
  });
});

test('a request that asks for a connection of its own gets one, and leaves none behind', async () => {
  const ports: (number | undefined)[] = [];
  const web = await testWeb({
    '/privacy': (request, response) => {
      ports.push(request.socket.remotePort);
      response.end(PAGE);
    },
  });
  const fetcher = testFetcher();
  const url = `${web.url}/privacy`;
  for (const newConnection of [false, false, true, true, false])
    await fetcher.fetch({ documentId, url, newConnection });
  const [first, second, alone, again, last] = ports;
  // robots.txt may have opened one of its own before the first.
  expect(last).toBe(second);
  expect(new Set([first, second]).isDisjointFrom(new Set([alone, again]))).toBe(true);
  expect(alone).not.toBe(again);
});

const compressions = [
  ['gzip', gzipSync],
  ['br', brotliCompressSync],
  ['zstd', zstdCompressSync],
] as const;

test.each(compressions)('a page compressed with %s is read as its author wrote it', async (coding, compress) => {
  const web = await testWeb({ '/privacy': { body: compress(PAGE), headers: { 'content-encoding': coding } } });
  const { body } = fetched(await testFetcher().fetch({ documentId, url: `${web.url}/privacy` }));
  expect(Buffer.from(body).toString()).toBe(PAGE);
});

test('bytes in another character set pass through untouched', async () => {
  const latin = Buffer.from('<p>Datenschutzerkl\xe4rung</p>', 'latin1');
  const web = await testWeb({ '/': { body: latin, headers: { 'content-type': 'Text/HTML;Charset=ISO-8859-1' } } });
  const { body, capture } = fetched(await testFetcher().fetch({ documentId, url: web.url }));
  expect(Buffer.from(body).equals(latin)).toBe(true);
  expect(capture.contentType).toBe('text/html; Charset=ISO-8859-1');
});

test('a page without a Content-Type is captured with an empty one', async () => {
  const web = await testWeb({ '/': (_request, response) => response.end(PAGE) });
  expect(fetched(await testFetcher().fetch({ documentId, url: web.url })).capture.contentType).toBe('');
});

test('a page that did not change is not sent again', async () => {
  const web = await testWeb({
    '/privacy': (request, response) => {
      const same = request.headers['if-none-match'] === '"v1"' && request.headers['if-modified-since'] !== undefined;
      response.writeHead(same ? 304 : 200, { etag: '"v1"', 'content-type': 'text/html' }).end(same ? undefined : PAGE);
    },
  });
  const validators = { etag: '"v1"', lastModified: 'Mon, 02 Nov 2026 10:00:00 GMT' };
  const outcome = await testFetcher().fetch({ documentId, url: `${web.url}/privacy`, validators });
  expect(outcome).toEqual({ kind: 'not-modified', validators, ms: expect.any(Number) });
});

test('validators are sent to no address but the one that gave them, and kept from no other', async () => {
  const web = await testWeb({
    '/privacy': { status: 302, headers: { location: '/privacy/2' } },
    '/privacy/2': { body: PAGE, headers: { etag: '"v1"' } },
  });
  const url = `${web.url}/privacy`;
  const { capture } = fetched(await testFetcher().fetch({ documentId, url, validators: { etag: '"v1"' } }));
  expect(web.requests.find(({ path }) => path === '/privacy/2')?.headers['if-none-match']).toBeUndefined();
  expect(capture.finalUrl).toBe(`${web.url}/privacy/2`);
  expect(capture.validators).toEqual({});
});

test('validators that could not have come from an honest header are neither kept nor sent', async () => {
  const web = await testWeb({ '/': { body: PAGE, headers: { etag: `"${'x'.repeat(5000)}"` } } });
  const validators = { etag: '"a"\r\nx-injected: 1' };
  const { capture } = fetched(await testFetcher().fetch({ documentId, url: web.url, validators }));
  expect(capture.validators).toEqual({});
  expect(web.requests.at(-1)?.headers).not.toHaveProperty('x-injected');
});

test('a page over TLS is read when its authority is trusted', async () => {
  const web = await testWeb({ '/': { body: PAGE } }, { tls: true });
  fetched(await testFetcher({ ca: LOOPBACK_CERTIFICATE }).fetch({ documentId, url: web.url }));
});

test('the name of the host is sent and verified although the connection goes to the vetted address', async () => {
  const web = await testWeb({ '/': { body: PAGE } }, { tls: true });
  const fetcher = testFetcher({ ca: LOOPBACK_CERTIFICATE, lookup: lookupTable({ 'policies.example': ['127.0.0.1'] }) });
  fetched(await fetcher.fetch({ documentId, url: `https://policies.example:${web.port}/` }));
  expect(web.requests.at(-1)?.headers.host).toBe(`policies.example:${web.port}`);
});

test('a page on IPv6 is read', async () => {
  const web = await testWeb({ '/': { body: PAGE } }, { host: '::1' });
  fetched(await testFetcher().fetch({ documentId, url: web.url }));
});

test('a slow server that keeps sending is waited for', async () => {
  const web = await testWeb({
    '/': (_request, response) => {
      const steps = [
        () => response.writeHead(200, { 'content-type': 'text/html' }).flushHeaders(),
        () => response.write('We keep'),
        () => response.end(' nothing.'),
      ];
      const timer = setInterval(() => {
        steps.shift()?.();
        if (steps.length === 0) clearInterval(timer);
      }, 500);
    },
  });
  const outcome = await testFetcher({ idleTimeoutMs: 900 }).fetch({ documentId, url: web.url, robotsOverride: 'test' });
  expect(Buffer.from(fetched(outcome).body).toString()).toBe('We keep nothing.');
});

test('who aborts gets the reason back', async () => {
  const web = await testWeb({ '/': () => undefined });
  const controller = new AbortController();
  const fetching = testFetcher().fetch({ documentId, url: web.url, signal: controller.signal, robotsOverride: 'test' });
  controller.abort(new Error('shutting down'));
  await expect(fetching).rejects.toThrow('shutting down');
});

test('closing ends what is under way and refuses what comes later', async () => {
  const fetcher = testFetcher();
  const arrived = Promise.withResolvers<void>();
  const web = await testWeb({ '/': () => arrived.resolve() });
  const fetching = fetcher.fetch({ documentId, url: web.url, robotsOverride: 'test' });
  await arrived.promise;
  await Promise.all([fetcher.close(), expect(fetching).rejects.toMatchObject({ code: 'fetcher_closed' })]);
  await expect(fetcher.fetch({ documentId, url: web.url })).rejects.toMatchObject({ code: 'fetcher_closed' });
});
