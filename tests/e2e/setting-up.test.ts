import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { startMailServer } from '../harness/mail-server.ts';
import { runClausewatch } from '../harness/run-clausewatch.ts';
import { temporaryFolder } from '../harness/temporary-folder.ts';

let cwd: string;

beforeEach(async () => {
  cwd = await temporaryFolder();
});

const run = (args: string[], env: Record<string, string> = {}) => runClausewatch(args, { cwd, env });

describe('clausewatch init', () => {
  it('writes settings only their owner can read, and a configuration that loads', async () => {
    expect(await run(['init'])).toMatchObject({ status: 0 });
    expect((await stat(join(cwd, 'config/settings.jsonc'))).mode & 0o777).toBe(0o600);
    expect(await run(['doctor'])).toMatchObject({ status: 0 });
  });

  it('never overwrites', async () => {
    await run(['init']);
    const file = join(cwd, 'config/settings.jsonc');
    await writeFile(file, '{ "contact": "https://mine.example/bot" }', { mode: 0o600 });
    const again = await run(['init']);
    expect(again.stdout).toContain('kept');
    expect(await readFile(file, 'utf8')).toContain('mine.example');
  });
});

describe('clausewatch doctor', () => {
  it('finds a fresh machine sound, and says where alerts go without a mail server', async () => {
    const { status, stdout } = await run(['doctor']);
    expect(status).toBe(0);
    expect(stdout).toContain('SMTP_URL is not set');
  });

  it('ends with 1 and names each mistake of the configuration', async () => {
    await run(['init']);
    await writeFile(join(cwd, 'config/settings.jsonc'), '{ "contact": 7, "nonsense": true }', { mode: 0o600 });
    const { status, stdout } = await run(['doctor']);
    expect(status).toBe(1);
    expect(stdout).toContain('contact');
    expect(stdout).toContain('nonsense');
  });

  it('ends with 1 when the mail server cannot be reached, without telling the password', async () => {
    const mail = await startMailServer();
    await mail.close();
    await run(['init']);
    await writeFile(join(cwd, 'config/settings.jsonc'), '{ "subscriptions": [{ "to": "a@example.org" }] }', {
      mode: 0o600,
    });
    const { status, stdout, stderr } = await run(['doctor'], { SMTP_URL: `smtp://user:geheim@127.0.0.1:${mail.port}` });
    expect(status).toBe(1);
    expect(stdout).toMatch(/BAD\s+mail/);
    expect(stdout + stderr).not.toContain('geheim');
  });

  it('greets a mail server that answers', async () => {
    const mail = await startMailServer();
    onTestFinished(() => mail.close());
    await run(['init']);
    await writeFile(join(cwd, 'config/settings.jsonc'), '{ "subscriptions": [{ "to": "a@example.org" }] }', {
      mode: 0o600,
    });
    const { status, stdout } = await run(['doctor'], { SMTP_URL: mail.url });
    expect(status).toBe(0);
    expect(stdout).toMatch(/ok\s+mail/);
  });
});

describe('clausewatch test-email', () => {
  it('sends one sample through the configured server and reports its answer', async () => {
    const mail = await startMailServer();
    onTestFinished(() => mail.close());
    await run(['init']);
    await writeFile(join(cwd, 'config/settings.jsonc'), '{ "subscriptions": [{ "to": "a@example.org" }] }', {
      mode: 0o600,
    });
    const { status, stdout } = await run(['test-email', 'b@example.org'], { SMTP_URL: mail.url });
    expect(status).toBe(0);
    expect(stdout).toContain('sent to b@example.org');
    expect(mail.messages.map(({ recipients }) => recipients)).toEqual([['b@example.org']]);
  });

  it('ends with 1 and the words of the server when it refuses', async () => {
    const mail = await startMailServer({
      behaviour: { recipient: () => ({ code: 550, text: 'No such person here' }) },
    });
    onTestFinished(() => mail.close());
    await run(['init']);
    await writeFile(join(cwd, 'config/settings.jsonc'), '{ "subscriptions": [{ "to": "a@example.org" }] }', {
      mode: 0o600,
    });
    const { status, stdout } = await run(['test-email'], { SMTP_URL: mail.url });
    expect(status).toBe(1);
    expect(stdout).toContain('No such person here');
  });

  it('ends with 2 for something that is not one address', async () => {
    expect(await run(['test-email', 'a@example.org, b@example.org'])).toMatchObject({ status: 2 });
  });
});

describe('clausewatch', () => {
  it('lists its verbs with --help and ends with 0', async () => {
    const { status, stdout } = await run(['--help']);
    expect(status).toBe(0);
    for (const verb of [
      'init',
      'check',
      'watch',
      'status',
      'history',
      'diff',
      'compare',
      'extract',
      'doctor',
      'demo',
    ]) {
      expect(stdout).toContain(`\n  ${verb}`);
    }
  });

  it('ends with 2 for an unknown verb or option and suggests the nearest', async () => {
    const verb = await run(['chekc']);
    expect(verb.status).toBe(2);
    expect(verb.stderr).toContain('check');
    expect(await run(['check', '--jsn'])).toMatchObject({ status: 2, stdout: '' });
  });

  it('tells its version', async () => {
    expect((await run(['--version'])).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});
