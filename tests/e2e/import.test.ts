import { execFileSync } from 'node:child_process';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Version } from '../../src/domain/version.ts';
import { differencesOf, readStory } from '../harness/archive-story.ts';
import { type CrashCommand, type CrashPoint, countBoundaries, runThroughCrashes } from '../harness/crash.ts';
import { type LoopbackWeb, startLoopbackWeb } from '../harness/loopback-web.ts';
import { openArchive } from '../harness/open-archive.ts';
import { policyPage, TRAINING_CLAUSE } from '../harness/policy-page.ts';
import { type Ran, runClausewatch } from '../harness/run-clausewatch.ts';
import { temporaryFolder } from '../harness/temporary-folder.ts';
import {
  PLUMBAGO_HISTORIES,
  policyMarkdown,
  policyStory,
  type SampleCommit,
  versionsRepository,
} from '../harness/versions-repository.ts';
import { writeTestConfig } from '../harness/write-test-config.ts';

/** `CRASH_TESTS=all npx vitest run tests/e2e/import` kills at twenty points. */
const CRASHES = process.env.CRASH_TESTS === 'all' ? 20 : 4;
const NOWHERE = 'http://127.0.0.1:9';
const STORY = policyStory(TRAINING_CLAUSE);

/** A folder of work whose configuration watches one document, of which somebody is told everything. */
async function workplace(url = NOWHERE): Promise<string> {
  const cwd = temporaryFolder();
  const documents = [{ id: 'privacy', url: `${url}/privacy` }];
  await writeTestConfig(join(cwd, 'config'), documents, { subscriptions: [{ to: 'reader@example.org' }] });
  writeFileSync(join(cwd, 'config', 'histories.json'), JSON.stringify(PLUMBAGO_HISTORIES), { mode: 0o600 });
  return cwd;
}

const run = (cwd: string, ...args: string[]): Promise<Ran> => runClausewatch(args, { cwd });
const imported = async (cwd: string, repository: string, ...more: string[]) => {
  const ran = await run(cwd, 'import', 'ota', repository, '--json', ...more);
  return { ...ran, summary: ran.stdout === '' ? null : JSON.parse(ran.stdout) };
};

async function versionsIn(cwd: string, documentId = 'plumbago/privacy'): Promise<Version[]> {
  const { archive } = await openArchive(join(cwd, 'snapshots'));
  return (await archive.versionsOf(documentId)).toReversed();
}

async function servePolicy(body: string): Promise<LoopbackWeb> {
  const web = await startLoopbackWeb({ '/privacy': { body } });
  onTestFinished(() => web.close());
  return web;
}

describe('import ota', () => {
  it('brings in every version with its date and origin, and says nothing to anybody', async () => {
    const cwd = await workplace();
    const repository = versionsRepository(STORY);
    const { status, summary } = await imported(cwd, repository);
    expect(status).toBe(0);
    expect(summary.documents).toMatchObject([
      {
        documentId: 'plumbago/privacy',
        counts: { imported: 3, cosmetic: 0, technical: 1, unchanged: 1, suspect: 1 },
        changes: 2,
      },
    ]);
    const versions = await versionsIn(cwd);
    expect(versions.map(({ capturedAt, origin }) => [capturedAt.slice(0, 10), origin])).toEqual([
      ['2023-01-01', 'imported'],
      ['2023-02-01', 'imported'],
      ['2023-03-01', 'technical'],
      ['2023-05-01', 'imported'],
    ]);
    expect(versions[3]?.revertsTo).toBe(versions[0]?.id);
    expect(versions[0]?.provenance).toMatchObject({ repository: 'plumbago', path: 'Plumbago/Privacy Policy.md' });
    const { archive, outbox } = await openArchive(join(cwd, 'snapshots'));
    const changes = await archive.changes({});
    expect(changes.map(({ detectedAt, classification }) => [detectedAt.slice(0, 10), classification.topics])).toEqual([
      ['2023-05-01', ['ai-training']],
      ['2023-02-01', ['ai-training']],
    ]);
    expect(await archive.allSuspectsOf('plumbago/privacy')).toMatchObject([{ reason: 'error-page' }]);
    expect(await archive.verify()).toMatchObject({ versions: 4, orphans: [] });
    expect(await outbox.list(['queued', 'delivered', 'dead', 'discarded'])).toEqual([]);
  });

  it('adds only what is new when it is run again', async () => {
    const cwd = await workplace();
    const repository = versionsRepository(STORY.slice(0, 3));
    await imported(cwd, repository);
    const again = await imported(cwd, repository);
    expect(again.summary.documents).toMatchObject([{ known: 3, changes: 0, counts: { imported: 0 } }]);
    versionsRepository(STORY.slice(3), repository);
    const more = await imported(cwd, repository);
    expect(more.summary.documents).toMatchObject([{ known: 3, changes: 1, counts: { imported: 1, suspect: 1 } }]);
    const atOnce = await workplace();
    await imported(atOnce, versionsRepository(STORY));
    expect((await versionsIn(cwd)).map(({ id }) => id)).toEqual((await versionsIn(atOnce)).map(({ id }) => id));
  });

  it('takes in only the services, terms and dates that are asked for, and names what belongs to no document', async () => {
    const cwd = await workplace();
    const other = { ...STORY[0], path: 'Quillwort/Terms of Service.md' } as SampleCommit;
    const repository = versionsRepository([...STORY, other]);
    const { summary } = await imported(cwd, repository, '--since', '2023-04-15');
    expect(summary.documents).toMatchObject([{ counts: { imported: 1 } }]);
    expect(summary.unmapped).toEqual([{ service: 'Quillwort', terms: 'Terms of Service', versions: 1 }]);
    const kept = await imported(cwd, repository, '--service', 'Quillwort', '--new-platforms');
    expect(kept.summary.documents).toMatchObject([{ documentId: 'quillwort/terms-of-service' }]);
    expect((await run(cwd, 'history', 'quillwort')).status).toBe(0);
    expect((await run(cwd, 'import', 'ota', repository, '--service', 'Rapunzel')).stderr).toMatch(/“Rapunzel”/);
  });

  it('puts what is older before our own first capture, and leaves out what is not', async () => {
    const web = await servePolicy(policyPage({ without: 'what you ordered, when it was sent' }));
    const cwd = await workplace(web.url);
    await run(cwd, 'check');
    web.routes.set('/privacy', { body: policyPage({ extra: [TRAINING_CLAUSE] }) });
    await run(cwd, 'check');
    const [first, second] = await versionsIn(cwd);
    const told = (await openArchive(join(cwd, 'snapshots'))).outbox;
    const before = await told.list(['queued', 'delivered', 'dead', 'discarded']);
    const later = { ...STORY[1], at: '2126-01-01T06:00:00Z' } as SampleCommit;
    const { status, stdout, stderr } = await run(cwd, 'import', 'ota', versionsRepository([...STORY, later]));
    expect(status).toBe(0);
    expect(stdout).toMatch(/plumbago\/privacy +4 +2 +1 +1 +1 +0/);
    expect(stderr).toMatch(/1 versions left out/);

    const versions = await versionsIn(cwd);
    expect(versions.map(({ number, origin }) => [number, origin])).toEqual([
      [1, 'imported'],
      [2, 'imported'],
      [3, 'technical'],
      [4, 'imported'],
      [5, 'origin-change'],
      [6, 'change'],
    ]);
    expect(versions.slice(4)).toEqual([
      { ...first, number: 5, origin: 'origin-change' },
      { ...second, number: 6 },
    ]);
    const { archive, outbox } = await openArchive(join(cwd, 'snapshots'));
    const changes = await archive.changes({});
    expect(changes.map(({ before, after }) => [before.number, after.number])).toEqual([
      [5, 6],
      [4, 5],
      [3, 4],
      [1, 2],
    ]);
    expect(changes[1]).toMatchObject({ detectedAt: first?.capturedAt, redline: { changed: true } });
    expect(await archive.verify()).toMatchObject({ versions: 6, orphans: [] });
    expect(await outbox.list(['queued', 'delivered', 'dead', 'discarded'])).toEqual(before);

    const stand = async (at: string) => (await run(cwd, 'positions', 'plumbago', '--at', at)).stdout;
    expect(await stand('2023-02-15')).toContain(TRAINING_CLAUSE.slice(0, 40));
    expect(await stand('2023-06-01')).not.toContain(TRAINING_CLAUSE.slice(0, 40));
    expect((await run(cwd, 'timeline')).stdout).toMatch(/1 {2}2023-02-01 {2}/);

    // Everything goes on as if nothing had come before it.
    expect((await run(cwd, 'check')).stdout).toMatch(/unchanged/);
    web.routes.set('/privacy', { body: policyPage({ extra: ['We keep letters for a year.'] }) });
    await run(cwd, 'check');
    expect((await versionsIn(cwd)).at(-1)).toMatchObject({ number: 7, origin: 'change', revertsTo: null });
    expect((await imported(cwd, versionsRepository([...STORY, later]))).summary.documents).toMatchObject([
      { known: 6, late: 1 },
    ]);
  });

  it('brought in part by part, the newest first, gives the same archive as at once', async () => {
    const repository = versionsRepository(STORY);
    const atOnce = await workplace();
    await imported(atOnce, repository);
    const inParts = await workplace();
    for (const since of ['2023-04-15', '2023-01-15', '2022-01-01'])
      await imported(inParts, repository, '--since', since);
    expect(await versionsIn(inParts)).toEqual(await versionsIn(atOnce));
    const [parts, whole] = await Promise.all([inParts, atOnce].map((cwd) => openArchive(join(cwd, 'snapshots'))));
    expect(await parts?.archive.changes({})).toEqual(await whole?.archive.changes({}));
  });

  it('puts the same words before our own first capture too, as the same words', async () => {
    const web = await servePolicy(policyPage());
    const cwd = await workplace(web.url);
    await run(cwd, 'check');
    await imported(cwd, versionsRepository(STORY));
    const versions = await versionsIn(cwd);
    expect(versions.at(-1)).toMatchObject({ number: 5, origin: 'origin-change', hash: versions[3]?.hash });
    const { archive } = await openArchive(join(cwd, 'snapshots'));
    expect(await archive.changes({})).toHaveLength(2);
    await run(cwd, 'export', 'git', 'out');
    const fresh = await workplace();
    await imported(fresh, join(cwd, 'out'));
    expect((await versionsIn(fresh)).map(({ id }) => id)).toEqual(versions.map(({ id }) => id));
  });

  it('leaves out what would come before a change that a check has told', async () => {
    const web = await servePolicy(policyPage({ extra: [TRAINING_CLAUSE] }));
    const cwd = await workplace(web.url);
    await imported(cwd, versionsRepository(STORY));
    await run(cwd, 'check');
    const other = { ...STORY[1], at: '2023-06-01T06:00:00Z', text: policyMarkdown({ extra: ['Letters.'] }) };
    const repository = versionsRepository([...STORY, other as SampleCommit]);
    expect((await imported(cwd, repository)).summary.documents).toMatchObject([{ known: 6, late: 1 }]);
  });
});

describe('the first check after an import', () => {
  it('shows the other reading as a change of origin and alerts nobody where it states the same', async () => {
    const web = await servePolicy(
      policyPage({ without: 'what you ordered, when it was sent, and whether it came back' }),
    );
    const cwd = await workplace(web.url);
    await imported(cwd, versionsRepository(STORY));
    expect(await run(cwd, 'check')).toMatchObject({ status: 0 });
    const versions = await versionsIn(cwd);
    expect(versions.at(-1)).toMatchObject({ number: 5, origin: 'origin-change' });
    expect(versions.at(-1)?.provenance).toBeUndefined();
    const { archive, outbox } = await openArchive(join(cwd, 'snapshots'));
    expect((await archive.changes({ limit: 1 }))[0]).toMatchObject({ after: { origin: 'origin-change' } });
    const queued = await outbox.list(['queued', 'delivered', 'dead', 'discarded']);
    expect(queued.map(({ kind }) => kind)).toEqual(['welcome']);
  });

  it('alerts where a fact differs', async () => {
    const web = await servePolicy(policyPage({ extra: [TRAINING_CLAUSE] }));
    const cwd = await workplace(web.url);
    await imported(cwd, versionsRepository(STORY));
    await run(cwd, 'check');
    const { outbox } = await openArchive(join(cwd, 'snapshots'));
    const queued = await outbox.list(['queued', 'delivered', 'dead', 'discarded']);
    expect(queued.map(({ kind }) => kind).toSorted()).toEqual(['alert', 'welcome']);
  });

  it('goes on from the words of the import where they are the same, and a later change is one like any other', async () => {
    const web = await servePolicy(policyPage());
    const cwd = await workplace(web.url);
    await imported(cwd, versionsRepository(STORY));
    await run(cwd, 'check');
    expect(await versionsIn(cwd)).toHaveLength(4);
    web.routes.set('/privacy', { body: policyPage({ extra: [TRAINING_CLAUSE] }) });
    await run(cwd, 'check');
    expect((await versionsIn(cwd)).at(-1)).toMatchObject({ number: 5, origin: 'change' });
  });
});

describe('export', () => {
  it('to git, and import of that, give the same versions, dates, changes and suspects', async () => {
    const web = await servePolicy(policyPage({ extra: ['We keep letters for a year.'] }));
    const cwd = await workplace(web.url);
    const licence = { at: '2022-12-31T06:00:00Z', message: 'License', path: 'LICENSE', text: 'ODC-By, version 1.0\n' };
    const recorded = [licence, ...STORY];
    await imported(cwd, versionsRepository(recorded));
    await run(cwd, 'check');
    web.routes.set('/privacy', { body: policyPage({ extra: [TRAINING_CLAUSE] }) });
    await run(cwd, 'check');
    expect(await run(cwd, 'export', 'git', 'out')).toMatchObject({ status: 0 });
    const dates = execFileSync('git', ['-C', join(cwd, 'out'), 'log', '--format=%as %s'], { encoding: 'utf8' });
    expect(dates.trim().split('\n').at(-1)).toBe('2023-01-01 First record of Plumbago Privacy Policy');

    const fresh = await workplace();
    const back = await imported(fresh, join(cwd, 'out'));
    expect(back).toMatchObject({
      status: 0,
      summary: { sources: [{ repository: 'plumbago', licence: 'ODC-By-1.0' }] },
    });
    const again = await run(fresh, 'import', 'ota', join(cwd, 'out'));
    expect(again.stderr).toContain('with texts of plumbago (ODC-By-1.0): name where the texts come from');
    const lines = async (where: string): Promise<unknown[]> =>
      (await run(where, 'export', 'json')).stdout
        .trim()
        .split('\n')
        // The texts are the same words (`hash`); that a bare address is no link is not told by Markdown.
        .map((line) => ({ ...JSON.parse(line), origin: null, provenance: null, markdown: null }));
    const before = await lines(cwd);
    expect(before.length).toBeGreaterThan(8);
    expect(await lines(fresh)).toEqual(before);
    const [one, other] = await Promise.all([cwd, fresh].map((where) => openArchive(join(where, 'snapshots'))));
    const suspects = await one?.archive.allSuspectsOf('plumbago/privacy');
    expect(suspects).toHaveLength(1);
    expect(await other?.archive.allSuspectsOf('plumbago/privacy')).toEqual(suspects);
    // Known by where they first came from; the words that held already were not exported.
    const { summary } = await imported(fresh, versionsRepository(recorded));
    expect(summary.documents).toMatchObject([{ late: 0, known: 5, counts: { unchanged: 1 }, changes: 0 }]);
  });

  it('to Markdown gives one file for each version, and fills no folder that holds something', async () => {
    const cwd = await workplace();
    await imported(cwd, versionsRepository(STORY));
    expect(await run(cwd, 'export', 'markdown', 'out')).toMatchObject({ status: 0 });
    expect(readFileSync(join(cwd, 'out/plumbago/privacy/2023-02-01T06-00-00.000Z.md'), 'utf8')).toContain(
      TRAINING_CLAUSE,
    );
    expect(await run(cwd, 'export', 'git', 'out')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('holds something already'),
    });
  });
});

describe('an import of something broken', () => {
  const message = 'Record new changes of Plumbago Privacy Policy';
  const at = '2024-01-01T00:00:00Z';

  it.each([
    ['no folder at all', () => join(temporaryFolder(), 'nothing'), /no git repository.*no such folder/],
    ['a folder that is no repository', () => temporaryFolder(), /no git repository/],
    ['a repository without a commit', () => versionsRepository([]), /no commit yet/],
    ['a transport that runs programs', () => 'ext::sh -c touch% /tmp/clausewatch-was-here', /no git repository/],
    ['an option in place of a repository', () => '--upload-pack=touch', /unknown option/],
    [
      'a repository of something else',
      () => versionsRepository([{ message: 'Initial commit', at, path: 'notes/first.md', text: 'Hello.\n' }]),
      /no repository of versions/,
    ],
  ])('says so of %s, and stores nothing', async (_, repository, expected) => {
    const cwd = await workplace();
    const ran = await run(cwd, 'import', 'ota', repository());
    expect(ran).toMatchObject({ status: 2, stderr: expect.stringMatching(expected) });
    expect(await versionsIn(cwd)).toEqual([]);
  });

  it('stops a document at a missing blob, keeps what came before, and goes on when it is there', async () => {
    const cwd = await workplace();
    const repository = versionsRepository(STORY);
    const blob = execFileSync('git', ['-C', repository, 'rev-parse', 'main~1:Plumbago/Privacy Policy.md'], {
      encoding: 'utf8',
    });
    const loose = join(repository, 'objects', blob.slice(0, 2), blob.trim().slice(2));
    const kept = readFileSync(loose);
    rmSync(loose, { force: true });
    const broken = await imported(cwd, repository);
    expect(broken.status).toBe(3);
    expect(broken.summary.documents).toMatchObject([{ error: { code: 'blob_missing' }, counts: { imported: 2 } }]);
    writeFileSync(loose, kept);
    expect((await imported(cwd, repository)).status).toBe(0);
    expect((await versionsIn(cwd)).map(({ capturedAt }) => capturedAt.slice(0, 7))).toEqual([
      '2023-01',
      '2023-02',
      '2023-03',
      '2023-05',
    ]);
  });

  it('keeps files of any name, each as a document of its own', async () => {
    const cwd = await workplace();
    const paths = [
      'Plum "bago"/Terms.md',
      'Plumbago/Terms #part.md',
      'Plumbago/Terms.md',
      'Слива/Условия.md',
      '梅/規約.md',
    ];
    const first = 'First record of Plumbago Terms';
    const repository = versionsRepository(paths.map((path) => ({ message: first, at, path, text: policyMarkdown() })));
    const { status, summary } = await imported(cwd, repository, '--new-platforms');
    expect(status).toBe(0);
    const ids = summary.documents.map(({ documentId }: { documentId: string }) => documentId);
    expect(new Set(ids).size).toBe(5);
    expect(ids).toContain('plumbago/terms');
    for (const id of ids) expect(id).toMatch(/^[a-z0-9-]+\/[a-z0-9-]+$/);
    expect(await run(cwd, 'export', 'git', 'out')).toMatchObject({ status: 0 });
    const fresh = await workplace();
    expect((await imported(fresh, join(cwd, 'out'), '--new-platforms')).summary.documents).toHaveLength(5);
  });

  it('puts commits out of order in the order of their dates', async () => {
    const cwd = await workplace();
    const [first, second, ...others] = STORY as [SampleCommit, SampleCommit, ...SampleCommit[]];
    await imported(cwd, versionsRepository([second, first, ...others]));
    expect((await versionsIn(cwd)).map(({ capturedAt }) => capturedAt.slice(0, 7))).toEqual([
      '2023-01',
      '2023-02',
      '2023-03',
      '2023-05',
    ]);
  });

  it('keeps an empty file, a huge one and one that was removed as what they are', async () => {
    const cwd = await workplace();
    const huge = Buffer.alloc(20 * 1024 * 1024, 'word ');
    const commits = ['', huge, null].map((text, day) => ({ message, at: `2024-01-0${day + 1}T00:00:00Z`, text }));
    const { status, summary } = await imported(cwd, versionsRepository([...STORY, ...commits]));
    expect(status).toBe(0);
    expect(summary.documents).toMatchObject([{ counts: { imported: 3, suspect: 3 } }]);
    const { archive } = await openArchive(join(cwd, 'snapshots'));
    expect((await archive.allSuspectsOf('plumbago/privacy')).map(({ reason }) => reason)).toEqual([
      'error-page',
      'empty-shell',
      'too-complex',
    ]);
  });
});

describe('an import that is killed', () => {
  it.each([
    ['into an empty archive', 2],
    ['before captures of our own', 3],
  ])(
    'goes on to the same archive as one that was not disturbed: %s',
    async (_, changes) => {
      const repository = versionsRepository(STORY);
      const web = await servePolicy(policyPage({ extra: [TRAINING_CLAUSE] }));
      const place = await workplace(web.url);
      if (changes === 3) await run(place, 'check');
      const command = async (): Promise<CrashCommand> => {
        const cwd = temporaryFolder();
        cpSync(place, cwd, { recursive: true });
        return { cwd, args: ['import', 'ota', repository] };
      };
      const storyOf = ({ cwd }: CrashCommand) =>
        readStory({ dir: join(cwd, 'snapshots'), documentIds: ['plumbago/privacy'] });
      const calm = await command();
      const boundaries = await countBoundaries(calm);
      const story = await storyOf(calm);
      expect(story.changes).toHaveLength(changes);
      expect(boundaries).toBeGreaterThan(30);
      const points = Array.from({ length: CRASHES }, () => 1 + Math.floor(Math.random() * boundaries));
      for (const boundary of points) {
        const killed = await command();
        const crashes: CrashPoint[] = [{ boundary }];
        const crashed = await runThroughCrashes(killed, crashes);
        expect(crashed, `killed at ${boundary}`).toEqual({ status: 0, kills: 1 });
        expect(differencesOf(story, await storyOf(killed)), `killed at ${boundary} of ${boundaries}`).toEqual([]);
      }
    },
    600_000,
  );
});
