import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startLoopbackWeb } from '../harness/loopback-web.ts';
import { type MailServer, startMailServer } from '../harness/mail-server.ts';
import { policyPage, TRAINING_CLAUSE } from '../harness/policy-page.ts';
import { runClausewatch } from '../harness/run-clausewatch.ts';
import { temporaryFolder } from '../harness/temporary-folder.ts';
import { type LogLine, WatchingProcess } from '../harness/watching-process.ts';
import { writeTestConfig } from '../harness/write-test-config.ts';

const SETTINGS = {
  subscriptions: [{ to: 'ada@reader.example' }],
  mail: { from: 'watch@clausewatch.example', heartbeat: 'off' },
};

const outcome =
  (wanted: string, document = 'plumbago/privacy') =>
  (line: LogLine): boolean =>
    line.outcome === wanted && line.document === document;
const says =
  (words: string) =>
  ({ msg }: LogLine): boolean =>
    msg?.includes(words) === true;

const subjectsOf = (mail: MailServer): string[] => mail.messages.map(({ parsed }) => parsed.subject ?? '');
const alertsOf = (mail: MailServer): string[] =>
  subjectsOf(mail).filter((subject) => !subject.includes('Now watching'));

async function watched(settings: Readonly<Record<string, unknown>> = SETTINGS) {
  const cwd = temporaryFolder();
  const web = await startLoopbackWeb({ '/privacy': { body: policyPage() } });
  onTestFinished(() => web.close());
  const document = { id: 'privacy', url: `${web.url}/privacy` };
  await writeTestConfig(join(cwd, 'config'), [document], settings);
  return { cwd, web, document };
}

async function mailServer(options: Parameters<typeof startMailServer>[0] = {}): Promise<MailServer> {
  const mail = await startMailServer(options);
  onTestFinished(() => mail.close());
  return mail;
}

describe('the daemon', () => {
  it('checks what is due at its start, and SIGTERM ends it with status 0 and nothing half-done', async () => {
    const { cwd } = await watched();
    const daemon = new WatchingProcess({ cwd });
    await daemon.heard(outcome('first'));
    expect(await daemon.end('SIGTERM')).toMatchObject({ status: 0 });
    expect(daemon.log.at(-1)).toMatchObject({ msg: 'stopped' });
    const { stdout } = await runClausewatch(['status', '--json'], { cwd });
    expect(JSON.parse(stdout)).toMatchObject({ documents: [{ lastCheck: { outcome: 'first' } }] });
  });

  it('mails a planted change once, through a manual check, a stop, a kill and two restarts', async () => {
    const { cwd, web } = await watched();
    const mail = await mailServer();
    const env = { SMTP_URL: mail.url };

    const first = new WatchingProcess({ cwd, env, hoursAhead: 0 });
    await first.heard(outcome('first'));
    web.routes.set('/privacy', { body: policyPage({ extra: [TRAINING_CLAUSE] }) });
    await first.sleepHours(6);
    await first.heard(outcome('changed'));
    await first.heard(says('messages delivered'));
    expect(alertsOf(mail)).toHaveLength(1);
    const manual = await runClausewatch(['check'], { cwd, env });
    expect(manual).toMatchObject({ status: 0, stdout: expect.stringContaining('unchanged') });
    expect(await first.end('SIGTERM')).toMatchObject({ status: 0 });

    // Killed in the middle of a fetch, with the document leased.
    const asked = Promise.withResolvers<void>();
    web.routes.set('/privacy', () => asked.resolve());
    const second = new WatchingProcess({ cwd, env, hoursAhead: 12 });
    await asked.promise;
    expect(await second.end('SIGKILL')).toMatchObject({ status: null });
    web.routes.set('/privacy', { body: policyPage({ title: 'Plumbago Privacy Policy', without: 'We sell nobody' }) });

    const third = new WatchingProcess({ cwd, env, hoursAhead: 12 });
    await third.heard(outcome('changed'));
    await third.heard(says('messages delivered'));
    expect(await third.end('SIGTERM')).toMatchObject({ status: 0 });
    expect(alertsOf(mail)).toHaveLength(2);
    expect(new Set(mail.messages.map(({ parsed }) => parsed.messageId)).size).toBe(mail.messages.length);
    const { stdout } = await runClausewatch(['history', '--json'], { cwd });
    expect(JSON.parse(stdout).changes ?? JSON.parse(stdout)).toHaveLength(2);
  });

  it('delivers after a kill and a restart what the mail server did not take before', async () => {
    const { cwd, web } = await watched();
    const refuse = { code: 451, text: 'greylisted' };
    let willing = false;
    const mail = await mailServer({ behaviour: { message: () => (willing ? null : refuse) } });
    const env = { SMTP_URL: mail.url };
    const first = new WatchingProcess({ cwd, env, hoursAhead: 0 });
    await first.heard(says('message retried'));
    web.routes.set('/privacy', { body: policyPage({ extra: [TRAINING_CLAUSE] }) });
    await first.sleepHours(6);
    await first.heard(outcome('changed'));
    await first.heard((line) => says('message retried')(line) && !String(line.subject).includes('Now watching'));
    await first.end('SIGKILL');
    willing = true;

    const second = new WatchingProcess({ cwd, env, hoursAhead: 8 });
    while (mail.messages.length < 2) await second.heard(says('messages delivered'));
    expect(await second.end('SIGTERM')).toMatchObject({ status: 0 });
    expect(mail.messages).toHaveLength(2);
    expect(alertsOf(mail)).toHaveLength(1);
  });

  it('stops within ten seconds while a server keeps it waiting, and leaves no failure behind', async () => {
    const { cwd, web } = await watched();
    const asked = Promise.withResolvers<void>();
    web.routes.set('/privacy', () => asked.resolve());
    const daemon = new WatchingProcess({ cwd });
    await asked.promise;
    const { status, ms } = await daemon.end('SIGTERM');
    expect(status).toBe(0);
    expect(ms).toBeLessThan(10_000);
    const { stdout } = await runClausewatch(['status', '--json'], { cwd });
    expect(JSON.parse(stdout)).toMatchObject({ documents: [{ lastCheck: null, consecutiveFailures: 0 }] });
  });

  it('takes over a new configuration on SIGHUP, and keeps the old one where the new one is wrong', async () => {
    const { cwd, web, document } = await watched();
    const config = join(cwd, 'config');
    const daemon = new WatchingProcess({ cwd, hoursAhead: 0 });
    await daemon.heard(outcome('first'));
    web.routes.set('/terms', { body: policyPage({ title: 'Plumbago Terms' }) });
    const terms = { id: 'terms', url: `${web.url}/terms` };
    await writeTestConfig(config, [document, terms], SETTINGS);
    daemon.signal('SIGHUP');
    expect(await daemon.heard(says('configuration reloaded'))).toMatchObject({ documents: 2 });
    await daemon.heard(outcome('first', 'plumbago/terms'));

    await writeTestConfig(config, [document], { ...SETTINGS, schedule: { every: 'sometimes' } });
    daemon.signal('SIGHUP');
    const refused = await daemon.heard(says('the one before stays'));
    expect(refused).toMatchObject({ code: 'config_invalid', problem: expect.stringContaining('schedule.every') });
    await writeTestConfig(config, [document, terms], SETTINGS);
    await daemon.sleepHours(6);
    await daemon.heard(outcome('unchanged', 'plumbago/terms'));
    expect(await daemon.end('SIGTERM')).toMatchObject({ status: 0 });
  });

  it('is refused beside another one on the same archive, and takes over at once from one that was killed', async () => {
    const { cwd } = await watched();
    const daemon = new WatchingProcess({ cwd });
    await daemon.heard(outcome('first'));
    const refused = await runClausewatch(['watch'], { cwd });
    expect(refused).toMatchObject({ status: 2, stderr: expect.stringContaining('Another "clausewatch watch"') });
    await daemon.end('SIGKILL');
    const next = new WatchingProcess({ cwd });
    await next.heard(says('watching'));
    expect(await next.end('SIGTERM')).toMatchObject({ status: 0 });
  });

  it('answers whether it does its work, once the canary has passed, and counts what it did', async () => {
    const { cwd } = await watched();
    const daemon = new WatchingProcess({ cwd });
    const { health } = await daemon.heard(says('serving the health endpoint'));
    await daemon.heard(outcome('first'));
    await daemon.heard(says('canary passed'));
    const ready = await fetch(String(health));
    expect(ready.status).toBe(200);
    expect(await ready.json()).toMatchObject({ status: 'ready', problems: [], canaryPassedAt: expect.any(String) });
    const metrics = await (await fetch(new URL('/metrics', String(health)))).text();
    expect(metrics).toContain('clausewatch_checks_total{outcome="first"} 1');
    expect(metrics).toContain('clausewatch_canary_up 1');
    expect(await daemon.end('SIGTERM')).toMatchObject({ status: 0 });
  });

  it('says which port is in use, and does not start', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void other.close());
    const { port } = other.address() as AddressInfo;
    const { cwd } = await watched({ web: { port } });
    const { status, stderr } = await runClausewatch(['watch'], { cwd });
    expect(status).toBe(2);
    expect(stderr).toContain(`Port ${port} of 127.0.0.1 is in use`);
  });
});
