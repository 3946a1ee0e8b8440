import type { AddressInfo } from 'node:net';
import { createServer, type Server } from 'node:net';
import { brotliCompressSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import type { LoopbackHandler, LoopbackRoute } from '../harness/loopback-web.ts';
import { failed, lookupTable, testFetcher, testWeb } from './test-fetcher.ts';

const documentId = 'fernleaf/privacy';

async function closedPort(): Promise<number> {
  const server: Server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

test('a host nobody knows is reported as such, and not asked for again', async () => {
  const outcome = failed(
    await testFetcher({ attempts: 3 }).fetch({ documentId, url: 'https://fernleaf.example/privacy' }),
  );
  expect(outcome).toMatchObject({ code: 'host_unknown', attempts: 1 });
  expect(outcome.message).toContain('fernleaf/privacy: https://fernleaf.example/privacy could not be read');
});

test('a name without any address is an unknown host', async () => {
  const lookup = lookupTable({ 'fernleaf.example': [] });
  const outcome = await testFetcher({ lookup }).fetch({ documentId, url: 'https://fernleaf.example/privacy' });
  expect(outcome).toMatchObject({ code: 'host_unknown' });
});

test('a refused connection is reported as such', async () => {
  const url = `http://127.0.0.1:${await closedPort()}/privacy`;
  expect(await testFetcher().fetch({ documentId, url })).toMatchObject({ code: 'connection_refused', attempts: 1 });
});

test('a certificate that nobody vouches for is refused', async () => {
  const web = await testWeb({ '/': { body: 'text' } }, { tls: true });
  expect(await testFetcher().fetch({ documentId, url: web.url })).toMatchObject({ code: 'tls_invalid' });
  expect(web.requests).toEqual([]);
});

test('TLS to a server that speaks plain HTTP is a TLS error', async () => {
  const web = await testWeb({ '/': { body: 'text' } });
  const url = web.url.replace('http:', 'https:');
  expect(await testFetcher().fetch({ documentId, url })).toMatchObject({ code: 'tls_invalid' });
});

test('plain HTTP to a server that speaks TLS is a readable failure', async () => {
  const web = await testWeb({ '/': { body: 'text' } }, { tls: true });
  const outcome = failed(await testFetcher().fetch({ documentId, url: web.url.replace('https:', 'http:') }));
  expect(['bad_response', 'connection_lost']).toContain(outcome.code);
});

const statuses = [
  [401, 'http_forbidden'],
  [403, 'http_forbidden'],
  [404, 'http_not_found'],
  [410, 'http_gone'],
  [429, 'http_rate_limited'],
  [451, 'http_client_error'],
  [500, 'http_server_error'],
  [503, 'http_server_error'],
  [206, 'bad_response'],
  [300, 'bad_response'],
  [304, 'bad_response'],
] as const;

test.each(statuses)('status %i ends as %s', async (status, code) => {
  const web = await testWeb({ '/': { status, body: status === 304 ? '' : 'an error page' } });
  expect(await testFetcher().fetch({ documentId, url: web.url, robotsOverride: 'test' })).toMatchObject({
    kind: 'failed',
    code,
    status,
  });
});

const endless: LoopbackHandler = (_request, response) => {
  response.writeHead(200, { 'content-type': 'text/html' });
  const chunk = 'privacy '.repeat(2048);
  const pour = (): void => {
    while (!response.destroyed && response.write(chunk));
  };
  response.on('drain', pour);
  pour();
};

const stalled: LoopbackHandler = (_request, response) => {
  response.writeHead(200, { 'content-type': 'text/html' });
  response.write('<p>We collect');
};

const trickling: LoopbackHandler = (_request, response) => {
  response.writeHead(200, { 'content-type': 'text/html' });
  const timer = setInterval(() => response.write('x'), 20);
  response.on('close', () => clearInterval(timer));
};

const slowHeaders: LoopbackHandler = ({ socket }) => {
  socket.write('HTTP/1.1 200 OK\r\n');
  const timer = setInterval(() => socket.write('x-filler: x\r\n'), 20);
  socket.on('error', () => undefined).on('close', () => clearInterval(timer));
};

const reset: LoopbackHandler = (_request, response) => {
  response.writeHead(200, { 'content-type': 'text/html', 'content-length': '1000' });
  response.write('<p>We collect', () => response.socket?.resetAndDestroy());
};

const short: LoopbackHandler = (_request, response) => {
  response.writeHead(200, { 'content-type': 'text/html', 'content-length': '1000' });
  response.write('<p>We collect', () => response.socket?.end());
};

const hangUp: LoopbackHandler = (request) => request.socket.destroy();
const garbage: LoopbackHandler = (request) => request.socket.end('SSH-2.0-OpenSSH_9.6\r\n');
const hugeHeader: LoopbackHandler = (_request, response) => {
  response.writeHead(200, { 'x-filler': 'x'.repeat(60_000) }).end('text');
};

const bomb = (coding: string, compress: (data: Buffer) => Buffer): LoopbackRoute => ({
  body: compress(Buffer.alloc(30_000_000, 32)),
  headers: { 'content-encoding': coding },
});

const answers: readonly (readonly [what: string, code: string, route: LoopbackRoute])[] = [
  ['an empty body', 'empty_body', { body: '' }],
  ['status 204', 'empty_body', { status: 204 }],
  ['an endless body', 'too_large', endless],
  ['a small gzip file that grows large', 'too_large', bomb('gzip', gzipSync)],
  ['a small brotli file that grows large', 'too_large', bomb('br', brotliCompressSync)],
  ['a small zstd file that grows large', 'too_large', bomb('zstd', zstdCompressSync)],
  ['a connection reset in the middle', 'connection_lost', reset],
  ['a body shorter than announced', 'connection_lost', short],
  ['a connection closed without an answer', 'connection_lost', hangUp],
  ['an answer that is no HTTP', 'bad_response', garbage],
  ['headers without end', 'bad_response', hugeHeader],
  ['broken gzip', 'bad_response', { body: 'not gzip at all', headers: { 'content-encoding': 'gzip' } }],
  ['broken brotli', 'bad_response', { body: 'not brotli at all', headers: { 'content-encoding': 'br' } }],
  ['broken zstd', 'bad_response', { body: 'not zstd at all', headers: { 'content-encoding': 'zstd' } }],
  ['an unknown compression', 'bad_response', { body: 'x', headers: { 'content-encoding': 'compress' } }],
  ['six compressions at once', 'bad_response', { body: 'x', headers: { 'content-encoding': 'gzip,'.repeat(6) } }],
  ['a picture', 'unsupported_content_type', { body: 'x', headers: { 'content-type': 'image/png' } }],
  ['an archive', 'unsupported_content_type', { body: 'x', headers: { 'content-type': 'application/zip' } }],
  ['bytes', 'unsupported_content_type', { body: 'x', headers: { 'content-type': 'application/octet-stream' } }],
];

test.each(answers)('%s ends as %s', async (_what, code, route) => {
  const web = await testWeb({ '/': route });
  const fetcher = testFetcher({ maxBytes: 1_000_000 });
  const outcome = failed(await fetcher.fetch({ documentId, url: web.url, robotsOverride: 'test' }));
  expect(outcome).toMatchObject({ code, attempts: 1 });
  expect(outcome.message).toMatch(/^fernleaf\/privacy: http:\/\/127\.0\.0\.1:\d+ could not be read: .+\. [A-Z].+\.$/);
});

const silences: readonly (readonly [what: string, route: LoopbackHandler])[] = [
  ['a server that never answers', () => undefined],
  ['headers that trickle for ever', slowHeaders],
  ['a body that stalls', stalled],
];

test.each(silences)('%s is given up after the longest silence', async (_what, route) => {
  const web = await testWeb({ '/': route });
  const fetcher = testFetcher({ idleTimeoutMs: 250 });
  const outcome = failed(await fetcher.fetch({ documentId, url: web.url, robotsOverride: 'test' }));
  expect(outcome.code).toBe('timeout');
  expect(outcome.message).toContain('silent for 250 ms');
});

test('a body that trickles for ever is given up when the time for the document is over', async () => {
  const web = await testWeb({ '/': trickling });
  const fetcher = testFetcher({ totalTimeoutMs: 500, attempts: 3 });
  const outcome = failed(await fetcher.fetch({ documentId, url: web.url, robotsOverride: 'test' }));
  expect(outcome).toMatchObject({ code: 'timeout', attempts: 1 });
});

test.each(['application/pdf', 'application/pdf; qs=0.001', 'application/octet-stream'])(
  'a PDF sent as %s is handed on',
  async (contentType) => {
    const web = await testWeb({ '/': { body: '%PDF-1.7', headers: { 'content-type': contentType } } });
    expect(await testFetcher().fetch({ documentId, url: web.url })).toMatchObject({
      kind: 'fetched',
      capture: { contentType },
    });
  },
);

test('a page of exactly the greatest size is read, one byte more is not', async () => {
  const web = await testWeb({ '/full': { body: 'x'.repeat(1000) }, '/over': { body: 'x'.repeat(1001) } });
  const fetcher = testFetcher({ maxBytes: 1000 });
  expect(await fetcher.fetch({ documentId, url: `${web.url}/full` })).toMatchObject({ kind: 'fetched' });
  expect(await fetcher.fetch({ documentId, url: `${web.url}/over` })).toMatchObject({ code: 'too_large' });
});

test('a failing document leaves the fetcher fit for the next', async () => {
  const web = await testWeb({ '/bad': reset, '/good': { body: 'text' } });
  const fetcher = testFetcher();
  expect(await fetcher.fetch({ documentId, url: `${web.url}/bad` })).toMatchObject({ kind: 'failed' });
  expect(await fetcher.fetch({ documentId, url: `${web.url}/good` })).toMatchObject({ kind: 'fetched' });
});

test('what a server sends never reaches the terminal as control characters', async () => {
  const web = await testWeb({
    '/': { body: 'x', headers: { 'content-type': 'image/\u009b31mpng\u0085' } },
    '/away': { status: 302, headers: { location: 'data:text/html,\u009b2J' } },
  });
  const fetcher = testFetcher();
  for (const url of [`${web.url}/`, `${web.url}/away`, 'not a \u001b[31mURL\u202e at all']) {
    const { message } = failed(await fetcher.fetch({ documentId, url }));
    expect(message).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    expect(message.length).toBeLessThan(1200);
  }
});
