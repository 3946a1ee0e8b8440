import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startMailServer } from '../harness/mail-server.ts';
import { policyPage, TRAINING_CLAUSE } from '../harness/policy-page.ts';
import { runInProcess } from './run-in-process.ts';
import { alertsOf, watchedApp } from './watched-app.ts';

describe('what a server answers', () => {
  it('is told apart: a 429 is no deletion, and no answer of a server is a change of words', async () => {
    const watched = await watchedApp({ pages: { policy: { body: policyPage() } } });
    const { app, web, check } = watched;
    await check();
    const codes: Record<number, string> = {
      401: 'http_forbidden',
      403: 'http_forbidden',
      404: 'http_not_found',
      410: 'http_gone',
      418: 'http_client_error',
      429: 'http_rate_limited',
      451: 'http_client_error',
      500: 'http_server_error',
      503: 'http_server_error',
    };
    for (const [status, code] of Object.entries(codes)) {
      web.routes.set('/policy', { status: Number(status), body: '<h1>No</h1>' });
      expect((await check()).get('policy')?.check).toMatchObject({ outcome: 'failed', code });
    }
    expect(await app.archive.versionsOf('plumbago/policy')).toHaveLength(1);
    expect(await alertsOf(watched)).toBe(0);
    const told = await app.outbox.list(['queued']);
    // Once that it can no longer be read, however long that lasts.
    expect(told.filter(({ kind }) => kind === 'unreadable')).toHaveLength(1);
  });
});

describe('channels are independent', () => {
  it('one recipient that is refused for good stops no other, and is not tried for ever', async () => {
    const gone = 'gone@example.org';
    const recipient = (_before: number, address: string) =>
      address === gone ? { code: 550, text: 'no such mailbox' } : null;
    const mail = await startMailServer({ behaviour: { recipient } });
    onTestFinished(() => mail.close());
    const to = [gone, 'a@example.org', 'b@example.org'];
    const watched = await watchedApp({
      pages: { policy: { body: policyPage() } },
      settings: { subscriptions: to.map((address) => ({ to: address })) },
      env: { SMTP_URL: mail.url },
    });
    await watched.check();
    watched.web.routes.set('/policy', { body: policyPage({ extra: [TRAINING_CLAUSE] }) });
    await watched.check();
    const { delivered, dead, rows } = await watched.deliver();
    expect({ delivered, dead }).toEqual({ delivered: 4, dead: 2 });
    expect(rows.filter(({ outcome }) => outcome === 'dead').map((row) => row.to)).toEqual([gone, gone]);
    expect(new Set(mail.messages.flatMap(({ recipients }) => recipients))).toEqual(new Set(to.slice(1)));
  });

  it('one page that hangs or breaks keeps no other from being read', async () => {
    const { check } = await watchedApp({
      pages: {
        good: { body: policyPage() },
        hangs: () => undefined,
        breaks: (_request, response) => response.destroy(),
        floods: (_request, response) => void response.end('x'.repeat(200_000)),
      },
      settings: { http: { allowLoopback: true, minPauseMs: 0, attempts: 1, idleTimeoutMs: 300, maxBytes: 100_000 } },
    });
    const outcomes = [...(await check())].map(
      ([
        id,
        {
          check: { outcome, code },
        },
      ]) => [id, outcome, code],
    );
    expect(outcomes.toSorted()).toEqual([
      ['breaks', 'failed', 'connection_lost'],
      ['floods', 'failed', 'too_large'],
      ['good', 'first', null],
      ['hangs', 'failed', 'timeout'],
    ]);
  });
});

it.each([
  ['550 5.1.1 no such mailbox', { recipient: () => ({ code: 550, text: '5.1.1 no such mailbox' }) }],
  ['451 4.7.1 try again later', { message: () => ({ code: 451, text: '4.7.1 try again later' }) }],
  ['553 5.7.1 sender not allowed', { sender: () => ({ code: 553, text: '5.7.1 sender not allowed' }) }],
])('the test message reports what the server answered, never success: %s', async (answer, behaviour) => {
  const mail = await startMailServer({ behaviour });
  onTestFinished(() => mail.close());
  const { dir } = await watchedApp({
    pages: { policy: { body: policyPage() } },
    settings: { subscriptions: [{ to: 'a@example.org' }] },
  });
  const args = ['test-email', '--config', join(dir, 'config'), '--archive', join(dir, 'snapshots')];
  const ran = await runInProcess(args, { env: { SMTP_URL: mail.url } });
  expect(ran.status).toBe(1);
  expect(ran.stdout).toContain('not sent');
  expect(ran.stdout).toContain(answer);
});
