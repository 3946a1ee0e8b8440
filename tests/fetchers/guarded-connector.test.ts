import { expect, test } from 'vitest';
import { isLoopback } from '../../src/fetchers/address-guard.ts';
import { type Connect, guardedConnector } from '../../src/fetchers/guarded-connector.ts';
import { FORBIDDEN_URLS, HOSTILE_NAMES } from './forbidden-addresses.ts';
import { failed, lookupTable, testFetcher, testWeb } from './test-fetcher.ts';

const documentId = 'fernleaf/privacy';

/** Connects to nothing and remembers what it was asked for. */
function recorder(): { readonly connect: Connect; readonly asked: string[] } {
  const asked: string[] = [];
  const connect: Connect = ({ addresses, port, protocol }, callback) => {
    asked.push(...addresses.map((address) => `${address} ${port || protocol}`));
    callback(Object.assign(new Error('nothing is connected here'), { code: 'ECONNREFUSED' }), null);
  };
  return { connect, asked };
}

const lookup = lookupTable({ ...HOSTILE_NAMES, 'public.test': ['8.8.8.8', '2606:4700::1111'] });

test('the recorder is asked where an address is public, so that its silence means something', async () => {
  const { connect, asked } = recorder();
  const fetcher = testFetcher({ allowLoopback: false, connect, lookup });
  const outcome = await fetcher.fetch({ documentId, url: 'https://public.test/', robotsOverride: 'test' });
  expect(outcome).toMatchObject({ code: 'connection_refused' });
  expect(asked).toEqual(['8.8.8.8 https:', '2606:4700::1111 https:']);
});

test.each(FORBIDDEN_URLS)('no connection is ever tried for %j', async (url) => {
  const { connect, asked } = recorder();
  const outcome = failed(
    await testFetcher({ allowLoopback: false, connect, lookup }).fetch({ documentId, url, robotsOverride: 'test' }),
  );
  expect(asked).toEqual([]);
  expect(['address_forbidden', 'scheme_forbidden', 'port_forbidden', 'url_invalid']).toContain(outcome.code);
});

test.each(FORBIDDEN_URLS)('no redirect to %j is followed beyond this machine', async (target) => {
  const location = Buffer.from(target.replace(/[\t\n]/g, '')).toString('latin1');
  const web = await testWeb({ '/': { status: 302, headers: { location } } });
  const asked: string[] = [];
  const real = guardedConnector({ allowedPorts: [], allowLoopback: true, connectTimeoutMs: 1000 });
  const connect: Connect = (where, callback) => {
    asked.push(...where.addresses);
    // Ports 80 and 443 of this machine may be anybody's: only the server of this test is real.
    if (where.port === String(web.port)) real(where, callback);
    else callback(Object.assign(new Error('nothing is connected here'), { code: 'ECONNREFUSED' }), null);
  };
  failed(await testFetcher({ connect, lookup }).fetch({ documentId, url: web.url, robotsOverride: 'test' }));
  expect(asked.filter((address) => !isLoopback(address))).toEqual([]);
});

test('an address that turns bad between lookup and connection is never used', async () => {
  const web = await testWeb({ '/': { body: 'text' } });
  const answers = [['8.8.8.8'], ['127.0.0.1']];
  const asked: string[] = [];
  const fetcher = testFetcher({
    allowLoopback: false,
    allowedPorts: [web.port],
    lookup: (_hostname, _options, callback) =>
      callback(
        null,
        (answers.shift() ?? []).map((address) => ({ address, family: 4 })),
      ),
    connect: ({ addresses }, callback) => {
      asked.push(...addresses);
      callback(Object.assign(new Error('nothing is connected here'), { code: 'ECONNREFUSED' }), null);
    },
    attempts: 2,
  });
  const url = `http://rebound.test:${web.port}/`;
  expect(await fetcher.fetch({ documentId, url, robotsOverride: 'test' })).toMatchObject({ code: 'address_forbidden' });
  expect(asked).toEqual(['8.8.8.8']);
  expect(web.requests).toEqual([]);
});

test('a connection that ended elsewhere than it was sent is closed unused', async () => {
  const web = await testWeb({ '/': { body: 'text' } });
  const real = guardedConnector({ allowedPorts: [web.port], allowLoopback: true, connectTimeoutMs: 1000 });
  const connect: Connect = (target, callback) => real({ ...target, hostname: '127.0.0.1' }, callback);
  const fetcher = testFetcher({ allowLoopback: false, allowedPorts: [web.port], lookup, connect });
  const url = `http://public.test:${web.port}/`;
  expect(await fetcher.fetch({ documentId, url, robotsOverride: 'test' })).toMatchObject({ code: 'address_forbidden' });
  expect(web.requests).toEqual([]);
});

test('a name server that is out of order for the moment is asked again', async () => {
  const fetcher = testFetcher({ lookup: lookupTable({}, 'EAI_AGAIN'), attempts: 2 });
  const outcome = await fetcher.fetch({ documentId, url: 'https://fernleaf.example/', robotsOverride: 'test' });
  expect(outcome).toMatchObject({ code: 'host_unknown', attempts: 2 });
});

test('a certificate authority that is none is a failure, not a crash', async () => {
  const web = await testWeb({ '/': { body: 'text' } }, { tls: true });
  const fetcher = testFetcher({ ca: '-----BEGIN CERTIFICATE-----\nnonsense\n-----END CERTIFICATE-----' });
  failed(await fetcher.fetch({ documentId, url: web.url, robotsOverride: 'test' }));
});
