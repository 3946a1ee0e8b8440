import { join } from 'node:path';
import { beforeEach, expect, it, onTestFinished } from 'vitest';
import { startLoopbackWeb } from '../harness/loopback-web.ts';
import { policyPage, TRAINING_CLAUSE } from '../harness/policy-page.ts';
import { runClausewatch } from '../harness/run-clausewatch.ts';
import { temporaryFolder } from '../harness/temporary-folder.ts';
import { writeTestConfig } from '../harness/write-test-config.ts';

let cwd: string;
const run = async (...args: string[]) => JSON.parse((await runClausewatch([...args, '--json'], { cwd })).stdout);

/** A document of two parts of one platform that speaks for a second one, changed once. */
beforeEach(async () => {
  cwd = temporaryFolder();
  const web = await startLoopbackWeb({ '/one': { body: policyPage() }, '/two': { body: policyPage() } });
  onTestFinished(() => web.close());
  await writeTestConfig(join(cwd, 'config'), [
    { id: 'shared', url: [`${web.url}/one`, `${web.url}/two`], appliesTo: ['fernwave'] },
    { id: 'own', url: `${web.url}/one` },
  ]);
  await run('check');
  web.routes.set('/two', { body: policyPage({ extra: [TRAINING_CLAUSE] }) });
  await run('check');
});

it('a platform lists what another platform says for it: status with each part, and history', async () => {
  const { documents } = await run('status', 'fernwave');
  expect(documents).toMatchObject([
    { documentId: 'plumbago/shared', lastCheck: { outcome: 'changed' }, parts: [{}, {}] },
  ]);
  const { changes } = await run('history', 'fernwave');
  expect(changes).toMatchObject([{ documentId: 'plumbago/shared' }]);
  const table = await runClausewatch(['status', 'fernwave'], { cwd });
  expect(table.stdout).toMatch(/^ {2}http:\/\/127\.0\.0\.1:\d+\/two .*Z$/m);
});
