import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect as connectSocket } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { BrowserFetcher } from '../../src/fetchers/browser/browser-fetcher.ts';
import type { Connect } from '../../src/fetchers/guarded-connector.ts';
import { MemoryHostSlots } from '../../src/fetchers/memory-host-slots.ts';
import { NO_BROWSER, TEST_BROWSER } from '../fetchers/browser/test-browser.ts';
import { FORBIDDEN_URLS, HOSTILE_NAMES } from '../fetchers/forbidden-addresses.ts';
import { failed, fetched, lookupTable } from '../fetchers/test-fetcher.ts';

const documentId = 'fernleaf/privacy';
const PUBLIC = '8.8.8.8';
const TEXT = `<!doctype html><main>${'<p>We keep what you write, and we show it to nobody but you.</p>'.repeat(12)}</main>`;
const REFUSED = /^(?:address_forbidden|scheme_forbidden|port_forbidden|url_invalid|bad_redirect)$/;
/** Each its own kind of way out; all spellings go through one page in tests/fetchers/browser/browser-guard.test.ts. */
const SENT_TO = [
  'http://127.0.0.1/',
  'http://2130706433/',
  'http://[::ffff:169.254.169.254]/',
  'http://evil.test/',
  'https://mixed.test/',
  'http://localhost/',
];

let server: Server;
let browser: BrowserFetcher;
let target = '';
const asked: string[] = [];
const agents: string[] = [];

/** Plays one public address by this machine; remembers what it was asked for, and connects to nothing else. */
const connect: Connect = ({ addresses, port, protocol }, callback) => {
  const at = port || (protocol === 'https:' ? '443' : '80');
  asked.push(...addresses.map((address) => `${address}:${at}`));
  if (addresses[0] !== PUBLIC || at !== '80') {
    callback(Object.assign(new Error('nothing is connected here'), { code: 'ECONNREFUSED' }), null);
    return;
  }
  const socket = connectSocket((server.address() as AddressInfo).port, '127.0.0.1', () => callback(null, socket));
  Object.defineProperty(socket, 'remoteAddress', { value: PUBLIC });
};

beforeAll(() => {
  server = createServer((request, response) => {
    agents.push(request.headers['user-agent'] ?? '');
    if (request.url === '/to') response.writeHead(302, { location: target }).end();
    else response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(TEXT);
  });
  server.listen(0, '127.0.0.1');
  browser = new BrowserFetcher({
    userAgent: 'clausewatch/0.0 (+https://clausewatch.example/bot)',
    robots: { check: () => Promise.resolve() },
    slots: new MemoryHostSlots({ minPauseMs: 0, now: () => Date.now(), sleep: () => Promise.resolve() }),
    attempts: 1,
    stillMs: 100,
    find: TEST_BROWSER,
    connect,
    lookup: lookupTable({ ...HOSTILE_NAMES, 'public.test': [PUBLIC] }),
  });
});
beforeEach(() => {
  asked.length = 0;
  agents.length = 0;
});
afterAll(async () => {
  await browser.close();
  server.closeAllConnections();
  server.close();
});

describe.skipIf(NO_BROWSER !== null)('the browser goes through the one guarded connect', () => {
  test('a public page is read, by a browser that says who runs it, so that the silence below means something', async () => {
    fetched(await browser.fetch({ documentId, url: 'http://public.test/' }));
    expect(asked).toContain(`${PUBLIC}:80`);
    for (const agent of agents) expect(agent).toContain('clausewatch/0.0 (+https://clausewatch.example/bot)');
  });

  test(`none of ${FORBIDDEN_URLS.length} spellings of forbidden addresses is connected to as the address of a document`, async () => {
    for (const url of FORBIDDEN_URLS) {
      const { code } = failed(await browser.fetch({ documentId, url }));
      expect([url, code]).toEqual([url, expect.stringMatching(REFUSED)]);
    }
    expect(asked).toEqual([]);
  });

  test.each(SENT_TO)('nor is %s as the target of a redirect', async (url) => {
    target = url;
    const { code } = failed(await browser.fetch({ documentId, url: 'http://public.test/to' }));
    expect(code).toMatch(REFUSED);
    expect(asked.filter((address) => address !== `${PUBLIC}:80`)).toEqual([]);
  });
});
