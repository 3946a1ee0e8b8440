import { expect, test } from 'vitest';
import type { LoopbackRoute } from '../harness/loopback-web.ts';
import { failed, fetched, lookupTable, testFetcher, testWeb } from './test-fetcher.ts';

const documentId = 'fernleaf/privacy';
const to = (location: string, status = 302): LoopbackRoute => ({ status, headers: { location }, body: 'moved' });

test.each([301, 302, 303, 307, 308])('a redirect by status %i is followed', async (status) => {
  const web = await testWeb({ '/privacy': to('/legal/privacy', status), '/legal/privacy': { body: 'text' } });
  const { capture } = fetched(await testFetcher().fetch({ documentId, url: `${web.url}/privacy` }));
  expect(capture.finalUrl).toBe(`${web.url}/legal/privacy`);
});

test('a target outside ASCII is read as UTF-8, as browsers do', async () => {
  const target = Buffer.from('/datenschutzerklärung', 'utf8').toString('latin1');
  const web = await testWeb({ '/': to(target), '/datenschutzerkl%C3%A4rung': { body: 'text' } });
  fetched(await testFetcher().fetch({ documentId, url: web.url }));
});

test('ten redirects are followed, the eleventh is not', async () => {
  const chain = (length: number): Record<string, LoopbackRoute> =>
    Object.fromEntries(Array.from({ length }, (_, step) => [`/${step}`, to(`/${step + 1}`)]));
  const ten = await testWeb({ ...chain(10), '/10': { body: 'text' } });
  const eleven = await testWeb({ ...chain(11), '/11': { body: 'text' } });
  fetched(await testFetcher().fetch({ documentId, url: `${ten.url}/0` }));
  expect(await testFetcher().fetch({ documentId, url: `${eleven.url}/0` })).toMatchObject({
    code: 'too_many_redirects',
  });
  expect(eleven.paths()).toHaveLength(11);
});

test('an endless redirect to ever new addresses ends', async () => {
  let step = 0;
  const web = await testWeb({
    '*': (_request, response) => {
      step += 1;
      response.writeHead(302, { location: `/${step}` }).end();
    },
  });
  const outcome = await testFetcher().fetch({ documentId, url: web.url, robotsOverride: 'test' });
  expect(outcome).toMatchObject({ code: 'too_many_redirects' });
});

test('redirects in a circle end as soon as an address comes back', async () => {
  const web = await testWeb({ '/a': to('/b'), '/b': to('/a#again') });
  const outcome = await testFetcher().fetch({ documentId, url: `${web.url}/a` });
  expect(outcome).toMatchObject({ code: 'too_many_redirects' });
  expect(web.paths()).toEqual(['/a', '/b']);
});

const unusable: readonly (readonly [what: string, route: LoopbackRoute])[] = [
  ['no target', { status: 302 }],
  ['an empty target', to('')],
  ['a target that is no URL', to('http://[::1')],
  ['a target longer than any URL', to(`/${'x'.repeat(5000)}`)],
];

test.each(unusable)('a redirect with %s is a bad redirect', async (_what, route) => {
  const web = await testWeb({ '/': route });
  expect(await testFetcher().fetch({ documentId, url: web.url })).toMatchObject({ code: 'bad_redirect', status: 302 });
});

const forbidden: readonly (readonly [target: string, code: string])[] = [
  ['file:///etc/passwd', 'scheme_forbidden'],
  ['FILE:/etc/passwd', 'scheme_forbidden'],
  ['ftp://fernleaf.example/privacy', 'scheme_forbidden'],
  ['javascript:alert(1)', 'scheme_forbidden'],
  ['data:text/html,hello', 'scheme_forbidden'],
  ['http://169.254.169.254/latest/meta-data/', 'address_forbidden'],
  ['//10.0.0.1/', 'address_forbidden'],
  ['http://[::ffff:192.168.0.1]/', 'address_forbidden'],
  ['http://intranet.example/', 'address_forbidden'],
  ['http://mixed.example/', 'address_forbidden'],
  ['http://93.184.216.34:6379/', 'port_forbidden'],
  ['http://public.example:8022/', 'port_forbidden'],
  ['http://user:secret@127.0.0.1/', 'url_invalid'],
];

test.each(forbidden)('a redirect to %s is refused as %s', async (target, code) => {
  const web = await testWeb({ '/': to(target) });
  const lookup = lookupTable({
    'intranet.example': ['10.1.2.3'],
    'mixed.example': ['93.184.216.34', '10.1.2.3'],
    'public.example': ['93.184.216.34'],
  });
  const outcome = failed(await testFetcher({ lookup }).fetch({ documentId, url: web.url }));
  expect(outcome.code).toBe(code);
  expect(outcome.message).not.toContain('secret');
});

test.each(['file:///etc/passwd', 'file:/etc/passwd', ' FILE:///etc/passwd', 'f\tile:///etc/passwd', 'gopher://h/1'])(
  'the address %j is refused for its scheme',
  async (url) => {
    expect(await testFetcher().fetch({ documentId, url })).toMatchObject({ code: 'scheme_forbidden', attempts: 1 });
  },
);

test.each([1, 9, 22, 6000, 10080])(
  'port %i of another protocol is refused although every port is allowed',
  async (port) => {
    const outcome = await testFetcher({ allowedPorts: [port] }).fetch({ documentId, url: `http://127.0.0.1:${port}/` });
    expect(outcome).toMatchObject({ code: 'port_forbidden' });
  },
);

test('a redirect to a name that leads to this machine is refused unless allowed', async () => {
  const web = await testWeb({ '/': { body: 'text' } });
  const url = `http://rebound.example:${web.port}/`;
  const lookup = lookupTable({ 'rebound.example': ['127.0.0.1'] });
  const guarded = testFetcher({ lookup, allowLoopback: false, allowedPorts: [web.port] });
  expect(await guarded.fetch({ documentId, url })).toMatchObject({ code: 'address_forbidden' });
  expect(web.requests).toEqual([]);
  fetched(await testFetcher({ lookup }).fetch({ documentId, url }));
});
