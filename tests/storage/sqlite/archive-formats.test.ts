import { cpSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, it } from 'vitest';
import type { Archive } from '../../../src/snapshots/archive.ts';
import { MIGRATIONS } from '../../../src/storage/sqlite/migrations/all-migrations.ts';
import { type OpenedArchive, openSqliteArchive } from '../../../src/storage/sqlite/open-sqlite-archive.ts';
import {
  DOCUMENT_ID,
  minute,
  recordChange,
  recordFirst,
  sampleBody,
  sampleCapture,
  sampleCheck,
  sampleImports,
  samplePage,
  sampleResult,
} from '../../harness/archive-samples.ts';
import { openArchive } from '../../harness/open-archive.ts';
import { temporaryFolder } from '../../harness/temporary-folder.ts';

const BEFORE = 'We do not train models on your letters.';
const AFTER = 'We train models on your letters.';
const SHORT = 'Letters.';
const OTHER = 'We train models on your letters and parcels.';
const SUSPECT_ID = 'acme/terms';
const IMPORTED_ID = 'acme/imported';
const PARTS_ID = 'acme/handbook';
const PART_URLS = ['https://acme.example/handbook/1', 'https://acme.example/handbook/2'];

/** The entry of `all-migrations.ts` that brought them. */
const FORMAT_OF_IMPORTS = 6;

const folderOf = (format: number): string => join(import.meta.dirname, `../../fixtures/archive-format-${format}`);

const ROBOTS = { answer: { status: 200, body: sampleBody('User-agent: *') }, readAt: Date.parse(minute(1)) };

async function fill({ archive, robots }: OpenedArchive): Promise<void> {
  await robots.put('https://acme.example', ROBOTS);
  const first = await recordFirst(archive, BEFORE, 1);
  await recordChange(archive, first.stored.version, { text: AFTER, at: 2 });
  const state = { fetchedVia: 'browser', toldUnreadableAt: minute(3) } as const;
  const failed = sampleCheck(minute(3), 'failed', { code: 'timeout', message: 'too slow' });
  await archive.recordResult(sampleResult(failed, { state }));
  const body = sampleBody(SHORT);
  const captureId = await archive.recordCapture(SUSPECT_ID, sampleCapture(minute(4), body), body);
  const suspect = sampleCheck(minute(4), 'suspect', { documentId: SUSPECT_ID, code: 'shrunk' });
  await archive.recordResult(sampleResult(suspect, { captureId, pageHash: samplePage(SHORT).hash }));
  await fillParts(archive);
  await fillAwaiting(archive);
  for (const record of sampleImports(IMPORTED_ID)) await archive.recordImport(record);
}

/** Other words that have been seen once, stored as their difference from the words that hold. */
async function fillAwaiting(archive: Archive): Promise<void> {
  const body = sampleBody(`${AFTER} ${OTHER}`);
  const capture = sampleCapture(minute(8), body);
  const id = await archive.recordCapture(DOCUMENT_ID, capture, body);
  const page = samplePage(OTHER);
  const stored = { id, documentId: DOCUMENT_ID, capture, bodySha256: capture.bodySha256 };
  const [held] = await archive.changes({});
  const check = sampleCheck(minute(8), 'unconfirmed');
  const state = { heldChangeId: held?.id ?? null };
  const result = { captureId: id, pageHash: page.hash, awaiting: [{ stored, page, since: minute(8) }], state };
  await archive.recordResult(sampleResult(check, result));
}

async function fillParts(archive: Archive): Promise<void> {
  const ids: string[] = [];
  for (const [index, url] of PART_URLS.entries()) {
    const bytes = sampleBody(`Part ${index}`);
    ids.push(await archive.recordCapture(PARTS_ID, { ...sampleCapture(minute(5 + index), bytes), url }, bytes));
  }
  const [captureId = '', other = ''] = ids;
  const part = { url: PART_URLS[0] ?? '', captureId, page: samplePage('Part 0'), acceptedByHand: true };
  const suspect = { captureId: other, outcome: 'suspect', reason: 'shrunk', pageHash: samplePage(SHORT).hash } as const;
  const check = sampleCheck(minute(7), 'suspect', { documentId: PARTS_ID, code: 'shrunk' });
  const parts = [{ ...part, verifiedUntil: minute(5), validators: { etag: '"p"' } }];
  const captures = [{ captureId, outcome: 'unchanged' } as const, suspect];
  await archive.recordResult(sampleResult(check, { captureId, captures, parts }));
}

// Once for each released format, by hand: WRITE_ARCHIVE_FIXTURE=1 npx vitest run tests/storage/sqlite/archive-formats
if (process.env.WRITE_ARCHIVE_FIXTURE === '1') it('writes the fixture of the newest format', writeFixture);

async function writeFixture(): Promise<void> {
  const dir = folderOf(MIGRATIONS.length);
  rmSync(dir, { recursive: true, force: true });
  const opened = await openSqliteArchive({ dir });
  await fill(opened);
  await opened.close();
  const database = new DatabaseSync(join(dir, 'clausewatch.db'));
  database.exec('VACUUM');
  database.close();
  expect(existsSync(join(dir, DOCUMENT_ID))).toBe(true);
}

it.each(MIGRATIONS.map((_, index) => index + 1))(
  'opens an archive of format %i and finds everything in it',
  async (format) => {
    const dir = temporaryFolder();
    cpSync(folderOf(format), dir, { recursive: true });
    const { archive, outbox, robots } = await openArchive(dir);
    const versionsKept = format < FORMAT_OF_IMPORTS ? 2 : 4;
    const captures = [2, 3, 5, 6, 6, 8][format - 1];
    expect(await archive.verify()).toEqual({ versions: versionsKept, captures, orphans: [] });
    const versions = await archive.versionsOf(DOCUMENT_ID);
    const texts = await Promise.all(versions.map(async ({ id }) => (await archive.version(id))?.page.blocks[0]?.text));
    expect(texts).toEqual([AFTER, BEFORE]);
    expect(await archive.changes({ documentIds: [DOCUMENT_ID] })).toMatchObject([
      { before: { number: 1 }, after: { number: 2 }, classification: { severity: 'high' }, redline: { changed: true } },
    ]);
    expect(await archive.status([DOCUMENT_ID])).toMatchObject([
      {
        verifiedUntil: minute(2),
        lastChangeAt: minute(2),
        versions: 2,
        ...(format < 4
          ? { consecutiveFailures: 1, lastCheck: { code: 'timeout' } }
          : { consecutiveFailures: 0, lastCheck: { outcome: 'unconfirmed' }, awaitingSince: minute(8) }),
      },
    ]);
    expect(await archive.validatorsOf(DOCUMENT_ID)).toEqual({ etag: '"2"' });
    expect(await outbox.list(['queued'])).toMatchObject([
      { attempts: 0, queuedAt: minute(2), message: { to: { address: 'jane@example.org' } } },
    ]);
    expect(existsSync(join(dir, `clausewatch.db.before-${format}`))).toBe(format < MIGRATIONS.length);
    if (format >= 2) await findsWhatCameWithFormat2(archive);
    if (format >= 3) await findsWhatCameWithFormat3(archive);
    if (format >= 4) await findsWhatCameWithFormat4(archive);
    expect(await robots.get('https://acme.example')).toEqual(format >= 5 ? ROBOTS : null);
    if (format >= FORMAT_OF_IMPORTS) await findsImports(archive);
  },
);

async function findsWhatCameWithFormat2(archive: Archive): Promise<void> {
  expect(await archive.suspectsOf(SUSPECT_ID)).toMatchObject([
    { reason: 'shrunk', pageHash: samplePage(SHORT).hash, capture: { fetchedAt: minute(4) } },
  ]);
  expect(await archive.stateOf(DOCUMENT_ID)).toMatchObject({ fetchedVia: 'browser', toldUnreadableAt: minute(3) });
}

async function findsWhatCameWithFormat3(archive: Archive): Promise<void> {
  const validators = { etag: '"p"' };
  expect(await archive.partsOf(PARTS_ID)).toMatchObject([
    { url: PART_URLS[0], acceptedByHand: true, verifiedUntil: minute(5), validators, page: samplePage('Part 0') },
  ]);
  expect(await archive.suspectsOf(PARTS_ID, PART_URLS[1])).toMatchObject([
    { reason: 'shrunk', pageHash: samplePage(SHORT).hash },
  ]);
  expect(await archive.suspectsOf(PARTS_ID, PART_URLS[0])).toEqual([]);
}

async function findsWhatCameWithFormat4(archive: Archive): Promise<void> {
  const [awaiting] = await archive.awaitingOf(DOCUMENT_ID);
  expect(awaiting).toMatchObject({ page: samplePage(OTHER), stored: { capture: { fetchedAt: minute(8) } } });
  expect(await archive.sightingsOf(DOCUMENT_ID, awaiting?.stored.capture.url ?? '', minute(0))).toHaveLength(1);
  expect((await archive.stateOf(DOCUMENT_ID)).heldChangeId).toBe(
    (await archive.changes({ documentIds: [DOCUMENT_ID] }))[0]?.id,
  );
}

async function findsImports(archive: Archive): Promise<void> {
  expect(await archive.importsOf(IMPORTED_ID)).toHaveLength(2);
  const [newest] = await archive.versionsOf(IMPORTED_ID);
  expect(newest).toMatchObject({ origin: 'imported', provenance: { repository: 'acme-versions' } });
  expect(await archive.changeOutlines({ documentIds: [IMPORTED_ID] })).toMatchObject([{ after: { id: newest?.id } }]);
}
