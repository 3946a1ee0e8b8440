import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { type LoopbackWeb, startLoopbackWeb } from '../harness/loopback-web.ts';
import { startMailServer } from '../harness/mail-server.ts';
import { policyPage, TRAINING_CLAUSE } from '../harness/policy-page.ts';
import { runClausewatch } from '../harness/run-clausewatch.ts';
import { temporaryFolder } from '../harness/temporary-folder.ts';
import { writeTestConfig } from '../harness/write-test-config.ts';

const SHORT = `<!doctype html><html lang="en"><title>Plumbago Privacy Policy</title><main><h1>Plumbago Privacy Policy</h1>
<p>We keep what you give us for as long as your account exists, and we remove it thirty days later.</p>
<p>${TRAINING_CLAUSE}</p></main></html>`;

let cwd: string;
let web: LoopbackWeb;

const run = (args: readonly string[], env = {}) => runClausewatch(args, { cwd, env });

/** A policy that was seen whole once, and then became much shorter. */
beforeEach(async () => {
  cwd = temporaryFolder();
  web = await startLoopbackWeb({ '/privacy': { body: policyPage() } });
  onTestFinished(() => web.close());
  const documents = ['privacy', 'terms'].map((id) => ({ id, url: `${web.url}/privacy` }));
  await writeTestConfig(join(cwd, 'config'), documents, { subscriptions: [{ to: 'reader@example.org' }] });
  await run(['check', 'plumbago/privacy']);
  web.routes.set('/privacy', { body: SHORT });
  expect(await run(['check', 'plumbago/privacy'])).toMatchObject({ status: 3 });
});

describe('clausewatch accept', () => {
  it('takes the suspect for the policy without asking the site again, and sends the alert', async () => {
    const mail = await startMailServer();
    onTestFinished(() => mail.close());
    const asked = web.requests.length;
    const ran = await run(['accept', 'plumbago/privacy'], { SMTP_URL: mail.url });
    expect(ran).toMatchObject({ status: 0 });
    expect(ran.stdout).toMatch(/plumbago\/privacy\s+changed .*ai-training/);
    expect(web.requests.length).toBe(asked);
    expect(mail.messages.map(({ parsed }) => parsed.text?.replace(/\s+/g, ' '))).toEqual([
      expect.stringContaining(TRAINING_CLAUSE),
    ]);
    expect((await run(['check', 'plumbago/privacy'], { SMTP_URL: mail.url })).stdout).toContain('unchanged');
    expect(mail.messages).toHaveLength(1);
  });

  it('prints one JSON document with --json', async () => {
    const { stdout } = await run(['accept', 'plumbago/privacy', '--json', '--no-notify']);
    expect(JSON.parse(stdout)).toMatchObject({
      documentId: 'plumbago/privacy',
      outcome: 'changed',
      classification: { topics: ['ai-training'] },
      delivery: null,
    });
  });

  it('ends with 2 when the newest capture is no suspect', async () => {
    await run(['accept', 'plumbago/privacy']);
    const again = await run(['accept', 'plumbago/privacy']);
    expect(again).toMatchObject({ status: 2, stdout: '' });
    expect(again.stderr).toContain('no suspect');
    expect(await run(['accept', 'plumbago/terms'])).toMatchObject({ status: 2 });
  });

  it('ends with 2 when the selector means several documents', async () => {
    expect(await run(['accept', 'plumbago'])).toMatchObject({ status: 2, stdout: '' });
  });
});
