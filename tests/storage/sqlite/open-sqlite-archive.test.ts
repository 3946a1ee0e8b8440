import { once } from 'node:events';
import { chmodSync, mkdirSync, readdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, it } from 'vitest';
import { openSqliteArchive } from '../../../src/storage/sqlite/open-sqlite-archive.ts';
import { DOCUMENT_ID, recordFirst } from '../../harness/archive-samples.ts';
import { openArchive } from '../../harness/open-archive.ts';
import { spawnWriter } from '../../harness/spawn-writer.ts';
import { temporaryFolder } from '../../harness/temporary-folder.ts';

const posix = process.platform !== 'win32';

it('makes the folder and the database closed to other users', async () => {
  const dir = join(temporaryFolder(), 'deep', 'archive');
  const { archive } = await openArchive(dir);
  await recordFirst(archive, 'Text.', 1);
  const mode = (path: string): number => statSync(path).mode & 0o777;
  expect([mode(dir), mode(join(dir, 'clausewatch.db')), mode(join(dir, 'clausewatch.db-wal'))]).toEqual(
    posix ? [0o700, 0o600, 0o600] : expect.anything(),
  );
});

it('leaves the mode of a folder that was there alone', async () => {
  const dir = temporaryFolder();
  chmodSync(dir, 0o755);
  await openArchive(dir);
  if (posix) expect(statSync(dir).mode & 0o777).toBe(0o755);
});

it('lays texts out by document and time, without colons, for people to look at', async () => {
  const dir = temporaryFolder();
  const { archive } = await openArchive(dir);
  await recordFirst(archive, 'Text.', 1);
  expect(readdirSync(join(dir, DOCUMENT_ID)).toSorted()).toEqual([
    '2026-03-01T00-01-00.000Z.html.zst',
    '2026-03-01T00-01-00.000Z.json.zst',
    '2026-03-01T00-01-00.000Z.md',
  ]);
});

it('refuses an archive that a newer clausewatch wrote, and leaves it alone', async () => {
  const dir = temporaryFolder();
  await (await openSqliteArchive({ dir })).close();
  const database = new DatabaseSync(join(dir, 'clausewatch.db'));
  database.exec('PRAGMA user_version = 99');
  database.close();
  await expect(openSqliteArchive({ dir })).rejects.toMatchObject({ code: 'archive_newer' });
  expect(readdirSync(dir)).toEqual(['clausewatch.db']);
});

it('refuses a database that is not ours', async () => {
  const dir = temporaryFolder();
  const database = new DatabaseSync(join(dir, 'clausewatch.db'));
  database.exec('CREATE TABLE holidays (day TEXT)');
  database.close();
  await expect(openSqliteArchive({ dir })).rejects.toMatchObject({ code: 'archive_foreign' });
});

it('says storage_damaged for a file that is no database', async () => {
  const dir = temporaryFolder();
  writeFileSync(join(dir, 'clausewatch.db'), 'this is not a database, whatever its name may say'.repeat(100));
  await expect(openSqliteArchive({ dir })).rejects.toMatchObject({ code: 'storage_damaged' });
});

it('says storage_unreachable where a file stands in the way of the folder', async () => {
  const dir = join(temporaryFolder(), 'archive');
  writeFileSync(dir, '');
  const refused = { code: expect.stringMatching(/^storage_(?:unreachable|failed)$/) };
  await expect(openSqliteArchive({ dir })).rejects.toMatchObject(refused);
});

it('never writes through a link that leads out of the archive', async () => {
  const [dir, outside] = [temporaryFolder(), temporaryFolder()];
  const { content } = await openArchive(dir);
  symlinkSync(outside, join(dir, 'acme'));
  await expect(content.put(Buffer.from('x'), 'acme/privacy/a.md')).rejects.toMatchObject({
    code: 'content_name_invalid',
  });
  expect(readdirSync(outside)).toEqual([]);
});

it('never reads through a link that leads out of the archive', async () => {
  const [dir, outside] = [temporaryFolder(), temporaryFolder()];
  const { content } = await openArchive(dir);
  mkdirSync(join(outside, 'privacy'));
  writeFileSync(join(outside, 'privacy', 'a.md'), 'x');
  const sha256 = await content.put(Buffer.from('x'), 'acme/privacy/a.md');
  const database = new DatabaseSync(join(dir, 'clausewatch.db'));
  database.exec(`UPDATE contents SET path = 'other/privacy/a.md'`);
  database.close();
  symlinkSync(outside, join(dir, 'other'));
  await expect(content.get(sha256)).rejects.toMatchObject({ code: 'content_name_invalid' });
});

it('opens for several processes that start in an empty folder at once', async () => {
  const dir = join(temporaryFolder(), 'archive');
  const exits = await Promise.all(
    Array.from({ length: 5 }, () => {
      const child = spawnWriter(dir, 20);
      child.stdout.resume();
      return once(child, 'exit');
    }),
  );
  expect(exits.map(([code]) => code)).toEqual([0, 0, 0, 0, 0]);
  const { archive } = await openArchive(dir);
  // Each of the busy writers got in each of its captures and versions.
  expect(await archive.verify()).toEqual({ versions: 75, captures: 100, orphans: [] });
});
