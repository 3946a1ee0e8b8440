import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { ContentFolder } from '../../../src/storage/sqlite/content-folder.ts';
import { migrate } from '../../../src/storage/sqlite/migrate.ts';
import { MIGRATIONS } from '../../../src/storage/sqlite/migrations/all-migrations.ts';
import { SqliteContentStore } from '../../../src/storage/sqlite/sqlite-content-store.ts';
import { SqliteDatabase } from '../../../src/storage/sqlite/sqlite-database.ts';
import { temporaryFolder } from '../../harness/temporary-folder.ts';

const NAME = 'acme/privacy/a.md';

function openStore(): { database: SqliteDatabase; store: SqliteContentStore } {
  const dir = temporaryFolder();
  const database = new SqliteDatabase(join(dir, 'test.db'));
  onTestFinished(() => database.close());
  migrate(database, MIGRATIONS);
  return { database, store: new SqliteContentStore(database, new ContentFolder(dir)) };
}

it('does not remove a file whose name somebody else has taken since it was let go', async () => {
  const { database, store } = openStore();
  const old = await store.put(Buffer.from('old'), NAME);
  const paths = database.transaction(() => store.release([old]));
  expect(paths).toEqual([NAME]);
  const taken = await store.put(Buffer.from('new'), NAME);
  store.removeFiles(paths);
  expect(Buffer.from(await store.get(taken)).toString()).toBe('new');
  await expect(store.get(old)).rejects.toMatchObject({ code: 'content_missing' });
});

it('stores bytes that were let go between their preparation and their admission', async () => {
  const { database, store } = openStore();
  const old = await store.put(Buffer.from('old'), NAME);
  const prepared = await store.prepare(Buffer.from('old'), 'acme/privacy/b.html');
  store.removeFiles(database.transaction(() => store.release([old])));
  database.transaction(() => store.admit(prepared));
  expect(Buffer.from(await store.get(old)).toString()).toBe('old');
});
