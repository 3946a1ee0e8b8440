import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
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

describe('contents that resemble one that is stored', () => {
  const PAGE = Array.from({ length: 400 }, (_, n) => `<p>${createHash('sha256').update(`${n}`).digest('hex')}</p>`);
  const page = (extra: string): Buffer => Buffer.from([...PAGE, `<p>${extra}</p>`].join('\n'));
  const put = async ({ database, store }: ReturnType<typeof openStore>, text: Buffer, name: string, base?: string) => {
    const prepared = await store.prepare(text, `acme/privacy/${name}.html`, base);
    database.transaction(() => store.admit(prepared));
    return prepared.sha256;
  };
  const rowOf = ({ database }: ReturnType<typeof openStore>, sha256: string) =>
    database.get<{ stored_bytes: number; base_sha256: string | null; path: string }>(
      'SELECT * FROM contents WHERE sha256 = ?',
      sha256,
    );

  it('take a small part of its room and come back byte for byte', async () => {
    const opened = openStore();
    const base = await put(opened, page('one'), 'a');
    const next = await put(opened, page('two'), 'b', base);
    const [first, second] = [rowOf(opened, base), rowOf(opened, next)];
    expect(first?.base_sha256).toBeNull();
    expect(second?.base_sha256).toBe(base);
    expect((second?.stored_bytes ?? 0) * 50).toBeLessThan(first?.stored_bytes ?? 0);
    expect(Buffer.from(await opened.store.get(next))).toEqual(page('two'));
  });

  it('never stand on one that itself stands on another', async () => {
    const opened = openStore();
    const base = await put(opened, page('one'), 'a');
    const second = await put(opened, page('two'), 'b', base);
    const third = await put(opened, page('three'), 'c', second);
    expect(rowOf(opened, third)?.base_sha256).toBeNull();
  });

  it('stand by themselves where they resemble it too little', async () => {
    const opened = openStore();
    const base = await put(opened, Buffer.from('a few words'), 'a');
    const next = await put(opened, page('two'), 'b', base);
    expect(rowOf(opened, next)?.base_sha256).toBeNull();
  });

  it('keep it as long as they are there, and let it go with the last of them', async () => {
    const opened = openStore();
    const { database, store } = opened;
    const base = await put(opened, page('one'), 'a');
    const next = await put(opened, page('two'), 'b', base);
    expect(database.transaction(() => store.release([base]))).toEqual([]);
    expect(Buffer.from(await store.get(next))).toEqual(page('two'));
    const paths = database.transaction(() => store.release([next]));
    expect(paths).toEqual(['acme/privacy/b.html.delta.zst', 'acme/privacy/a.html.zst']);
  });

  it('are stored whole where it was let go since they were prepared', async () => {
    const opened = openStore();
    const { database, store } = opened;
    const base = await put(opened, page('one'), 'a');
    const prepared = await store.prepare(page('two'), 'acme/privacy/b.html', base);
    expect(prepared.baseSha256).toBe(base);
    store.removeFiles(database.transaction(() => store.release([base])));
    database.transaction(() => store.admit(prepared));
    expect(Buffer.from(await store.get(prepared.sha256))).toEqual(page('two'));
  });

  it('are stored by themselves where it begins like a dictionary of zstd, to break what reads it', async () => {
    const opened = openStore();
    const hostile = Buffer.concat([Buffer.from([0x37, 0xa4, 0x30, 0xec]), page('one')]);
    const base = await put(opened, hostile, 'a');
    const next = await put(opened, page('two'), 'b', base);
    expect(rowOf(opened, next)?.base_sha256).toBeNull();
    expect(Buffer.from(await opened.store.get(next))).toEqual(page('two'));
  });

  it('are damaged, not endless, where rows of a foreign archive lead in a circle', async () => {
    const opened = openStore();
    const base = await put(opened, page('one'), 'a');
    const next = await put(opened, page('two'), 'b', base);
    opened.database.run('UPDATE contents SET base_sha256 = ? WHERE sha256 = ?', next, base);
    await expect(opened.store.get(next)).rejects.toMatchObject({ code: 'content_damaged' });
  });
});
