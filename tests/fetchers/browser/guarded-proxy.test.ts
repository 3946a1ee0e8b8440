import { request as httpRequest, type IncomingMessage } from 'node:http';
import { connect as connectSocket, type Socket } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { GuardedProxy, type GuardedProxyOptions } from '../../../src/fetchers/browser/guarded-proxy.ts';
import type { Connect } from '../../../src/fetchers/guarded-connector.ts';
import { startLoopbackProxy } from '../../harness/loopback-proxy.ts';
import { FORBIDDEN_URLS, HOSTILE_NAMES } from '../forbidden-addresses.ts';
import { lookupTable, testWeb } from '../test-fetcher.ts';

async function testProxy(options: Partial<GuardedProxyOptions> = {}): Promise<GuardedProxy> {
  const proxy = await GuardedProxy.start({
    allowedPorts: [80, 443],
    allowLoopback: true,
    connectTimeoutMs: 1_000,
    maxTrafficBytes: 1_000_000,
    lookup: lookupTable(HOSTILE_NAMES),
    ...options,
  });
  onTestFinished(() => proxy.close());
  return proxy;
}

interface Answer {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** One request with the target as it stands, as only a hostile client writes it. */
function ask(proxy: GuardedProxy, target: string, options: { body?: string; headers?: Record<string, string> } = {}) {
  const { hostname, port } = new URL(proxy.url);
  return new Promise<Answer>((resolve, reject) => {
    const method = options.body === undefined ? 'GET' : 'POST';
    const request = httpRequest({ hostname, port, method, path: target, headers: options.headers ?? {} }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('error', reject);
      answer.on('end', () =>
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(chunks).toString() }),
      );
    });
    request.on('error', reject);
    request.end(options.body);
  });
}

/** Opens a tunnel; the first line of the answer, and the socket. */
function tunnel(proxy: GuardedProxy, authority: string): Promise<{ readonly line: string; readonly socket: Socket }> {
  const { hostname, port } = new URL(proxy.url);
  return new Promise((resolve, reject) => {
    const socket = connectSocket(Number(port), hostname, () => {
      socket.write(`CONNECT ${authority} HTTP/1.1\r\nhost: ${authority}\r\n\r\n`);
    });
    socket.once('data', (data) => resolve({ line: data.toString().split('\r\n')[0] ?? '', socket }));
    socket.once('error', reject);
    onTestFinished(() => void socket.destroy());
  });
}

function recorder(): { readonly connect: Connect; readonly asked: string[] } {
  const asked: string[] = [];
  const connect: Connect = ({ addresses }, callback) => {
    asked.push(...addresses);
    callback(Object.assign(new Error('nothing is connected here'), { code: 'ECONNREFUSED' }), null);
  };
  return { connect, asked };
}

test('a request is passed on with its body, and answered as the server answered', async () => {
  const web = await testWeb({
    '/a': (request, response) => {
      request.on('data', (chunk) => response.write(chunk));
      request.on('end', () => response.end());
      response.writeHead(418, { 'set-cookie': ['a=1', 'b=2'], 'content-type': 'text/x' });
    },
  });
  const proxy = await testProxy();
  const answer = await ask(proxy, `${web.url}/a?b=c`, { body: 'hello' });
  expect(answer).toMatchObject({ status: 418, body: 'hello', headers: { 'set-cookie': ['a=1', 'b=2'] } });
  expect(web.requests[0]).toMatchObject({ method: 'POST', path: '/a?b=c' });
  expect(proxy.bytes).toBe(5);
});

test('headers meant for one hop only, and a false host, go no further', async () => {
  const web = await testWeb({ '/': { body: '' } });
  const headers = {
    host: 'evil.test',
    connection: 'keep-alive, x-secret',
    'x-secret': '1',
    'proxy-authorization': 'Basic eA==',
    'x-kept': '1',
  };
  await ask(await testProxy(), `${web.url}/`, { headers });
  expect(web.requests[0]?.headers).toMatchObject({ host: new URL(web.url).host, 'x-kept': '1' });
  expect(web.requests[0]?.headers).not.toHaveProperty('x-secret');
  expect(web.requests[0]?.headers).not.toHaveProperty('proxy-authorization');
});

test('a tunnel carries bytes both ways', async () => {
  const web = await testWeb({ '/': { body: 'through the tunnel' } });
  const proxy = await testProxy();
  const { line, socket } = await tunnel(proxy, `127.0.0.1:${web.port}`);
  expect(line).toBe('HTTP/1.1 200 Connection established');
  const received = new Promise<string>((resolve) => socket.once('data', (data) => resolve(data.toString())));
  socket.write('GET / HTTP/1.1\r\nhost: x\r\n\r\n');
  expect(await received).toContain('through the tunnel');
});

test.each(FORBIDDEN_URLS)('no connection is ever tried for %j', async (url) => {
  const { connect, asked } = recorder();
  const proxy = await testProxy({ allowLoopback: false, connect });
  const target = encodeURI(url.trim().replace(/[\t\n]/g, '')).replaceAll('%25', '%');
  // What the client library itself refuses to send cannot reach the proxy in that spelling.
  const answer = await ask(proxy, target || '/').catch(() => null);
  expect([400, 502, undefined]).toContain(answer?.status);
  const authority = URL.parse(url)?.host;
  if (authority) {
    const { line } = await tunnel(
      proxy,
      authority.includes(':') && !authority.endsWith(']') ? authority : `${authority}:443`,
    );
    expect(line).toMatch(/ (?:400|502) /);
  }
  // Some spellings hold a public address, with a password or on a port that is not allowed.
  expect(asked.filter((address) => address !== '8.8.8.8')).toEqual([]);
});

test('the recorder is asked where an address is public, so that its silence means something', async () => {
  const { connect, asked } = recorder();
  const proxy = await testProxy({ allowLoopback: false, connect });
  expect(await ask(proxy, 'http://8.8.8.8/')).toMatchObject({ status: 502 });
  expect((await tunnel(proxy, '[2606:4700::1111]:443')).line).toContain('502');
  expect(asked).toEqual(['8.8.8.8', '2606:4700::1111']);
  expect(proxy.failureAt(new URL('http://8.8.8.8/'))).toMatchObject({ code: 'connection_refused' });
});

test('what the browser asks for itself reaches nobody', async () => {
  const { connect, asked } = recorder();
  const proxy = await testProxy({
    connect,
    lookup: lookupTable({ 'connectivitycheck.gstatic.com': ['93.184.216.34'] }),
  });
  expect((await ask(proxy, 'http://connectivitycheck.gstatic.com/generate_204')).status).toBeGreaterThanOrEqual(400);
  expect(asked).toEqual([]);
});

test('it is no web server, and no way to itself', async () => {
  const proxy = await testProxy();
  expect((await ask(proxy, '/')).status).toBe(400);
  expect((await ask(proxy, 'https://127.0.0.1/')).status).toBe(400);
  expect((await ask(proxy, `${proxy.url}/`)).status).toBe(502);
  expect((await tunnel(proxy, new URL(proxy.url).host)).line).toContain('502');
  expect((await tunnel(proxy, 'user@8.8.8.8:443')).line).toMatch(/ (?:400|502) /);
  expect((await tunnel(proxy, '8.8.8.8:443/path')).line).toContain('400');
});

test('beyond the traffic of one page everything is cut off, and nothing looks whole', async () => {
  const web = await testWeb({ '/': { body: 'x'.repeat(50_000) } });
  const proxy = await testProxy({ maxTrafficBytes: 10_000 });
  await expect(ask(proxy, `${web.url}/`)).rejects.toThrow();
  expect(await ask(proxy, `${web.url}/`)).toMatchObject({ status: 502 });
  expect(proxy.failureAt(new URL(web.url))).toMatchObject({ code: 'too_large' });
});

test('requests and tunnels go through the proxy of the document', async () => {
  const web = await testWeb({ '*': { body: 'upstream' } });
  const upstream = await startLoopbackProxy({ port: web.port });
  onTestFinished(() => upstream.close());
  const proxy = await testProxy({ allowLoopback: false, upstream: upstream.url });
  expect(await ask(proxy, 'http://fernleaf.example/a')).toMatchObject({ body: 'upstream' });
  expect((await tunnel(proxy, 'fernleaf.example:443')).line).toContain('200');
  expect((await tunnel(proxy, '10.0.0.1:443')).line).toContain('502');
  expect(upstream.requests).toEqual(['GET http://fernleaf.example/a', 'CONNECT fernleaf.example:443']);
});

test('closing ends tunnels and requests under way', async () => {
  const arrived = Promise.withResolvers<void>();
  const web = await testWeb({ '/': () => arrived.resolve() });
  const proxy = await testProxy();
  const { socket } = await tunnel(proxy, `127.0.0.1:${web.port}`);
  const ended = new Promise((resolve) => socket.once('close', resolve));
  const asking = ask(proxy, `${web.url}/`).catch(() => 'cut off');
  await arrived.promise;
  await proxy.close();
  expect(await asking).toBe('cut off');
  await ended;
});
