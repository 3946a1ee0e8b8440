import { execFileSync, spawnSync } from 'node:child_process';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LoopbackWeb, startLoopbackWeb } from '../harness/loopback-web.ts';
import { policyPage, TRAINING_CLAUSE } from '../harness/policy-page.ts';
import { runClausewatch } from '../harness/run-clausewatch.ts';
import { writeTestConfig } from '../harness/write-test-config.ts';

const SHARING =
  'We sell nobody’s information, and we will ask every person again before that could ever become different.';
const hasPatch = spawnSync('patch', ['--version']).status === 0;
let cwd: string;

const run = (...args: string[]) => runClausewatch(args, { cwd });

let web: LoopbackWeb;

/** Read by every test and changed by none. Three versions: as it was, with a training clause, and without the promise on selling. */
beforeAll(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'clausewatch-test-'));
  web = await startLoopbackWeb({ '/privacy': { body: policyPage() } });
  await writeTestConfig(join(cwd, 'config'), [
    { id: 'privacy', url: `${web.url}/privacy` },
    { id: 'gone', url: `${web.url}/gone` },
  ]);
  await run('check', 'plumbago/privacy');
  web.routes.set('/privacy', { body: policyPage({ extra: [TRAINING_CLAUSE] }) });
  await run('check', 'plumbago/privacy');
  web.routes.set('/privacy', { body: policyPage({ extra: [TRAINING_CLAUSE], without: SHARING }) });
  await run('check', 'plumbago/privacy');
});

afterAll(async () => {
  await web.close();
  await rm(cwd, { recursive: true, force: true });
});

describe('clausewatch history', () => {
  it('lists recorded changes, newest first', async () => {
    const { status, stdout } = await run('history', '--json');
    expect(status).toBe(0);
    const { changes } = JSON.parse(stdout);
    expect(changes.map((change: { after: { number: number } }) => change.after.number)).toEqual([3, 2]);
  });

  it('filters by topic, severity and date', async () => {
    const training = await run('history', '--topic', 'ai-training', '--json');
    expect(JSON.parse(training.stdout).changes).toHaveLength(1);
    const severe = await run('history', '--severity', 'high', '--json');
    expect(JSON.parse(severe.stdout).changes).toHaveLength(1);
    const later = await run('history', '--since', '2999-01-01', '--json');
    expect(JSON.parse(later.stdout).changes).toEqual([]);
  });

  it('shows a person document, severity, topic and what it means', async () => {
    const { stdout } = await run('history');
    expect(stdout).toMatch(/plumbago\/privacy.*ai-training/);
  });

  it('refuses a date it cannot read with status 2', async () => {
    expect(await run('history', '--since', 'yesterdayish')).toMatchObject({ status: 2, stdout: '' });
  });
});

describe('clausewatch positions', () => {
  it('says per kind of data where a platform stands, with the sentence, its document and since when', async () => {
    const { status, stdout } = await run('positions', '--json');
    expect(status).toBe(0);
    const [{ platform, documents, positions }] = JSON.parse(stdout).positions;
    expect({ platform, documents }).toEqual({ platform: 'plumbago', documents: ['plumbago/privacy'] });
    const told = positions.filter(({ stance }: { stance: string }) => stance !== 'silent');
    expect(told.length).toBeGreaterThan(0);
    expect(told[0].statements[0]).toMatchObject({
      documentId: 'plumbago/privacy',
      fact: { quote: TRAINING_CLAUSE },
    });
  });

  it('knows how it stood on any past day', async () => {
    const { stdout } = await run('positions', 'plumbago', '--at', '2000-01-01');
    expect(stdout).toMatch(/no version stored/);
  });

  it('keeps a ledger of transitions', async () => {
    const { changes } = JSON.parse((await run('positions', '--changes', '--json')).stdout);
    expect(changes[0].changes[0]).toMatchObject({ from: 'silent', statements: [{ fact: { quote: TRAINING_CLAUSE } }] });
    expect((await run('positions', '--changes')).stdout).toMatch(/silent → /);
  });

  it.each(['table', 'markdown', 'html'])('has the format %s', async (format) => {
    const { status, stdout } = await run('positions', '--format', format);
    expect(status).toBe(0);
    expect(stdout.replace(/\s+/g, ' ')).toContain(TRAINING_CLAUSE.slice(0, 40));
  });

  it('ends with 2 and names the platforms when one is unknown', async () => {
    expect(await run('positions', 'nobody')).toMatchObject({ status: 2, stderr: expect.stringContaining('plumbago') });
  });
});

describe('clausewatch reclassify', () => {
  it('says that nothing differs where the rules are those of the record', async () => {
    const { status, stdout } = await run('reclassify');
    expect(status).toBe(0);
    expect(stdout).toBe('0 of 2 recorded changes differ\n');
  });

  it('shows what the rules of today find in a change that older ones passed over, and stores nothing', async () => {
    const older = await mkdtemp(join(tmpdir(), 'clausewatch-test-'));
    await cp(cwd, older, { recursive: true });
    const database = new DatabaseSync(join(older, 'snapshots', 'clausewatch.db'));
    database.exec(
      `UPDATE changes SET classification = json_set(classification, '$.topics', json('[]'), '$.facts', json('[]'))`,
    );
    database.close();
    const runThere = (...args: string[]) => runClausewatch(args, { cwd: older });
    for (let time = 0; time < 2; time++) {
      const { stdout } = await runThere('reclassify', '--json');
      expect(JSON.parse(stdout)).toMatchObject({
        looked: 2,
        differing: [{ documentId: 'plumbago/privacy', topics: { was: [], is: ['ai-training'] }, dropped: [] }],
      });
    }
    expect((await runThere('reclassify')).stdout).toContain('  + added trains-on:');
    expect((await runThere('reclassify', '--since', '2999-01-01')).stdout).toContain('0 of 0');
    await rm(older, { recursive: true, force: true });
  });
});

describe('clausewatch status', () => {
  it('ends with 0 while every document is read', async () => {
    const { status, stdout } = await run('status', 'plumbago/privacy');
    expect(status).toBe(0);
    expect(stdout).toMatch(/plumbago\/privacy.*changed/);
    expect(stdout).toContain('outbox: 0 queued');
  });

  it('ends with 3 where a document is failing, and says why', async () => {
    await run('check', 'plumbago/gone');
    const { status, stdout } = await run('status');
    expect(status).toBe(3);
    expect(stdout).toMatch(/plumbago\/gone.*failed \(http_not_found\)/);
  });
});

describe('clausewatch diff', () => {
  it('shows the last change by default, with word marks when there is no colour', async () => {
    const { status, stdout } = await run('diff', 'plumbago/privacy');
    expect(status).toBe(0);
    expect(stdout).toContain('version 2');
    expect(stdout.replace(/\s+/g, ' ')).toContain(`[-${SHARING}-]`);
    expect(await run('diff', 'plumbago/privacy', '--exit-code')).toMatchObject({ status: 1 });
  });

  it('takes versions by number', async () => {
    const { stdout } = await run('diff', 'plumbago/privacy', '1', '2');
    expect(stdout.replace(/\s+/g, ' ')).toContain(`{+${TRAINING_CLAUSE}+}`);
    expect(await run('diff', 'plumbago/privacy', '2', '2', '--exit-code')).toMatchObject({ status: 0 });
  });

  it.skipIf(!hasPatch)(
    'gives a patch that GNU patch applies to the stored Markdown (skipped where patch is not installed)',
    async () => {
      const [before, after] = await Promise.all([storedMarkdown(1), storedMarkdown(3)]);
      const { stdout } = await run('diff', 'plumbago/privacy', '1', '3', '--format', 'patch');
      const file = join(cwd, 'policy.md');
      await writeFile(file, before);
      const patched = execFileSync('patch', ['--output=-', '--silent', file], { input: stdout, encoding: 'utf8' });
      expect(patched).toBe(after);
    },
  );

  it.each(['html', 'json', 'markdown'])('has the format %s', async (format) => {
    const { status, stdout } = await run('diff', 'plumbago/privacy', '1', '2', '--format', format);
    expect(status).toBe(0);
    expect(stdout).toContain('train our artificial intelligence models');
  });

  it('ends with 2 and lists the versions when one is unknown', async () => {
    const { status, stderr } = await run('diff', 'plumbago/privacy', '17');
    expect(status).toBe(2);
    expect(stderr).toContain('there are 3');
  });

  it('ends with 2 when the selector means several documents', async () => {
    expect(await run('diff', 'plumbago')).toMatchObject({ status: 2 });
  });
});

async function storedMarkdown(number: number): Promise<string> {
  const { openSqliteArchive } = await import('../../src/storage/sqlite/open-sqlite-archive.ts');
  const storage = await openSqliteArchive({ dir: join(cwd, 'snapshots') });
  try {
    const versions = await storage.archive.versionsOf('plumbago/privacy');
    const id = versions.find((version) => version.number === number)?.id ?? '';
    return (await storage.archive.version(id))?.page.markdown ?? '';
  } finally {
    await storage.close();
  }
}
