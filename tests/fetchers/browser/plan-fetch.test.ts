import { expect, test } from 'vitest';
import { AutoFetcher } from '../../../src/fetchers/browser/auto-fetcher.ts';
import { type FetchAttempt, planFetch } from '../../../src/fetchers/browser/plan-fetch.ts';
import type { FetchRequest } from '../../../src/fetchers/fetcher.ts';

const suspect = (via: 'http' | 'browser', reason: FetchAttempt['reason']): FetchAttempt => ({
  via,
  verdict: 'suspect',
  ...(reason ? { reason } : {}),
});

test('a fixed mode is the only way, and is not followed by another', () => {
  for (const mode of ['http', 'browser'] as const) {
    expect(planFetch({ mode, rememberedVia: null })).toBe(mode);
    expect(planFetch({ mode, rememberedVia: 'browser' })).toBe(mode);
    expect(planFetch({ mode, rememberedVia: null, previousAttempt: suspect(mode, 'empty-shell') })).toBeNull();
  }
});

test('auto begins with HTTP, or as the current version was read', () => {
  expect(planFetch({ mode: 'auto', rememberedVia: null })).toBe('http');
  expect(planFetch({ mode: 'auto', rememberedVia: 'http' })).toBe('http');
  expect(planFetch({ mode: 'auto', rememberedVia: 'browser' })).toBe('browser');
});

test.each(['empty-shell', 'bot-wall', 'consent-wall', 'redirected-away', 'http_forbidden', 'empty_body'] as const)(
  'auto moves from HTTP to the browser for %s, once',
  (reason) => {
    const plan = { mode: 'auto', rememberedVia: null } as const;
    expect(planFetch({ ...plan, previousAttempt: suspect('http', reason) })).toBe('browser');
    expect(planFetch({ ...plan, previousAttempt: suspect('browser', reason) })).toBeNull();
  },
);

test.each([
  'login-wall',
  'error-page',
  'other-language',
  'http_not_found',
  'http_rate_limited',
  'timeout',
  'robots_disallowed',
] as const)('auto does not start a browser for %s', (reason) => {
  const previousAttempt = suspect('http', reason);
  expect(planFetch({ mode: 'auto', rememberedVia: null, previousAttempt })).toBeNull();
});

test('a document that was read is not fetched again', () => {
  const previousAttempt: FetchAttempt = { via: 'http', verdict: 'document' };
  expect(planFetch({ mode: 'auto', rememberedVia: null, previousAttempt })).toBeNull();
});

test('auto goes back to HTTP where the browser is missing or is handed a file, and not back and forth', () => {
  const plan = { mode: 'auto', rememberedVia: 'browser' } as const;
  for (const reason of ['browser_missing', 'unsupported_content_type'] as const) {
    expect(planFetch({ ...plan, previousAttempt: suspect('browser', reason) })).toBe('http');
  }
  expect(planFetch({ ...plan, previousAttempt: suspect('http', 'empty-shell') })).toBeNull();
  expect(planFetch({ ...plan, previousAttempt: suspect('browser', 'bot-wall') })).toBeNull();
});

test('each request goes the way it asks for, and both ways are closed', async () => {
  const heard: string[] = [];
  const fetcher = (name: string) => ({
    fetch: async ({ documentId }: FetchRequest) => {
      heard.push(`${name} ${documentId}`);
      return { kind: 'not-modified', validators: {}, ms: 0 } as const;
    },
    close: async () => void heard.push(`${name} closed`),
  });
  const openBrowser = async () => {
    heard.push('browser opened');
    return fetcher('browser');
  };
  const auto = new AutoFetcher({ http: fetcher('http'), openBrowser });
  await auto.fetch({ documentId: 'a', url: '' });
  await auto.fetch({ documentId: 'b', url: '', via: 'http' });
  await auto.fetch({ documentId: 'c', url: '', via: 'browser' });
  await auto.fetch({ documentId: 'd', url: '', via: 'browser' });
  await auto.close();
  const fetched = ['http a', 'http b', 'browser opened', 'browser c', 'browser d'];
  expect(heard).toEqual([...fetched, 'http closed', 'browser closed']);
  await expect(auto.fetch({ documentId: 'e', url: '', via: 'browser' })).rejects.toMatchObject({
    code: 'fetcher_closed',
  });
});
