import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { simpleParser } from 'mailparser';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { type LoopbackRoute, type LoopbackWeb, startLoopbackWeb } from '../harness/loopback-web.ts';
import { startMailServer } from '../harness/mail-server.ts';
import { policyPage, TRAINING_CLAUSE } from '../harness/policy-page.ts';
import { runClausewatch, startClausewatch } from '../harness/run-clausewatch.ts';
import { temporaryFolder } from '../harness/temporary-folder.ts';
import { writeTestConfig } from '../harness/write-test-config.ts';

let cwd: string;
let web: LoopbackWeb;

beforeEach(async () => {
  cwd = await temporaryFolder();
  web = await startLoopbackWeb({ '/privacy': { body: policyPage() } });
  onTestFinished(() => web.close());
  await writeTestConfig(join(cwd, 'config'), [{ id: 'privacy', url: `${web.url}/privacy` }]);
});

const check = (...args: string[]) => runClausewatch(['check', ...args], { cwd });

describe('clausewatch check', () => {
  it('stores a first version, raises no alert and writes one welcome message', async () => {
    const ran = await check();
    expect(ran).toMatchObject({ status: 0 });
    expect(ran.stdout).toMatch(/plumbago\/privacy\s+first\s+\d+ ms/);
    const mails = await outboxFiles();
    expect(mails).toHaveLength(1);
    expect(mails[0]?.subject).not.toContain('training');
  });

  it('tells an unchanged document, and with --exit-code still ends with 0', async () => {
    await check();
    const ran = await check('--exit-code');
    expect(ran.stdout).toContain('unchanged');
    expect(ran.status).toBe(0);
  });

  it('alerts once, with the clause quoted, when a training clause appears', async () => {
    await check();
    web.routes.set('/privacy', { body: policyPage({ extra: [TRAINING_CLAUSE] }) });
    const ran = await check('--exit-code');
    expect(ran.status).toBe(1);
    expect(ran.stdout).toMatch(/changed .*ai-training/);
    await check();
    const alerts = (await outboxFiles()).filter(({ subject }) => subject?.includes('AI training'));
    expect(alerts).toHaveLength(1);
    expect(alerts[0]?.text?.replace(/\s+/g, ' ')).toContain(TRAINING_CLAUSE);
    expect(alerts[0]?.text).toContain('Use my content for AI: off');
  });

  it('looks a second time before it tells of other words, and says why it waits', async () => {
    const schedule = { confirmAfter: '1s' };
    await writeTestConfig(join(cwd, 'config'), [{ id: 'privacy', url: `${web.url}/privacy` }], { schedule });
    await check();
    let looks = 0;
    const other = policyPage({ extra: [TRAINING_CLAUSE] });
    const flicker: LoopbackRoute = (_request, response) => void response.end(looks++ === 0 ? other : policyPage());
    web.routes.set('/privacy', flicker);
    const ran = await check('--exit-code');
    expect(ran.stderr).toContain('one document shows other words; a second look in 1 s makes sure');
    expect(ran).toMatchObject({ status: 0, stdout: expect.stringMatching(/privacy\s+unchanged/) });
    web.routes.set('/privacy', { body: other });
    expect(await check('--exit-code')).toMatchObject({ status: 1, stdout: expect.stringMatching(/privacy\s+changed/) });
  });

  it('hands alerts to the mail server named by SMTP_URL', async () => {
    const mail = await startMailServer();
    onTestFinished(() => mail.close());
    await writeTestConfig(join(cwd, 'config'), [{ id: 'privacy', url: `${web.url}/privacy` }], {
      subscriptions: [{ to: 'reader@example.org' }],
    });
    const env = { SMTP_URL: mail.url };
    await runClausewatch(['check'], { cwd, env });
    web.routes.set('/privacy', { body: policyPage({ extra: [TRAINING_CLAUSE] }) });
    const ran = await runClausewatch(['check'], { cwd, env });
    expect(ran.stderr).toContain('delivered');
    expect(mail.messages.map(({ recipients }) => recipients)).toEqual([['reader@example.org'], ['reader@example.org']]);
    expect(new Set(mail.messages.map(({ parsed }) => parsed.messageId)).size).toBe(2);
  });

  it('keeps alerts in the outbox with --no-notify and delivers them with the next check', async () => {
    await check();
    web.routes.set('/privacy', { body: policyPage({ extra: [TRAINING_CLAUSE] }) });
    await check('--no-notify');
    expect(await outboxFiles()).toHaveLength(1);
    await check();
    expect(await outboxFiles()).toHaveLength(2);
  });

  it('ends with 3 and loses no alert when the mail server cannot be reached', async () => {
    const mail = await startMailServer();
    await mail.close();
    await writeTestConfig(join(cwd, 'config'), [{ id: 'privacy', url: `${web.url}/privacy` }], {
      subscriptions: [{ to: 'reader@example.org' }],
    });
    const ran = await runClausewatch(['check'], { cwd, env: { SMTP_URL: mail.url } });
    expect(ran.status).toBe(3);
    expect(ran.stderr).toContain('not delivered');
    const status = await runClausewatch(['status', '--json'], { cwd });
    expect(JSON.parse(status.stdout).outbox).toMatchObject({ queued: 1, dead: 0 });
  });

  it('prints one JSON document with --json and nothing else on stdout', async () => {
    const { stdout } = await check('--json');
    expect(JSON.parse(stdout)).toMatchObject({
      documents: [{ documentId: 'plumbago/privacy', outcome: 'first', code: null }],
      busy: [],
    });
  });

  it('stops at the first Ctrl-C, and leaves nothing held that the next check would wait for', async () => {
    const asked = Promise.withResolvers<void>();
    web.routes.set('/privacy', () => asked.resolve());
    const child = startClausewatch(['check'], { cwd });
    const complaints = buffer(child.stderr);
    await asked.promise;
    child.kill('SIGINT');
    expect(await once(child, 'close')).toEqual([3, null]);
    expect((await complaints).toString()).toContain('stopped; what was not looked at is left to the next check');
    web.routes.set('/privacy', { body: policyPage() });
    expect(await check()).toMatchObject({ status: 0, stdout: expect.stringContaining('first') });
  });

  it('goes on at once where a killed check held the document, and waits where it only stands still', async () => {
    const asked = Promise.withResolvers<void>();
    web.routes.set('/privacy', () => asked.resolve());
    const child = startClausewatch(['check'], { cwd });
    await asked.promise;
    web.routes.set('/privacy', { body: policyPage() });
    child.kill('SIGSTOP');
    expect(await check()).toMatchObject({ status: 3, stdout: expect.stringContaining('busy') });
    child.kill('SIGKILL');
    await once(child, 'close');
    expect(await check()).toMatchObject({ status: 0, stdout: expect.stringContaining('first') });
    expect(readdirSync(join(cwd, 'snapshots', 'locks'))).toEqual([]);
  });

  it('ends with 2 and names the nearest document when a selector is unknown', async () => {
    const ran = await check('plumbago/privcy');
    expect(ran.status).toBe(2);
    expect(ran.stderr).toContain('plumbago/privacy');
    expect(ran.stdout).toBe('');
  });

  it('ends with 3 when a document cannot be read, and checks the others', async () => {
    await writeTestConfig(join(cwd, 'config'), [
      { id: 'privacy', url: `${web.url}/privacy` },
      { id: 'gone', url: `${web.url}/gone` },
    ]);
    const ran = await check();
    expect(ran.status).toBe(3);
    expect(ran.stdout).toMatch(/plumbago\/privacy\s+first/);
    expect(ran.stdout).toMatch(/plumbago\/gone\s+failed/);
  });

  it('lists all ten mistakes of a configuration with ten mistakes and ends with 2', async () => {
    await writeTestConfig(join(cwd, 'config'), [{ id: 'Bad Id', url: 'ftp://plumbago.example/x' }], {
      contact: 'not a contact',
      subscriptions: [{ to: 'nobody' }, { to: 'a@example.org', topics: ['cookies'] }],
      http: { maxRedirects: -1, attempts: 0, unknownKey: 1 },
      mail: { maxAgeHours: 0 },
      schedule: { every: 'often', timeZone: 'Mars/Olympus' },
    });
    const ran = await check();
    expect(ran.status).toBe(2);
    const places = [
      'platforms[0].documents[0].id',
      'platforms[0].documents[0].urls[0]',
      'contact',
      'subscriptions[0].to',
      'subscriptions[1].topics',
      'http.maxRedirects',
      'http.attempts',
      'unknownKey',
      'mail.maxAgeHours',
      'schedule.every',
      'schedule.timeZone',
    ];
    expect(places.filter((place) => !ran.stderr.includes(place))).toEqual([]);
  });
});

async function outboxFiles() {
  const dir = join(cwd, 'snapshots', 'outbox');
  const names = (await readdir(dir)).filter((name) => name.endsWith('.eml'));
  return Promise.all(names.sort().map(async (name) => simpleParser(await readFile(join(dir, name)))));
}
