import { once } from 'node:events';
import { chmodSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { afterAll, describe, expect, it, onTestFinished } from 'vitest';
import { cutShort, gitBackend } from '../harness/git-server.ts';
import { LOOPBACK_CERTIFICATE } from '../harness/loopback-certificate.ts';
import { startLoopbackProxy } from '../harness/loopback-proxy.ts';
import { type LoopbackRoute, type LoopbackWeb, startLoopbackWeb } from '../harness/loopback-web.ts';
import { TRAINING_CLAUSE } from '../harness/policy-page.ts';
import { type Ran, runClausewatch, startClausewatch } from '../harness/run-clausewatch.ts';
import { temporaryFolder } from '../harness/temporary-folder.ts';
import { PLUMBAGO_HISTORIES, policyStory, versionsRepository } from '../harness/versions-repository.ts';
import { writeTestConfig } from '../harness/write-test-config.ts';

const ROOT = mkdtempSync(join(tmpdir(), 'clausewatch-remote-'));
afterAll(() => rmSync(ROOT, { recursive: true, force: true }));
const REPOSITORY = versionsRepository(policyStory(TRAINING_CLAUSE), join(ROOT, 'plumbago.git'));
const NAME = basename(REPOSITORY);
const backend = gitBackend(dirname(REPOSITORY));

async function serve(route: LoopbackRoute = backend, { tls = true } = {}): Promise<LoopbackWeb> {
  const web = await startLoopbackWeb({ '*': route }, { tls });
  onTestFinished(() => web.close());
  return web;
}

interface Workplace {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
}

/** Its git trusts the certificate of the loopback servers, has no configuration and its own folder for what is temporary. */
async function workplace(http: Readonly<Record<string, unknown>> = {}): Promise<Workplace> {
  const cwd = temporaryFolder();
  const settings = { http: { allowLoopback: true, ...http } };
  await writeTestConfig(join(cwd, 'config'), [{ id: 'privacy', url: 'http://127.0.0.1:9/privacy' }], settings);
  writeFileSync(join(cwd, 'config', 'histories.json'), JSON.stringify(PLUMBAGO_HISTORIES), { mode: 0o600 });
  writeFileSync(join(cwd, 'ca.pem'), LOOPBACK_CERTIFICATE);
  const env = { GIT_SSL_CAINFO: join(cwd, 'ca.pem'), HOME: cwd, GIT_CONFIG_NOSYSTEM: '1', TMPDIR: temporaryFolder() };
  return { cwd, env };
}

const importFrom = ({ cwd, env }: Workplace, address: string, more: Record<string, string> = {}): Promise<Ran> =>
  runClausewatch(['import', 'ota', address, '--json'], { cwd, env: { ...env, ...more } });

/** A script that git takes for ssh: it runs what the other side would, on this machine. */
function sshInstead(line: string): string {
  const path = join(temporaryFolder(), 'ssh.sh');
  writeFileSync(path, `#!/bin/sh\n${line}\n`);
  chmodSync(path, 0o700);
  return path;
}

describe('import ota from an address', () => {
  it('clones over https, keeps the address without its password, and leaves nothing in the folder for temporary files', async () => {
    const web = await serve();
    const place = await workplace();
    const ran = await importFrom(place, `${web.url.replace('https://', 'https://reader:secret-word@')}/${NAME}`);
    expect(ran).toMatchObject({ status: 0 });
    expect(JSON.parse(ran.stdout)).toMatchObject({
      repository: `${web.url}/${NAME}`,
      documents: [{ documentId: 'plumbago/privacy', counts: { imported: 3, technical: 1, suspect: 1 } }],
    });
    expect(ran.stdout + ran.stderr).not.toContain('secret-word');
    expect(readdirSync(place.env.TMPDIR ?? '')).toEqual([]);
  });

  it('goes on through the proxy of the environment', async () => {
    const web = await serve();
    const proxy = await startLoopbackProxy({ port: web.port });
    onTestFinished(() => proxy.close());
    const ran = await importFrom(await workplace(), `${web.url}/${NAME}`, { https_proxy: proxy.url });
    expect(ran).toMatchObject({ status: 0 });
    expect(proxy.requests[0]).toBe(`CONNECT 127.0.0.1:${web.port}`);
  });

  it('clones over ssh, by a path with and without ssh://', async () => {
    // Of all that git passes, the last is the command for the other side.
    const env = { GIT_SSH_COMMAND: sshInstead('for last; do :; done; exec sh -c "$last"'), GIT_SSH_VARIANT: 'simple' };
    for (const address of [`ssh://git@versions.example${REPOSITORY}`, `git@versions.example:${REPOSITORY}`]) {
      const ran = await importFrom(await workplace(), address, env);
      expect(ran).toMatchObject({ status: 0, stdout: expect.stringContaining('"imported":3') });
    }
  });

  it('says what ssh said where that fails', async () => {
    const env = { GIT_SSH_COMMAND: sshInstead('printf "Host key verification failed.\\r\\n" >&2; exit 255') };
    const ran = await importFrom(await workplace(), 'ssh://git@versions.example/plumbago.git', env);
    expect(ran).toMatchObject({ status: 2, stderr: expect.stringContaining('(Host key verification failed.);') });
  });

  it('stops at a signal and leaves nothing behind', async () => {
    const place = await workplace();
    let asked = (): void => {};
    const waiting = new Promise<void>((resolve) => {
      asked = resolve;
    });
    // Answers nothing.
    const web = await serve(() => asked());
    const child = startClausewatch(['import', 'ota', `${web.url}/${NAME}`], place);
    await waiting;
    child.kill('SIGTERM');
    const [status] = await once(child, 'close');
    expect(status).toBe(3);
    expect(readdirSync(place.env.TMPDIR ?? '')).toEqual([]);
  });
});

describe('an import from an address that cannot be had', () => {
  const packCut = (then: 'break off' | 'fall silent'): LoopbackRoute => {
    const cut = cutShort(backend, 300, then);
    return (request, response) => (request.method === 'POST' ? cut : backend)(request, response);
  };
  const redirect = (location: string): LoopbackRoute => ({ status: 302, headers: { location } });

  it.each<[what: string, route: LoopbackRoute, expected: RegExp]>([
    ['404', { status: 404 }, /not found/i],
    ['no repository', { body: '<p>Welcome</p>' }, /no git repository/],
    ['a password wanted', { status: 401, headers: { 'www-authenticate': 'Basic realm="x"' } }, /asks for a password/],
    ['an answer that breaks off', packCut('break off'), /no git repository/],
    ['an answer that falls silent', packCut('fall silent'), /no git repository/],
    ['a redirect to another host', redirect('https://localhost:1/plumbago.git/info/refs'), /name the address where it/],
    ['a redirect to another protocol', redirect('http://127.0.0.1:1/plumbago.git/info/refs'), /name the address where/],
    ['an error of the server', { status: 500 }, /500/],
  ])('ends at %s, says so, and stores nothing', async (_, route, expected) => {
    const web = await serve(route);
    const place = await workplace();
    const ran = await importFrom(place, `${web.url}/${NAME}`, { GIT_HTTP_LOW_SPEED_TIME: '1' });
    expect(ran).toMatchObject({ status: 2, stdout: '', stderr: expect.stringMatching(expected) });
    expect(readdirSync(place.env.TMPDIR ?? '')).toEqual([]);
  });

  it('refuses a certificate of another name, whatever the environment says', async () => {
    const web = await serve();
    const off = { GIT_SSL_NO_VERIFY: '1' };
    // The certificate names 127.0.0.1, ::1 and localhost.
    const other = `${web.url.replace('127.0.0.1', '[::ffff:127.0.0.1]')}/${NAME}`;
    const ran = await importFrom(await workplace(), other, off);
    expect(ran).toMatchObject({ status: 2, stderr: expect.stringMatching(/certificate subject name/) });
    const untrusting = await workplace();
    const { GIT_SSL_CAINFO: _, ...env } = untrusting.env;
    const untrusted = await importFrom({ ...untrusting, env }, `${web.url}/${NAME}`, off);
    expect(untrusted).toMatchObject({ status: 2, stderr: expect.stringMatching(/certificate verification failed/) });
    expect(web.requests).toEqual([]);
  });

  it('reaches no address that a check could not reach, and no proxy of the environment leads round that', async () => {
    const web = await serve();
    const place = await workplace({ allowLoopback: false });
    const ran = await importFrom(place, `${web.url}/${NAME}`, { no_proxy: '*' });
    expect(ran).toMatchObject({ status: 2, stderr: expect.stringMatching(/no public address/) });
    expect(web.requests).toEqual([]);
  });

  it.each([
    'http://127.0.0.1:1/plumbago.git',
    'git://127.0.0.1:1/plumbago.git',
    'ext::sh -c touch% ran',
    'https::ext::sh -c touch% ran',
    '--upload-pack=touch ran',
    'ssh://-oProxyCommand=touch ran/plumbago.git',
    'https://',
  ])('takes %s for no address', async (address) => {
    const place = await workplace();
    const ran = await importFrom(place, address, { GIT_SSH_COMMAND: sshInstead('exit 255') });
    expect(ran.status).toBe(2);
    expect(readdirSync(place.cwd)).not.toContain('ran');
  });
});
