import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { isWebUrl } from '../../src/config/web-url.ts';
import { isLoopback } from '../../src/fetchers/address-guard.ts';
import { type Connect, guardedConnector } from '../../src/fetchers/guarded-connector.ts';
import { FORBIDDEN_URLS, HOSTILE_NAMES } from '../fetchers/forbidden-addresses.ts';
import { failed, fetched, lookupTable, testFetcher, testWeb } from '../fetchers/test-fetcher.ts';
import { startLoopbackProxy } from '../harness/loopback-proxy.ts';
import type { LoopbackWeb } from '../harness/loopback-web.ts';
import { runClausewatch } from '../harness/run-clausewatch.ts';
import { temporaryFolder } from '../harness/temporary-folder.ts';
import { writeTestConfig } from '../harness/write-test-config.ts';

const documentId = 'fernleaf/privacy';
const PUBLIC = '8.8.8.8';
const lookup = lookupTable({ ...HOSTILE_NAMES, 'public.test': [PUBLIC], 'other.test': [PUBLIC] });
const refused = () => Object.assign(new Error('nothing is connected here'), { code: 'ECONNREFUSED' });
const REFUSALS = /^(?:address_forbidden|scheme_forbidden|port_forbidden|url_invalid|bad_redirect)$/;

/** Plays one public address by a server on this machine; remembers every address it was asked for, and makes no other connection. */
function playing(web: LoopbackWeb): { readonly connect: Connect; readonly asked: string[] } {
  const asked: string[] = [];
  const real = guardedConnector({ allowedPorts: [], allowLoopback: true, connectTimeoutMs: 1000 });
  const connect: Connect = (target, callback) => {
    asked.push(...target.addresses.map((address) => `${address}:${target.port || 80}`));
    const played = target.addresses[0] === PUBLIC && (target.port === '' || target.port === '80');
    if (!played) return void callback(refused(), null);
    real({ ...target, hostname: '127.0.0.1', port: String(web.port) }, (error, socket) => {
      // The fetcher looks where it ended, too.
      if (socket) Object.defineProperty(socket, 'remoteAddress', { value: PUBLIC });
      if (error) callback(error, null);
      else if (socket) callback(null, socket);
    });
  };
  return { connect, asked };
}

const others = (asked: readonly string[]) => asked.filter((address) => !/^8\.8\.8\.8:(?:80|443)$/.test(address));
const headerOf = (url: string) => Buffer.from(url.replace(/[\t\n]/g, '')).toString('latin1');

describe(`one guarded fetch: none of ${FORBIDDEN_URLS.length} spellings of forbidden addresses is ever connected to`, () => {
  it('has at least sixty of them, and a recorder that hears of public ones, so that its silence means something', async () => {
    expect(new Set(FORBIDDEN_URLS).size).toBeGreaterThanOrEqual(60);
    const web = await testWeb({ '/a': { body: 'text' } });
    const { connect, asked } = playing(web);
    const fetcher = testFetcher({ allowLoopback: false, connect, lookup });
    fetched(await fetcher.fetch({ documentId, url: 'http://public.test/a' }));
    expect(asked.length).toBeGreaterThan(0);
    expect(others(asked)).toEqual([]);
  });

  it('as the address of a document', async () => {
    const { connect, asked } = playing(await testWeb({}));
    const fetcher = testFetcher({ allowLoopback: false, connect, lookup });
    for (const url of FORBIDDEN_URLS) {
      const { code } = failed(await fetcher.fetch({ documentId, url, robotsOverride: 'test' }));
      expect([url, code]).toEqual([url, expect.stringMatching(REFUSALS)]);
    }
    expect(asked).toEqual([]);
  });

  it('as the target of a redirect, on the first hop and on the second', async () => {
    const web = await testWeb({});
    const { connect, asked } = playing(web);
    const fetcher = testFetcher({ allowLoopback: false, connect, lookup });
    for (const url of FORBIDDEN_URLS.filter((text) => text !== '' && !/^(?:\d|\/\/8)/.test(text))) {
      web.routes.set('/one', { status: 302, headers: { location: headerOf(url) } });
      web.routes.set('/two', { status: 302, headers: { location: 'http://other.test/one' } });
      for (const path of ['one', 'two']) {
        const start = `http://public.test/${path}`;
        const outcome = await fetcher.fetch({ documentId, url: start, robotsOverride: 'test' });
        // "http:127.0.0.1/" and "http:/127.0.0.1/" are paths of the host that redirects.
        const codes = /^http:\/?\d/.test(url) ? /^http_not_found$/ : REFUSALS;
        expect([url, failed(outcome).code]).toEqual([url, expect.stringMatching(codes)]);
      }
    }
    expect(others(asked)).toEqual([]);
  });

  it('as the target of a redirect of robots.txt', async () => {
    const web = await testWeb({ '/': { body: 'text' } });
    const { connect, asked } = playing(web);
    for (const url of FORBIDDEN_URLS) {
      web.routes.set('/robots.txt', { status: 302, headers: { location: headerOf(url) } });
      await testFetcher({ allowLoopback: false, connect, lookup }).fetch({ documentId, url: 'http://public.test/' });
    }
    expect(web.requests.filter(({ path }) => path === '/robots.txt').length).toBeGreaterThanOrEqual(60);
    expect(others(asked)).toEqual([]);
  });

  it('through the proxy of a document: it is never asked for an address, a scheme or a port that is not allowed', async () => {
    const web = await testWeb({ '*': { body: 'text' } });
    const proxy = await startLoopbackProxy({ port: web.port });
    onTestFinished(() => proxy.close());
    const fetcher = testFetcher({ allowLoopback: false, lookup });
    for (const url of FORBIDDEN_URLS) {
      await fetcher.fetch({ documentId, url, proxy: proxy.url, robotsOverride: 'test' });
    }
    // Names are resolved by the proxy that the operator chose: only they get there.
    const hosts = proxy.requests.map((line) =>
      line.replace(/^(?:GET http:\/\/|CONNECT )([^/]*?)(?::\d+)?(?:\/.*)?$/, '$1'),
    );
    expect(hosts.filter((host) => !/^(?:evil|mixed6?|mapped|zone)\.test\.?$/i.test(host))).toEqual([]);
  });

  it('by "check" and by "doctor --sources", the built command: this machine is not asked under any of its names', async () => {
    const web = await testWeb({ '*': { body: 'text' } });
    const cwd = temporaryFolder();
    // No recorder stands behind a command: only what would end on this machine, were it not refused.
    const hosts = FORBIDDEN_URLS.filter((url) => isWebUrl(url)).flatMap((url) => {
      const { hostname } = new URL(url);
      return isLoopback(hostname.replace(/^\[|\]$/g, '')) || /^(?:0\.0\.0\.0|(?:foo\.)?localhost\.?)$/.test(hostname)
        ? [/^https?:\/\/(\[[^\]]*\]|[^/:\\?#]+)/.exec(url)?.[1] ?? hostname]
        : [];
    });
    expect(hosts.length).toBeGreaterThan(15);
    const documents = hosts.map((host, at) => ({ id: `d${at}`, url: `http://${host}:${web.port}/` }));
    const http = { allowLoopback: false, minPauseMs: 0, attempts: 1, backoffMs: 0, allowedPorts: [80, 443, web.port] };
    await writeTestConfig(join(cwd, 'config'), documents, { http });
    const [check, doctor] = await Promise.all([
      runClausewatch(['check', '--json'], { cwd }),
      runClausewatch(['doctor', '--sources', '--json'], { cwd }),
    ]);
    expect(check.stderr).not.toContain('mistake');
    const outcomes = JSON.parse(check.stdout).documents.map(({ code }: { code: string }) => code);
    expect(outcomes).toHaveLength(documents.length);
    expect(outcomes.filter((code: string) => code !== 'address_forbidden')).toEqual([]);
    const findings = JSON.parse(doctor.stdout).findings.filter(({ subject }: { subject: string }) =>
      subject.includes('/'),
    );
    expect(findings).toHaveLength(documents.length);
    for (const { detail } of findings) expect(detail).toMatch(/^address_forbidden: /);
    expect(web.requests).toEqual([]);
  });
});

it('one bad record among good ones refuses the name, and an address that turns bad after it was vetted is never used', async () => {
  const { connect, asked } = playing(await testWeb({}));
  const answers = [[PUBLIC], ['127.0.0.1']];
  const fetcher = testFetcher({
    allowLoopback: false,
    attempts: 2,
    lookup: (_hostname, _options, callback) =>
      callback(
        null,
        (answers.shift() ?? []).map((address) => ({ address, family: 4 })),
      ),
    connect: (target, callback) => connect({ ...target, port: '443' }, callback),
  });
  const url = 'http://rebound.test/';
  expect(await fetcher.fetch({ documentId, url, robotsOverride: 'test' })).toMatchObject({ code: 'address_forbidden' });
  expect(asked).toEqual([`${PUBLIC}:443`]);
  expect(asked.some((address) => isLoopback(address))).toBe(false);
});
