import { expect, onTestFinished, test } from 'vitest';
import { LOOPBACK_CERTIFICATE } from '../harness/loopback-certificate.ts';
import { type LoopbackProxyOptions, startLoopbackProxy } from '../harness/loopback-proxy.ts';
import { failed, fetched, testFetcher, testWeb } from './test-fetcher.ts';

const documentId = 'fernleaf/privacy';

async function testProxy(options: LoopbackProxyOptions) {
  const proxy = await startLoopbackProxy(options);
  onTestFinished(() => proxy.close());
  return proxy;
}

test('a page is read through the proxy of its document, which resolves the name', async () => {
  const web = await testWeb({ '/privacy': { body: 'text' } });
  const proxy = await testProxy({ port: web.port });
  const url = 'http://fernleaf.example/privacy';
  const { capture } = fetched(await testFetcher({ allowLoopback: false }).fetch({ documentId, url, proxy: proxy.url }));
  expect(capture.finalUrl).toBe(url);
  expect(proxy.requests).toEqual(['GET http://fernleaf.example/robots.txt', `GET ${url}`]);
});

test('a page over TLS is read through a tunnel and verified end to end', async () => {
  const web = await testWeb({ '/privacy': { body: 'text' } }, { tls: true });
  const proxy = await testProxy({ port: web.port });
  const request = { documentId, url: 'https://policies.example/privacy', proxy: proxy.url, robotsOverride: 'test' };
  fetched(await testFetcher({ ca: LOOPBACK_CERTIFICATE }).fetch(request));
  expect(proxy.requests).toEqual(['CONNECT policies.example:443']);
  expect(await testFetcher().fetch(request)).toMatchObject({ code: 'tls_invalid' });
});

test.each([
  'http://127.0.0.1/',
  'http://2130706433/',
  'http://localhost/',
  'http://10.0.0.1/',
  'http://[::1]/',
  'file:///etc/passwd',
  'http://fernleaf.example:8080/',
])('the proxy is never asked for %s', async (url) => {
  const web = await testWeb({ '*': { body: 'text' } });
  const proxy = await testProxy({ port: web.port });
  const outcome = failed(await testFetcher({ allowLoopback: false }).fetch({ documentId, url, proxy: proxy.url }));
  expect(outcome.code).toMatch(/_forbidden$/);
  expect(proxy.requests).toEqual([]);
});

test.each(['http://fernleaf.example/', 'https://fernleaf.example/'])(
  'a proxy that refuses %s is named',
  async (url) => {
    const proxy = await testProxy({ port: 1, refuse: 407 });
    const outcome = failed(await testFetcher().fetch({ documentId, url, proxy: proxy.url, robotsOverride: 'test' }));
    expect(outcome.code).toBe('proxy_failed');
    expect(outcome.message).toContain(new URL(proxy.url).host);
  },
);

test('a proxy that is not there is named, its password is not', async () => {
  const proxy = await startLoopbackProxy({ port: 1 });
  await proxy.close();
  const address = proxy.url.replace('http://', 'http://operator:hunter2@');
  for (const url of ['http://fernleaf.example/', 'https://fernleaf.example/']) {
    const outcome = failed(await testFetcher().fetch({ documentId, url, proxy: address }));
    expect(outcome.code).toBe('proxy_failed');
    expect(outcome.message).not.toContain('hunter2');
  }
});

test.each(['socks5://127.0.0.1:1080', 'nonsense'])('a proxy like %s is refused', async (proxy) => {
  const outcome = await testFetcher().fetch({ documentId, url: 'http://fernleaf.example/', proxy });
  expect(outcome).toMatchObject({ code: 'proxy_failed' });
});
