import { chmod, mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { LOOPBACK_CERTIFICATE } from '../harness/loopback-certificate.ts';
import { runClausewatch } from '../harness/run-clausewatch.ts';
import { temporaryFolder } from '../harness/temporary-folder.ts';
import { writeTestConfig } from '../harness/write-test-config.ts';
import { runInProcess } from './run-in-process.ts';

let cwd: string;

beforeEach(async () => {
  cwd = temporaryFolder();
  await writeTestConfig(join(cwd, 'config'), [{ id: 'privacy', url: 'https://plumbago.example/' }]);
  await writeFile(join(cwd, 'config', 'sources.local.jsonc'), '{ "platforms": [] }', { mode: 0o600 });
  await writeFile(join(cwd, '.env'), '', { mode: 0o600 });
});

/** In the folder of the test: only a process of its own has a current folder of its own. */
const status = (env: Record<string, string> = {}) => runClausewatch(['status'], { cwd, env });
const statusHere = (env: Record<string, string> = {}) =>
  runInProcess(['status', '--config', join(cwd, 'config'), '--archive', join(cwd, 'snapshots')], { env });

describe.skipIf(process.platform === 'win32')(
  'who can write the configuration decides what is fetched and who is mailed',
  () => {
    it('is taken as written for its owner only', async () => {
      expect(await status()).toMatchObject({ status: 0 });
    });

    it.each([
      ['config', 0o777],
      ['config/settings.jsonc', 0o606],
      ['config/settings.jsonc', 0o660],
      ['config/sources.json', 0o666],
      ['config/sources.local.jsonc', 0o620],
      ['.env', 0o602],
    ])('%s is refused when others may write it (mode %o), and nothing is begun', async (path, mode) => {
      await chmod(join(cwd, path), mode);
      const ran = await (path === '.env' ? status() : statusHere());
      expect(ran).toMatchObject({ status: 2, stdout: '' });
      expect(ran.stderr).toMatch(
        new RegExp(`${path.replaceAll('.', '\\.')}: is writable by others \\(mode 0\\d+\\); mend it: chmod go-w`),
      );
    });

    it('a link to a file that others may write is refused as that file is', async () => {
      const elsewhere = join(cwd, 'elsewhere.jsonc');
      await writeFile(elsewhere, '{ "platforms": [] }');
      await chmod(elsewhere, 0o666);
      const local = join(cwd, 'config', 'sources.local.jsonc');
      await (await import('node:fs/promises')).rm(local);
      await symlink(elsewhere, local);
      expect((await statusHere()).stderr).toContain('is writable by others');
    });

    it('so is the certificate authority that mail is to be trusted by', async () => {
      const ca = join(cwd, 'ca.pem');
      await writeFile(ca, LOOPBACK_CERTIFICATE);
      await chmod(ca, 0o666);
      const ran = await statusHere({ SMTP_CA_FILE: ca });
      expect(ran).toMatchObject({ status: 2, stdout: '' });
      expect(ran.stderr).toContain('is writable by others');
    });
  },
);

it('.env is read from the folder in which clausewatch is started, and from no other', async () => {
  const bad = 'SMTP_URL=nonsense\n';
  for (const dir of ['config', 'snapshots', 'below']) {
    await mkdir(join(cwd, dir), { recursive: true });
    await writeFile(join(cwd, dir, '.env'), bad, { mode: 0o600 });
  }
  await writeFile(join(cwd, '.env.local'), bad, { mode: 0o600 });
  const home = temporaryFolder();
  await writeFile(join(home, '.env'), bad, { mode: 0o600 });
  expect(await status({ HOME: home })).toMatchObject({ status: 0 });
  await writeFile(join(cwd, '.env'), bad, { mode: 0o600 });
  expect((await status({ HOME: home })).stderr).toContain('.env: SMTP_URL');
  const config = join(cwd, 'config');
  const inside = await runClausewatch(['status', '--config', config, '--archive', join(cwd, 'a')], { cwd: home });
  expect(inside.stderr).toContain('.env: SMTP_URL');
  const beside = temporaryFolder();
  const outside = await runClausewatch(['status', '--config', config, '--archive', join(cwd, 'a')], { cwd: beside });
  expect(outside.status).toBe(0);
});

it('the files and folders that clausewatch makes are for its owner alone, whatever the umask', async () => {
  const { startLoopbackWeb } = await import('../harness/loopback-web.ts');
  const { policyPage } = await import('../harness/policy-page.ts');
  const { readdirSync, statSync } = await import('node:fs');
  const web = await startLoopbackWeb({ '/privacy': { body: policyPage() } });
  onTestFinished(() => web.close());
  const fresh = temporaryFolder();
  await writeTestConfig(join(fresh, 'config'), [{ id: 'privacy', url: `${web.url}/privacy` }]);
  const before = process.umask(0);
  onTestFinished(() => void process.umask(before));
  // In a clone the folder is there already, open to everybody.
  for (const archive of ['snapshots', 'there']) {
    if (archive === 'there') await mkdir(join(fresh, archive), { mode: 0o755 });
    await runInProcess(['check', '--config', join(fresh, 'config'), '--archive', join(fresh, archive)]);
    const modeOf = (path: string) => (statSync(join(fresh, archive, path)).mode & 0o777).toString(8);
    if (archive === 'snapshots') expect(modeOf('.')).toBe('700');
    const names = readdirSync(join(fresh, archive), { recursive: true, encoding: 'utf8' });
    // What holds addresses: the database and the messages.
    const personal = names.filter((name) => /\.db|\.eml$/.test(name));
    expect(personal.length).toBeGreaterThan(1);
    expect(personal.filter((name) => modeOf(name) !== '600')).toEqual([]);
    expect(modeOf('outbox')).toBe('700');
  }
});
