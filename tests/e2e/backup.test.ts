import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { startLoopbackWeb } from '../harness/loopback-web.ts';
import { startMailServer } from '../harness/mail-server.ts';
import { policyPage, TRAINING_CLAUSE } from '../harness/policy-page.ts';
import { runClausewatch } from '../harness/run-clausewatch.ts';
import { temporaryFolder } from '../harness/temporary-folder.ts';
import { writeTestConfig } from '../harness/write-test-config.ts';

const FILE = 'archive.tar.zst';
let cwd: string;

const run = (args: readonly string[], env = {}) => runClausewatch(args, { cwd, env });

/** Two versions; the welcome was delivered, the alert waits. */
beforeEach(async () => {
  cwd = temporaryFolder();
  const web = await startLoopbackWeb({ '/privacy': { body: policyPage() } });
  onTestFinished(() => web.close());
  await writeTestConfig(join(cwd, 'config'), [{ id: 'privacy', url: `${web.url}/privacy` }], {
    subscriptions: [{ to: 'reader@example.org' }],
  });
  const mail = await startMailServer();
  onTestFinished(() => mail.close());
  await run(['check'], { SMTP_URL: mail.url });
  web.routes.set('/privacy', { body: policyPage({ extra: [TRAINING_CLAUSE] }) });
  await run(['check', '--no-notify']);
  expect(mail.messages).toHaveLength(1);
});

describe('clausewatch backup and restore', () => {
  it('carry an archive to another folder, which answers as the first one does', async () => {
    const made = await run(['backup', FILE, '--json']);
    expect(made).toMatchObject({ status: 0 });
    expect(JSON.parse(made.stdout)).toMatchObject({ file: FILE, versions: 2 });
    expect(await run(['restore', FILE, '--archive', 'elsewhere'])).toMatchObject({ status: 0 });
    for (const args of [
      ['history', '--json'],
      ['status', '--json'],
      ['alerts', 'list', '--json'],
      ['diff', 'plumbago/privacy'],
    ]) {
      const [first, second] = [await run(args), await run([...args, '--archive', 'elsewhere'])];
      expect(withoutNextRun(second.stdout)).toBe(withoutNextRun(first.stdout));
    }
  });

  it('send what waited once, under its old Message-ID, and nothing that was delivered', async () => {
    await run(['backup', FILE]);
    await run(['restore', FILE, '--archive', 'elsewhere']);
    const mail = await startMailServer();
    onTestFinished(() => mail.close());
    const { messages } = JSON.parse((await run(['alerts', 'list', '--state', 'queued', '--json'])).stdout);
    await run(['check', '--archive', 'elsewhere'], { SMTP_URL: mail.url });
    await run(['check', '--archive', 'elsewhere'], { SMTP_URL: mail.url });
    expect(mail.messages.map(({ parsed }) => parsed.messageId)).toEqual([`<${messages[0].messageId}>`]);
  });

  it('replace nothing unless told to, and end with 2', async () => {
    await writeFile(join(cwd, FILE), 'precious');
    expect(await run(['backup', FILE])).toMatchObject({ status: 2, stdout: '' });
    expect(await readFile(join(cwd, FILE), 'utf8')).toBe('precious');
    expect(await run(['backup', FILE, '--force'])).toMatchObject({ status: 0 });
    expect(await run(['restore', FILE])).toMatchObject({ status: 2, stdout: '' });
    expect((await run(['history', '--json'])).stdout).toContain('ai-training');
  });

  it('end with 2, and make nothing, where there is no archive or no backup', async () => {
    expect(await run(['backup', 'b.tar.zst', '--archive', 'nowhere'])).toMatchObject({ status: 2 });
    expect(await run(['restore', 'none.tar.zst', '--archive', 'nowhere'])).toMatchObject({ status: 2 });
    expect(await readdir(cwd)).toEqual(expect.not.arrayContaining(['nowhere', 'b.tar.zst']));
  });
});

const withoutNextRun = (text: string): string => text.replace(/"nextRun":"[^"]*"/g, '');
