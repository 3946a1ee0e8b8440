import { createSocket } from 'node:dgram';
import { createServer, type Server } from 'node:http';
import { connect as connectSocket } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { BrowserFetcher } from '../../../src/fetchers/browser/browser-fetcher.ts';
import type { Connect } from '../../../src/fetchers/guarded-connector.ts';
import { MemoryHostSlots } from '../../../src/fetchers/memory-host-slots.ts';
import { FORBIDDEN_URLS, HOSTILE_NAMES } from '../forbidden-addresses.ts';
import { failed, fetched, lookupTable } from '../test-fetcher.ts';
import { NO_BROWSER, TEST_BROWSER } from './test-browser.ts';

const documentId = 'fernleaf/privacy';
const TEXT = '<p>We keep what you write, and we show it to nobody but you.</p>'.repeat(12);

/**
 * A web of which only two public addresses exist, both played by this machine, and a connector that remembers every
 * address it was asked for and connects to nothing else: a guard that fails reaches nothing.
 */
let server: Server;
let browser: BrowserFetcher;
let page = '';
const asked: string[] = [];
const reached: string[] = [];
const PLAYED = new Set(['8.8.8.8', '8.8.4.4']);

const connect: Connect = ({ addresses, port, protocol }, callback) => {
  const [address = ''] = addresses;
  asked.push(`${address}:${port || (protocol === 'https:' ? 443 : 80)}`);
  const { port: played } = server.address() as { port: number };
  if (!PLAYED.has(address) || Number(port || 80) !== 80) {
    callback(Object.assign(new Error('nothing is connected here'), { code: 'ECONNREFUSED' }), null);
    return;
  }
  const socket = connectSocket(played, '127.0.0.1', () => callback(null, socket));
  Object.defineProperty(socket, 'remoteAddress', { value: address });
};

/** As servers send what is no ASCII: UTF-8 bytes. */
function headerOf(text: string): string {
  return Buffer.from(text.replace(/[\t\n]/g, '')).toString('latin1');
}

beforeAll(() => {
  server = createServer((request, response) => {
    const { host = '', 'sec-fetch-dest': destination } = request.headers;
    reached.push(`${host}${request.url}`);
    if (request.url?.startsWith('/to?')) {
      response.writeHead(302, { location: headerOf(decodeURIComponent(request.url.slice(4))) }).end();
      return;
    }
    if (request.url === '/slow') {
      setTimeout(() => response.end(), 1_000);
      return;
    }
    response.writeHead(200, { 'content-type': destination === 'script' ? 'text/javascript' : 'text/html' });
    response.end(request.url === '/privacy' ? page : '');
  });
  server.listen(0, '127.0.0.1');
  browser = new BrowserFetcher({
    userAgent: 'clausewatch/0.0 (+https://clausewatch.example/bot)',
    robots: { check: () => Promise.resolve() },
    slots: new MemoryHostSlots({ minPauseMs: 0, now: () => Date.now(), sleep: () => Promise.resolve() }),
    attempts: 1,
    stillMs: 200,
    find: TEST_BROWSER,
    connect,
    lookup: lookupTable({ ...HOSTILE_NAMES, 'public.test': ['8.8.8.8'], 'other.test': ['8.8.4.4'] }),
  });
});
beforeEach(() => {
  asked.length = 0;
  reached.length = 0;
});
afterAll(async () => {
  await browser.close();
  server.closeAllConnections();
  server.close();
});

const read = () => browser.fetch({ documentId, url: 'http://public.test/privacy' });

describe.skipIf(NO_BROWSER !== null)('what a page can reach', () => {
  test('is public: the recorder hears of it, so that its silence means something', async () => {
    page = `${TEXT}<script src="http://other.test/code.js"></script><script>
      new WebSocket('ws://other.test/socket'); fetch('https://other.test/'); new Image().src = 'http://other.test/picture'</script>`;
    fetched(await read());
    expect(reached).toContain('other.test/code.js');
    expect(reached).toContain('other.test/socket');
    expect(asked).toContain('8.8.4.4:443');
    expect(reached).not.toContain('other.test/picture');
  });

  test('never is a forbidden address, by whatever way it is asked for', async () => {
    const urls = FORBIDDEN_URLS.filter((url) => /^\s*h/i.test(url) || url.startsWith('//'));
    page = `<!doctype html><main>${TEXT}</main><script>
      const add = (name, attributes) => document.body.append(Object.assign(document.createElement(name), attributes));
      for (const url of ${JSON.stringify(urls)}) {
        const redirect = '/to?' + encodeURIComponent(url);
        fetch(url, { mode: 'no-cors' }).catch(() => 0); fetch(redirect, { mode: 'no-cors' }).catch(() => 0);
        try { new WebSocket(url.trim().replace(/^https?/i, 'ws')) } catch {}
        add('link', { rel: 'preconnect', href: url });
      }
      for (const url of ['http://10.0.0.1/', 'http://169.254.169.254/', 'http://localhost/', 'http://[::1]/', 'https://evil.test/', '//mixed.test/']) {
        const redirect = '/to?' + encodeURIComponent(url);
        navigator.sendBeacon(url, 'x');
        for (const href of [url, redirect]) {
          add('iframe', { src: href }); add('script', { src: href }); add('img', { src: href }); add('object', { data: href });
          for (const rel of ['stylesheet', 'prefetch', 'dns-prefetch', 'preload', 'modulepreload', 'icon', 'manifest']) add('link', { rel, href, as: 'fetch' });
        }
      }
      new Worker(URL.createObjectURL(new Blob(['fetch("http://10.0.0.1/")'])));
      const form = Object.assign(document.createElement('form'), { method: 'post', action: 'http://10.0.0.1/', target: 'f' });
      document.body.append(form, Object.assign(document.createElement('iframe'), { name: 'f' })); form.submit();
      window.open('http://10.0.0.1/');
      try { navigator.serviceWorker?.register('http://public.test/worker.js').catch(() => 0) } catch {}
    </script>`;
    fetched(await read());
    expect(reached.filter((path) => path.includes('/to?')).length).toBeGreaterThan(20);
    expect(reached.filter((path) => path.includes('worker.js'))).toEqual([]);
    // Some spellings name 8.8.8.8 itself, with another port or a user name.
    expect(asked.filter((address) => !/^8\.8\.[84]\.[84]:(?:80|443)$/.test(address))).toEqual([]);
  });

  test.each(['http://10.0.0.1/', 'http://127.0.0.1/', 'https://evil.test/'])(
    'never is %s, where the page itself is sent by its server or its script',
    async (target) => {
      page = `<script>location = ${JSON.stringify(target)}</script>`;
      expect(failed(await read()).code).toBe('address_forbidden');
      const url = `http://public.test/to?${encodeURIComponent(target)}`;
      expect(failed(await browser.fetch({ documentId, url })).code).toBe('address_forbidden');
      expect(failed(await browser.fetch({ documentId, url: target })).code).toBe('address_forbidden');
      expect(asked.filter((address) => address !== '8.8.8.8:80')).toEqual([]);
    },
  );

  test.each(['file:///etc/passwd', 'http://public.test:22/', 'ftp://public.test/'])('never is %s', async (target) => {
    const outcome = failed(
      await browser.fetch({ documentId, url: `http://public.test/to?${encodeURIComponent(target)}` }),
    );
    expect(outcome.code).toMatch(/_forbidden$|bad_redirect|unsupported_content_type/);
    expect(asked.filter((address) => address !== '8.8.8.8:80')).toEqual([]);
  });

  test('is nothing past our proxy: no datagram leaves, neither by WebRTC nor by WebTransport', async () => {
    const datagrams: string[] = [];
    const udp = createSocket('udp4', (message) => datagrams.push(message.toString('hex')));
    await new Promise<void>((resolve) => udp.bind(0, '127.0.0.1', resolve));
    const { port } = udp.address();
    page = `<!doctype html>${TEXT}<script>
      const peer = new RTCPeerConnection({ iceServers: [{ urls: 'stun:127.0.0.1:${port}' }, { urls: 'turn:127.0.0.1:${port}?transport=udp', username: 'a', credential: 'b' }] });
      peer.createDataChannel('x'); peer.createOffer().then((offer) => peer.setLocalDescription(offer));
      try { new WebTransport('https://127.0.0.1:${port}/').ready.catch(() => 0) } catch {}
      fetch('/slow').then(() => document.body.append('over'));
    </script>`;
    const outcome = fetched(await read());
    udp.close();
    expect(Buffer.from(outcome.body).toString()).toContain('over');
    expect(datagrams).toEqual([]);
  });
});
