import { expect, test } from 'vitest';
import { describeFailure } from '../../src/fetchers/describe-failure.ts';
import { FetchFailure } from '../../src/fetchers/fetch-failure.ts';

const documentId = 'fernleaf/privacy';

test('a message names the document, the address, what happened, where, how often, and what to do', () => {
  const failure = new FetchFailure('http_rate_limited', {
    detail: 'the server answered 429',
    url: 'https://www.fernleaf.example/privacy',
    retryAt: Date.parse('2026-11-24T00:00:00.000Z'),
  });
  expect(describeFailure(failure, { documentId, url: 'https://fernleaf.example/privacy' }, 3)).toBe(
    'fernleaf/privacy: https://fernleaf.example/privacy could not be read: the server answered 429 at ' +
      'https://www.fernleaf.example/privacy, 3 attempts. It asks to be left alone until 2026-11-24T00:00:00.000Z. ' +
      'Check this host less often; the next check tries again.',
  );
});

test.each([
  'https://user:hunter2@fernleaf.example/x',
  'http://user:hunter2@more@fernleaf.example/',
  'http:\\\\user:hunter2@fernleaf.example/',
  'http:/user:hunter2@fernleaf.example/',
  'http:user:hunter2@fernleaf.example/',
  'http:///user:hunter2@fernleaf.example/',
  'http://user:hunter2@[::1/',
  'http://user:hunter2@fernleaf.example:99999/',
])('the password in %s is not repeated', (url) => {
  const failure = new FetchFailure('url_invalid', { detail: 'it carries a user name or password', url });
  const message = describeFailure(failure, { documentId, url, proxy: url }, 1);
  expect(message).not.toContain('hunter2');
});

test('whatever a stranger put into it, a message is one short line without control characters', () => {
  const hostile = `\u001b[2J\u202e\u0007\r\nSubject: x\u2028${'\u0085x'.repeat(100_000)}`;
  const failure = new FetchFailure('bad_response', { detail: hostile, url: hostile });
  const message = describeFailure(failure, { documentId: hostile, url: `https://${hostile}`, proxy: hostile }, 1);
  expect(message).not.toMatch(/[\p{Cc}\p{Cf}\u2028]/u);
  expect(message.length).toBeLessThan(1500);
});
