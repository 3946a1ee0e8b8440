import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { openSqliteArchive } from '../../src/storage/sqlite/open-sqlite-archive.ts';
import { minute, sampleRow } from '../harness/archive-samples.ts';
import { startMailServer } from '../harness/mail-server.ts';
import { runClausewatch } from '../harness/run-clausewatch.ts';
import { temporaryFolder } from '../harness/temporary-folder.ts';
import { writeTestConfig } from '../harness/write-test-config.ts';

const IDS = { queued: 'aaaaaa1111', dead: 'aaaaaa2222', delivered: 'bbbbbb3333', discarded: 'cccccc4444' };
const ADDRESS = 'jane@example.org';
let cwd: string;

const alerts = (...args: string[]) => runClausewatch(['alerts', ...args], { cwd });
const json = async (...args: string[]) => JSON.parse((await alerts(...args, '--json')).stdout);

/** One message in each state. */
beforeEach(async () => {
  cwd = temporaryFolder();
  await writeTestConfig(join(cwd, 'config'), [{ id: 'privacy', url: 'http://127.0.0.1:9/privacy' }], {
    subscriptions: [{ id: 'everything', to: 'Jane <Jane@example.org>' }],
  });
  const { outbox, close } = await openSqliteArchive({ dir: join(cwd, 'snapshots') });
  await outbox.append(Object.values(IDS).map((id, n) => withText(id, n)));
  await outbox.settle(IDS.dead, { kind: 'dead', error: `550 <${ADDRESS}> unknown \u001b[31muser` });
  await outbox.settle(IDS.delivered, { kind: 'delivered', at: minute(9), answer: '250 ok' });
  await outbox.discard([IDS.discarded]);
  await close();
});

function withText(id: string, n: number) {
  const row = sampleRow(id, minute(n));
  const text = `We train models on public posts.\nThis message goes to ${ADDRESS}.`;
  return { ...row, message: { ...row.message, subject: `Acme ${id} \u001b]0;evil\u0007`, text } };
}

describe('clausewatch alerts list', () => {
  it('lists every message with state and masked address, and nothing that could move the cursor', async () => {
    const { status, stdout } = await alerts('list');
    expect(status).toBe(0);
    for (const [state, id] of Object.entries(IDS)) expect(stdout).toMatch(new RegExp(`${id} +${state} .*j\\*\\*\\*@e`));
    expect(stdout).not.toContain(ADDRESS);
    expect(stdout).not.toContain('\u001b');
  });

  it('takes one state only, and prints no address as JSON either', async () => {
    const { messages } = await json('list', '--state', 'dead');
    expect(messages).toMatchObject([{ id: IDS.dead, state: 'dead', to: 'j***@e***.org', attempts: 1 }]);
    expect(JSON.stringify(messages)).not.toMatch(/jane@/i);
    expect(await alerts('list', '--state', 'lost')).toMatchObject({ status: 2, stdout: '' });
  });
});

describe('clausewatch alerts show', () => {
  it('shows headers, state, error and text of one message, its address masked', async () => {
    const { status, stdout } = await alerts('show', 'aaaaaa2');
    expect(status).toBe(0);
    expect(stdout).toMatch(/State: +dead[\s\S]*550[\s\S]*Message-ID: <aaaaaa2222@clausewatch.example>/);
    expect(stdout).toContain('We train models on public posts.\n');
    expect(stdout).not.toMatch(/jane@/i);
    expect(stdout).not.toContain('\u001b');
    expect(JSON.stringify(await json('show', 'aaaaaa2'))).not.toMatch(/jane@/i);
  });

  it('shows the address with --full', async () => {
    expect((await alerts('show', IDS.queued, '--full')).stdout).toContain(`Jane <${ADDRESS}>`);
    expect(await json('show', IDS.queued, '--full')).toMatchObject({ message: { to: { address: ADDRESS } } });
  });

  it.each(['aaaaaa', 'aaaaa', 'ffffff'])('ends with 2 for “%s”, which names no one message', async (id) => {
    expect(await alerts('show', id)).toMatchObject({ status: 2, stdout: '' });
  });
});

describe('clausewatch alerts retry and discard', () => {
  it('makes given-up messages due: the next check delivers them, once', async () => {
    const mail = await startMailServer();
    onTestFinished(() => mail.close());
    await alerts('discard', IDS.queued);
    expect(await json('retry', '--dead')).toEqual({ retried: [IDS.dead], refused: [] });
    await runClausewatch(['check'], { cwd, env: { SMTP_URL: mail.url } });
    await runClausewatch(['check'], { cwd, env: { SMTP_URL: mail.url } });
    expect(mail.messages.map(({ parsed }) => parsed.messageId)).toEqual([`<${IDS.dead}@clausewatch.example>`]);
  });

  it('leaves delivered and discarded messages as they are, and says so with 3', async () => {
    const ran = await alerts('retry', IDS.delivered, IDS.discarded, IDS.dead);
    expect(ran.status).toBe(3);
    expect(ran.stderr).toMatch(/delivered[\s\S]*discarded/);
    expect(await json('list', '--state', 'queued')).toMatchObject({ messages: [{ id: IDS.queued }, { id: IDS.dead }] });
    expect(await alerts('discard', IDS.delivered)).toMatchObject({ status: 3 });
  });

  it('discards what waits or was given up, for good', async () => {
    expect(await json('discard', IDS.queued, 'aaaaaa2')).toMatchObject({ discarded: [IDS.queued, IDS.dead] });
    expect(await json('list', '--state', 'queued')).toEqual({ messages: [] });
    expect(await alerts('retry', IDS.queued)).toMatchObject({ status: 3 });
  });

  it('ends with 2 when no message is named', async () => {
    expect(await alerts('retry')).toMatchObject({ status: 2 });
    expect(await alerts('discard')).toMatchObject({ status: 2 });
    expect(await alerts()).toMatchObject({ status: 2 });
  });
});

describe('clausewatch alerts forget', () => {
  it('leaves nothing of an address in the database, and says which settings and files still name it', async () => {
    await mkdir(join(cwd, 'snapshots', 'outbox'));
    await writeFile(join(cwd, 'snapshots', 'outbox', 'a.eml'), `To: ${ADDRESS}\r\n\r\nhello`);
    await writeFile(join(cwd, 'snapshots', 'outbox', 'b.eml'), 'To: john@example.org\r\n\r\nhello');
    const { status, stdout } = await alerts('forget', 'JANE@example.org');
    expect(status).toBe(0);
    expect(stdout).toMatch(/4 messages forgotten, 2 of them not yet sent/);
    expect(stdout).toContain('everything');
    expect(stdout).toMatch(/a\.eml/);
    expect(stdout).not.toMatch(/b\.eml/);
    const files = (await readdir(join(cwd, 'snapshots'))).filter((name) => name.startsWith('clausewatch.db'));
    for (const name of files) {
      expect((await readFile(join(cwd, 'snapshots', name))).toString('latin1'), name).not.toMatch(
        /jane@|public posts/i,
      );
    }
    expect((await json('list')).messages).toHaveLength(4);
    expect((await alerts('list')).stdout).toMatch(new RegExp(`${IDS.delivered} +delivered .*\\(forgotten\\)`));
    expect(await json('forget', ADDRESS)).toMatchObject({ forgotten: 0, discarded: 0 });
  });
});
