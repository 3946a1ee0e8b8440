import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type ArchiveStory, differencesOf, readStory } from '../harness/archive-story.ts';
import { type CrashCommand, type CrashPoint, countBoundaries, runThroughCrashes } from '../harness/crash.ts';
import { startLoopbackWeb } from '../harness/loopback-web.ts';
import { type MailServer, startMailServer } from '../harness/mail-server.ts';
import { policyPage, TRAINING_CLAUSE } from '../harness/policy-page.ts';
import { runClausewatch } from '../harness/run-clausewatch.ts';
import { temporaryFolder } from '../harness/temporary-folder.ts';
import { writeTestConfig } from '../harness/write-test-config.ts';

/** `CRASH_TESTS=all npx vitest run tests/e2e/crash` takes every boundary, which takes minutes. */
const ALL = process.env.CRASH_TESTS === 'all';

/** So many of the boundaries, spread over all of them. */
function spread(boundaries: number, count: number): number[] {
  const all = Array.from({ length: boundaries }, (_, index) => index + 1);
  const step = boundaries / count;
  return ALL || step <= 1 ? all : all.filter((at) => Math.floor(at / step) !== Math.floor((at - 1) / step));
}

interface Scene {
  readonly command: CrashCommand;
  readonly mail: MailServer;
  readonly documentIds: readonly string[];
}

/** Two documents were seen; since then one has a new clause, and the other lost one. */
async function changedPages(): Promise<Scene> {
  const cwd = temporaryFolder();
  const mail = await startMailServer();
  onTestFinished(() => mail.close());
  const plain = { body: policyPage() };
  const trained = { body: policyPage({ extra: [TRAINING_CLAUSE] }) };
  const web = await startLoopbackWeb({ '/privacy': plain, '/terms': trained });
  onTestFinished(() => web.close());
  const ids = ['privacy', 'terms'];
  await writeTestConfig(
    join(cwd, 'config'),
    ids.map((id) => ({ id, url: `${web.url}/${id}` })),
    { subscriptions: [{ to: 'reader@example.org' }] },
  );
  const env = { SMTP_URL: mail.url };
  expect(await runClausewatch(['check'], { cwd, env })).toMatchObject({ status: 0 });
  web.routes.set('/privacy', trained);
  web.routes.set('/terms', plain);
  return { command: { args: ['check'], cwd, env }, mail, documentIds: ids.map((id) => `plumbago/${id}`) };
}

const storyOf = ({ command, documentIds }: Scene): Promise<ArchiveStory> =>
  readStory({ dir: join(command.cwd, 'snapshots'), documentIds, timeless: true });

/** The subjects of what was received, each message once however often it was handed over. */
function received({ mail }: Scene): string[] {
  return [...new Map(mail.messages.map(({ parsed }) => [parsed.messageId, parsed.subject ?? ''])).values()].toSorted();
}

describe('check', () => {
  it('ends in the same archive and the same mails, at whichever write or commit it is killed', async () => {
    const calm = await changedPages();
    const boundaries = await countBoundaries(calm.command);
    const [story, mails] = [await storyOf(calm), received(calm)];
    expect(story.changes).toEqual(['plumbago/privacy 2', 'plumbago/terms 2']);
    expect(mails.filter((subject) => /AI training/.test(subject))).toHaveLength(2);
    expect(boundaries).toBeGreaterThan(20);
    for (const boundary of spread(boundaries, 8)) {
      const scene = await changedPages();
      const crashed = await runThroughCrashes(scene.command, [{ boundary }]);
      expect(crashed, `killed at ${boundary}`).toEqual({ status: 0, kills: 1 });
      const after = await storyOf(scene);
      expect(differencesOf(story, after), `killed at ${boundary} of ${boundaries}`).toEqual([]);
      expect(after.unjudged, `killed at ${boundary}`).toBe(0);
      expect(received(scene), `killed at ${boundary}`).toEqual(mails);
    }
  }, 600_000);

  it('does so killed at random moments, again and again', async () => {
    const calm = await changedPages();
    const started = performance.now();
    await runThroughCrashes(calm.command, []);
    const whole = performance.now() - started;
    const scene = await changedPages();
    const crashes: CrashPoint[] = Array.from({ length: 8 }, () => ({ afterMs: whole * (0.2 + Math.random() * 0.7) }));
    const crashed = await runThroughCrashes(scene.command, crashes);
    expect(crashed.status, JSON.stringify(crashes)).toBe(0);
    expect(crashed.kills, JSON.stringify(crashes)).toBeGreaterThan(0);
    expect((await storyOf(scene)).unjudged).toBe(0);
    expect(differencesOf(await storyOf(calm), await storyOf(scene)), JSON.stringify(crashes)).toEqual([]);
    expect(received(scene)).toEqual(received(calm));
  }, 120_000);
});

describe('the upgrade of an older archive', () => {
  it('ends whole, at whichever write or commit it is killed', async () => {
    const fixture = join(import.meta.dirname, '../fixtures/archive-format-1');
    const oldArchive = async (): Promise<CrashCommand> => {
      const cwd = temporaryFolder();
      cpSync(fixture, join(cwd, 'snapshots'), { recursive: true });
      return { args: ['history', '--json'], cwd };
    };
    const readIt = ({ cwd }: CrashCommand): Promise<ArchiveStory> =>
      readStory({ dir: join(cwd, 'snapshots'), documentIds: ['acme/privacy'] });
    const calm = await oldArchive();
    const boundaries = await countBoundaries(calm);
    const story = await readIt(calm);
    expect(story.versions).toHaveLength(2);
    expect(boundaries).toBeGreaterThan(1);
    for (const boundary of spread(boundaries, 4)) {
      const command = await oldArchive();
      expect(await runThroughCrashes(command, [{ boundary }])).toEqual({ status: 0, kills: 1 });
      expect(differencesOf(story, await readIt(command)), `killed at ${boundary} of ${boundaries}`).toEqual([]);
    }
  }, 120_000);
});
