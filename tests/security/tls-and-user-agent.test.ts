import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { composeAlerts } from '../../src/notify/compose-alerts.ts';
import { SmtpMailer } from '../../src/notify/smtp-mailer.ts';
import { failed, fetched, testFetcher, testWeb } from '../fetchers/test-fetcher.ts';
import { LOOPBACK_CERTIFICATE } from '../harness/loopback-certificate.ts';
import { startLoopbackProxy } from '../harness/loopback-proxy.ts';
import { startMailServer } from '../harness/mail-server.ts';
import { policyPage } from '../harness/policy-page.ts';
import { temporaryFolder } from '../harness/temporary-folder.ts';
import { writeTestConfig } from '../harness/write-test-config.ts';
import { alertInput, SENDER } from '../notify/fictional-change.ts';
import { runInProcess } from './run-in-process.ts';

const documentId = 'fernleaf/privacy';

describe('TLS is verified', () => {
  it.each(['1', '0'])(
    'of pages, directly and through a proxy, also where the environment would turn it off (%s)',
    async (reject) => {
      const before = process.env.NODE_TLS_REJECT_UNAUTHORIZED;
      onTestFinished(() => {
        if (before === undefined) delete process.env.NODE_TLS_REJECT_UNAUTHORIZED;
        else process.env.NODE_TLS_REJECT_UNAUTHORIZED = before;
      });
      process.env.NODE_TLS_REJECT_UNAUTHORIZED = reject;
      const web = await testWeb({ '/': { body: 'text' } }, { tls: true });
      const proxy = await startLoopbackProxy({ port: web.port });
      onTestFinished(() => proxy.close());
      const fetcher = testFetcher();
      const direct = await fetcher.fetch({ documentId, url: web.url, robotsOverride: 'test' });
      const proxied = { documentId, url: 'https://policies.example/', proxy: proxy.url, robotsOverride: 'test' };
      expect(failed(direct).code).toBe('tls_invalid');
      expect(failed(await fetcher.fetch(proxied)).code).toBe('tls_invalid');
      expect(web.requests).toEqual([]);
      // With the authority that signed it, the same server is read: it was the certificate and nothing else.
      const knowing = testFetcher({ ca: LOOPBACK_CERTIFICATE });
      fetched(await knowing.fetch({ documentId, url: web.url, robotsOverride: 'test' }));
      fetched(await knowing.fetch(proxied));
    },
  );

  it.each(['starttls', 'implicit'] as const)(
    'of the mail server (%s): without it nothing is handed over',
    async (tls) => {
      const mail = await startMailServer({ tls });
      onTestFinished(() => mail.close());
      const [row] = composeAlerts(alertInput());
      if (!row) throw new Error('an alert is composed');
      const mailer = new SmtpMailer({ url: mail.url, from: SENDER });
      onTestFinished(() => mailer.close());
      expect(await mailer.send(row.message)).toMatchObject({ kind: 'passing' });
      expect(mail.arrived).toEqual([]);
    },
  );
});

it('the User-Agent is truthful: name, version and whom to ask, with every request, and no browser that it is not', async () => {
  const web = await testWeb({
    '/privacy': { status: 302, headers: { location: '/moved' } },
    '/moved': { body: policyPage() },
  });
  const dir = temporaryFolder();
  const contact = 'https://operator.example/bot';
  await writeTestConfig(join(dir, 'config'), [{ id: 'privacy', url: `${web.url}/privacy` }], { contact });
  await runInProcess(['check', '--config', join(dir, 'config'), '--archive', join(dir, 'snapshots')]);
  expect(web.requests.map(({ path }) => path)).toEqual(['/robots.txt', '/privacy', '/moved']);
  for (const { headers } of web.requests) {
    expect(headers['user-agent']).toMatch(/^clausewatch\/\d+\.\d+\.\d+ \(\+https:\/\/operator\.example\/bot\)$/);
    expect(Object.keys(headers).filter((name) => /^(?:cookie|referer|sec-ch-|authorization|x-)/.test(name))).toEqual(
      [],
    );
  }
});
