import { readdirSync, readFileSync, statSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { zstdDecompressSync } from 'node:zlib';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { type LoopbackWeb, startLoopbackWeb } from '../harness/loopback-web.ts';
import { startMailServer } from '../harness/mail-server.ts';
import { policyPage, TRAINING_CLAUSE } from '../harness/policy-page.ts';
import { type Ran, runClausewatch } from '../harness/run-clausewatch.ts';
import { temporaryFolder } from '../harness/temporary-folder.ts';
import { writeTestConfig } from '../harness/write-test-config.ts';
import { startEchoingMailServer } from './echoing-mail-server.ts';
import { runInProcess } from './run-in-process.ts';

const USER = 'watch';
const PASSWORD = 'hunter2/ä  %pass phrase';
const SPELLINGS = [
  PASSWORD,
  PASSWORD.replace(/\s+/g, ' '),
  encodeURIComponent(PASSWORD),
  encodeURI(PASSWORD),
  Buffer.from(PASSWORD).toString('base64').replace(/=+$/, ''),
  Buffer.from(PASSWORD).toString('base64url'),
  Buffer.from(PASSWORD).toString('hex'),
  Buffer.from(`\0${USER}\0${PASSWORD}`).toString('base64').replace(/=+$/, ''),
  // What is left where the rest was cut or escaped.
  'hunter2',
  'pass phrase',
  'pass%20phrase',
];
const urlTo = (port: number, scheme = 'smtp') =>
  `${scheme}://${USER}:${encodeURIComponent(PASSWORD)}@127.0.0.1:${port}`;

let cwd: string;
let web: LoopbackWeb;

beforeEach(async () => {
  cwd = temporaryFolder();
  web = await startLoopbackWeb({ '/privacy': { body: policyPage() } });
  onTestFinished(() => web.close());
  await writeTestConfig(join(cwd, 'config'), [{ id: 'privacy', url: `${web.url}/privacy` }], {
    subscriptions: [{ to: 'reader@example.org' }],
  });
});

const run = ([verb = '', ...args]: readonly string[], env: Readonly<Record<string, string>>): Promise<Ran> =>
  runInProcess([verb, '--config', join(cwd, 'config'), '--archive', join(cwd, 'snapshots'), ...args], { env });

/** Every byte that was printed or written, compressed files also unpacked. */
function everything(runs: readonly Ran[]): string {
  const dir = join(cwd, 'snapshots');
  const files = readdirSync(dir, { recursive: true, encoding: 'utf8' }).map((name) => join(dir, name));
  const bytes = files.filter((file) => statSync(file).isFile()).map((file) => readFileSync(file));
  const whole = files
    .filter((file) => /(?<!\.delta)\.zst$/.test(file))
    .map((file) => zstdDecompressSync(readFileSync(file)));
  const differences = files.filter((file) => file.endsWith('.delta.zst')).map((file) => unpackDifference(file, whole));
  const unpacked = [...whole, ...differences];
  return [...runs.flatMap(({ stdout, stderr }) => [stdout, stderr]), ...[...bytes, ...unpacked].map(String)].join('\n');
}

/** From whichever of these it was made. */
function unpackDifference(file: string, bases: readonly Buffer[]): Buffer {
  for (const dictionary of bases) {
    try {
      return zstdDecompressSync(readFileSync(file), { dictionary });
    } catch {}
  }
  throw new Error(`${file} is a difference from nothing that is there`);
}

const found = (text: string) => SPELLINGS.filter((spelling) => text.includes(spelling));

describe('the password of the mail server', () => {
  it('is used, and stands nowhere: not in what is printed, in the log, in the archive, or in a mail', async () => {
    const mail = await startMailServer({ auth: { user: USER, pass: PASSWORD } });
    onTestFinished(() => mail.close());
    const env = { SMTP_URL: mail.url };
    const runs: Ran[] = [await run(['check'], env)];
    web.routes.set('/privacy', { body: policyPage({ extra: [TRAINING_CLAUSE] }) });
    const later = [
      ['check', '--json'],
      ['status', '--json'],
      ['doctor', '--json'],
      ['test-email', '--json'],
    ];
    for (const args of later) runs.push(await run(args, env));
    expect(mail.messages).toHaveLength(3);
    const text =
      everything(runs) + mail.messages.map(({ raw, parsed }) => `${raw} ${parsed.text} ${parsed.html}`).join('\n');
    expect(text).toContain('plumbago/privacy');
    expect(found(text)).toEqual([]);
  });

  it.each(['PLAIN', 'LOGIN'] as const)(
    'is not told by a server that repeats it in whatever spelling (AUTH %s)',
    async (mechanism) => {
      const server = await startEchoingMailServer(mechanism);
      onTestFinished(() => server.close());
      const env = { SMTP_URL: urlTo(server.port) };
      const runs: Ran[] = [];
      for (const args of [['check'], ['doctor'], ['test-email', '--json']]) runs.push(await run(args, env));
      // The server did hear it, and its answer did arrive.
      expect(found(server.lines.join('\n')).length).toBeGreaterThan(0);
      const text = everything(runs);
      expect(text).toContain('Refused: AUTH');
      expect(found(text)).toEqual([]);
    },
  );

  it.each([
    `smtp://${USER}:${encodeURIComponent(PASSWORD)}@127.0.0.1:99999`,
    `smtp://${USER}:${PASSWORD}@127.0.0.1:25`,
    `smtp://${USER}:hunter2%zz@127.0.0.1:25`,
    `smtp://${USER}:hunter2@127.0.0.1:25/?tls.rejectUnauthorized=false`,
    `smtp://${USER}:hunter2@127.0.0.1:25/hunter2`,
    `http://${USER}:hunter2@127.0.0.1:25`,
    `${USER}:hunter2@127.0.0.1:25`,
    `smtp://${USER}:hunter2@/`,
  ])('is not repeated where %j cannot be used', async (address) => {
    const env = { SMTP_URL: address };
    const runs = [await run(['check'], env), await run(['doctor'], env), await run(['doctor', '--json'], env)];
    expect(runs.map(({ status }) => status)).toEqual([2, 1, 1]);
    const text = runs.map(({ stdout, stderr }) => stdout + stderr).join('\n');
    expect(text).toContain('SMTP_URL');
    expect(found(text)).toEqual([]);
  });

  it('is not repeated where it stands in .env and cannot be used', async () => {
    const address = `smtp://${USER}:${encodeURIComponent(PASSWORD)}@127.0.0.1:25/?pool=true`;
    await writeFile(join(cwd, '.env'), `SMTP_URL='${address}'\n`, { mode: 0o600 });
    const { status, stdout, stderr } = await runClausewatch(['check'], { cwd });
    expect(status).toBe(2);
    expect(stderr).toContain('.env: SMTP_URL');
    expect(found(stdout + stderr)).toEqual([]);
  });

  it('goes to no host but its own: not with a redirect, not to a watched page', async () => {
    const mail = await startMailServer({ auth: { user: USER, pass: PASSWORD } });
    onTestFinished(() => mail.close());
    web.routes.set('/privacy', {
      status: 302,
      headers: { location: `${web.url}/moved?next=${encodeURIComponent(mail.url)}` },
    });
    web.routes.set('/moved', { body: policyPage() });
    await run(['check'], { SMTP_URL: mail.url });
    const sent = web.requests.map(({ headers }) => JSON.stringify(headers)).join('\n');
    expect(web.paths().length).toBeGreaterThan(1);
    expect(found(sent)).toEqual([]);
    expect(sent).not.toMatch(/authorization|cookie/i);
  });
});

it('addresses of subscribers stand in the log only masked', async () => {
  const { createLog } = await import('../../src/cli/watch/create-log.ts');
  const { logDelivery } = await import('../../src/cli/watch/log-report.ts');
  const { PassThrough } = await import('node:stream');
  const stream = new PassThrough();
  const to = 'jane.reader@example.org';
  const error = `EENVELOPE_550: <Jane.Reader@Example.org> is unknown, ${to} too`;
  logDelivery(createLog(stream), {
    ...{ delivered: 0, retried: 0, dead: 1 },
    rows: [{ id: 'a', to, subject: 's', outcome: 'dead', code: 'EENVELOPE_550', error }],
  });
  const line = String(stream.read());
  expect(line).toContain('is unknown');
  expect(line.toLowerCase()).not.toContain('jane.reader');
});
