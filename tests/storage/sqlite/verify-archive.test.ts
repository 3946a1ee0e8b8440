import { mkdirSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, it } from 'vitest';
import type { Archive } from '../../../src/snapshots/archive.ts';
import { DOCUMENT_ID, recordChange, recordFirst } from '../../harness/archive-samples.ts';
import { openArchive } from '../../harness/open-archive.ts';
import { temporaryFolder } from '../../harness/temporary-folder.ts';

async function recorded(): Promise<{ dir: string; archive: Archive; fileOf: (ending: string) => string }> {
  const dir = temporaryFolder();
  const { archive } = await openArchive(dir);
  const first = await recordFirst(archive, 'We do not train models.', 1);
  await recordChange(archive, first.stored.version, { text: 'We train models.', at: 2 });
  const fileOf = (ending: string): string => {
    const name = readdirSync(join(dir, DOCUMENT_ID))
      .toSorted()
      .findLast((file) => file.endsWith(ending));
    return join(dir, DOCUMENT_ID, name ?? '');
  };
  return { dir, archive, fileOf };
}

it('finds nothing wrong with a sound archive and says what it looked at', async () => {
  const { archive } = await recorded();
  expect(await archive.verify()).toEqual({ versions: 2, captures: 2, orphans: [] });
});

it('lists files that no row names, and nothing that is not content', async () => {
  const { dir, archive } = await recorded();
  mkdirSync(join(dir, 'outbox'));
  writeFileSync(join(dir, 'outbox', 'alert.eml'), '');
  writeFileSync(join(dir, 'README.md'), '');
  writeFileSync(join(dir, DOCUMENT_ID, 'left.json.zst'), '');
  expect((await archive.verify()).orphans).toEqual([`${DOCUMENT_ID}/left.json.zst`]);
});

it.each(['.md', '.json.zst', '.html.zst'])('names a %s file that is gone', async (ending) => {
  const { archive, fileOf } = await recorded();
  rmSync(fileOf(ending));
  await expect(archive.verify()).rejects.toMatchObject({
    code: 'storage_damaged',
    message: expect.stringContaining(ending),
  });
});

it('names a file that was cut short', async () => {
  const { archive, fileOf } = await recorded();
  truncateSync(fileOf('.md'), 5);
  await expect(archive.verify()).rejects.toMatchObject({ message: expect.stringContaining('5 bytes instead of') });
});

it.each(['.md', '.json.zst', '.html.zst'])(
  'names a %s file of a current version in which one bit flipped',
  async (ending) => {
    const { archive, fileOf } = await recorded();
    const bytes = readFileSync(fileOf(ending));
    const place = bytes.length - 8;
    bytes[place] = (bytes[place] ?? 0) ^ 1;
    writeFileSync(fileOf(ending), bytes);
    await expect(archive.verify()).rejects.toMatchObject({
      code: 'storage_damaged',
      message: expect.stringContaining(ending),
    });
  },
);

it('names rows that point to nothing', async () => {
  const { dir, archive } = await recorded();
  const database = new DatabaseSync(join(dir, 'clausewatch.db'), { enableForeignKeyConstraints: false });
  database.exec('DELETE FROM captures');
  database.close();
  const expected = { code: 'storage_damaged', message: expect.stringContaining('versions names a row of captures') };
  await expect(archive.verify()).rejects.toMatchObject(expected);
});

it('still shows the text of a version whose readable copy somebody edited', async () => {
  const { archive, fileOf } = await recorded();
  writeFileSync(fileOf('.md'), 'my notes');
  expect((await archive.latest(DOCUMENT_ID))?.page.markdown).toContain('We train models.');
});
