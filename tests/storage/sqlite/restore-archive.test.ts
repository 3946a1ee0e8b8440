import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setImmediate } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { beforeEach, describe, expect, it } from 'vitest';
import { backupArchive } from '../../../src/storage/sqlite/backup-archive.ts';
import { restoreArchive } from '../../../src/storage/sqlite/restore-archive.ts';
import { DOCUMENT_ID } from '../../harness/archive-samples.ts';
import { openArchive } from '../../harness/open-archive.ts';
import { type BackupEntry, readBackup, writeBackup } from '../../harness/rewrite-backup.ts';
import { temporaryFolder } from '../../harness/temporary-folder.ts';

const DATABASE = 'clausewatch.db';
const posix = process.platform !== 'win32';
const fixture = (format: number): string => join(import.meta.dirname, `../../fixtures/archive-format-${format}`);

let root: string;
let file: string;
let dir: string;

beforeEach(async () => {
  root = temporaryFolder();
  [file, dir] = [join(root, 'archive.tar.zst'), join(root, 'restored')];
  cpSync(fixture(2), join(root, 'source'), { recursive: true });
  await backupArchive({ dir: join(root, 'source'), file });
});

/** Restoring fails so, and nothing is different from before. */
async function refuses(code: string, limits = {}): Promise<void> {
  await expect(restoreArchive({ file, dir, limits })).rejects.toMatchObject({ code });
  expect(readdirSync(root).toSorted()).toEqual(['archive.tar.zst', 'source']);
}

async function rewrite(change: (entries: BackupEntry[]) => BackupEntry[]): Promise<void> {
  await writeBackup(file, change(await readBackup(file)));
}

/** Puts an entry before the database. */
const withEntry = (header: BackupEntry['header'], bytes: Uint8Array = Buffer.from('x')): Promise<void> =>
  rewrite((entries) => [...entries.slice(0, -1), { header, bytes }, ...entries.slice(-1)]);

async function rewriteDatabase(sql: string): Promise<void> {
  const path = join(root, 'source', DATABASE);
  const database = new DatabaseSync(path, { enableForeignKeyConstraints: false });
  database.exec('PRAGMA journal_mode = DELETE');
  database.exec(sql);
  database.close();
  await rewrite((entries) => [...entries.slice(0, -1), { header: { name: DATABASE }, bytes: readFileSync(path) }]);
}

describe('the folder', () => {
  it.each(['absent', 'empty', 'with the README of a clone'])('may be %s', async (state) => {
    if (state !== 'absent') mkdirSync(dir, { mode: 0o755 });
    if (state.startsWith('with')) writeFileSync(join(dir, 'README.md'), 'about');
    expect(await restoreArchive({ file, dir })).toEqual({ versions: 2, files: 7 });
    expect(await (await openArchive(dir)).archive.verify()).toMatchObject({ versions: 2, orphans: [] });
    expect(existsSync(join(dir, 'README.md'))).toBe(state.startsWith('with'));
    if (posix) {
      expect(statSync(dir).mode & 0o777).toBe(state === 'absent' ? 0o700 : 0o755);
      expect(statSync(join(dir, DATABASE)).mode & 0o777).toBe(0o600);
    }
    expect(readdirSync(root).toSorted()).toEqual(['archive.tar.zst', 'restored', 'source']);
  });

  it.each([DATABASE, 'notes.txt', 'acme'])('is left alone when it holds %s', async (name) => {
    mkdirSync(dir);
    writeFileSync(join(dir, name), 'precious');
    await expect(restoreArchive({ file, dir })).rejects.toMatchObject({ code: 'archive_not_empty' });
    expect(readFileSync(join(dir, name), 'utf8')).toBe('precious');
  });

  it('may not be a file', async () => {
    writeFileSync(dir, 'precious');
    await expect(restoreArchive({ file, dir })).rejects.toMatchObject({ code: 'archive_not_empty' });
  });
});

describe('entries', () => {
  it.each([
    '../evil.md',
    '../../evil.md',
    '/tmp/evil.md',
    'acme/../../evil.md',
    'acme/./evil.md',
    'acme//evil.md',
    'C:/evil.md',
    'acme\\..\\..\\evil.md',
    'acme/.hidden.md',
    '.ssh/authorized_keys',
    'evil.md',
    'acme/evil.sh',
    'acme/a\u0000.md',
    'outbox/../evil.eml',
    'outbox/..eml',
    'clausewatch.db-wal',
    'README.md',
  ])('called %j are refused, and nothing is written', async (name) => {
    await withEntry({ name });
    await refuses('backup_invalid');
    expect(existsSync(join(root, '..', 'evil.md'))).toBe(false);
  });

  it.each(['symlink', 'link', 'directory', 'fifo', 'character-device', 'contiguous-file'] as const)(
    'of the type %s are refused',
    async (type) => {
      await withEntry({ name: 'acme/evil.md', type, linkname: '/etc/passwd', size: 0 }, new Uint8Array());
      await refuses('backup_invalid');
    },
  );

  it('that come twice are refused, also in another case', async () => {
    const [, first] = await readBackup(file);
    await withEntry({
      name: first?.header.name.toUpperCase().replace(/\.[A-Z]+(?:\.ZST)?$/, (end) => end.toLowerCase()) ?? '',
    });
    await refuses('backup_invalid');
  });

  it('are refused when there are too many, or when they are too large', async () => {
    await refuses('backup_too_large', { maxEntries: 3 });
    await refuses('backup_too_large', { maxFileBytes: 10 });
    await refuses('backup_too_large', { maxBytes: 20_000 });
  });

  it('that unpack to far more than the backup has are refused before they are on the disk', async () => {
    await withEntry({ name: 'acme/bomb.md' }, Buffer.alloc(40_000_000));
    await refuses('backup_too_large', { ratioFromBytes: 1_000_000 });
  });
});

describe('a backup', () => {
  it('that no row names parts of is restored without them', async () => {
    await withEntry({ name: 'acme/left.md' });
    await restoreArchive({ file, dir });
    expect(existsSync(join(dir, 'acme/left.md'))).toBe(false);
  });

  it('that is not there is told as such', async () => {
    await expect(restoreArchive({ file: join(root, 'none'), dir })).rejects.toMatchObject({ code: 'backup_missing' });
  });

  it.each([0, 1, 100, 2_000])('that is cut off after %i bytes is refused', async (bytes) => {
    truncateSync(file, bytes);
    await refuses('backup_invalid');
  });

  it('that is something else is refused', async () => {
    writeFileSync(file, 'this is no backup, whatever its name may say'.repeat(100));
    await refuses('backup_invalid');
  });

  it('of another layout, without its database, or without its first entry is refused', async () => {
    const entries = await readBackup(file);
    await writeBackup(file, entries.slice(1));
    await refuses('backup_invalid');
    await writeBackup(file, entries.slice(0, -1));
    await refuses('backup_invalid');
    await writeBackup(file, [
      { header: { name: 'clausewatch-backup.json' }, bytes: Buffer.from('{}') },
      ...entries.slice(1),
    ]);
    await refuses('backup_invalid');
  });

  it('in which one text was changed is refused', async () => {
    await rewrite((entries) =>
      entries.map((entry) =>
        entry.header.name.endsWith('.md') ? { ...entry, bytes: Buffer.from(entry.bytes).fill(88, 3, 5) } : entry,
      ),
    );
    await refuses('backup_invalid');
  });

  it('in which one text is missing is refused', async () => {
    await rewrite((entries) => entries.filter(({ header }) => !header.name.endsWith('.json.zst')));
    await refuses('backup_invalid');
  });

  it('of a newer format is refused as such', async () => {
    await rewriteDatabase('PRAGMA user_version = 99');
    await refuses('archive_newer');
  });

  it('of an older format is restored, and upgraded when it is opened', async () => {
    cpSync(fixture(1), join(root, 'old'), { recursive: true });
    await backupArchive({ dir: join(root, 'old'), file, force: true });
    await restoreArchive({ file, dir });
    expect((await (await openArchive(dir)).archive.versionsOf(DOCUMENT_ID)).map(({ number }) => number)).toEqual([
      2, 1,
    ]);
    expect(existsSync(join(dir, `${DATABASE}.before-1`))).toBe(true);
  });

  it.each([
    ['a trigger', 'CREATE TRIGGER t AFTER INSERT ON checks BEGIN DELETE FROM versions; END'],
    ['a view', 'CREATE VIEW v AS SELECT * FROM outbox'],
    ['a table of its own', 'CREATE TABLE extra (x TEXT)'],
    ['a table less', 'DROP TABLE host_slots'],
    ['a name that leads outside', `UPDATE contents SET path = '../../evil.md' WHERE path LIKE '%01-00%.md'`],
    ['a size that cannot be', 'UPDATE contents SET bytes = 1000000000000'],
    ['rows that point to nothing', 'DELETE FROM captures'],
  ])('whose database has %s is refused', async (_name, sql) => {
    await rewriteDatabase(sql);
    await refuses('backup_invalid');
  });

  it('whose database is none is refused', async () => {
    const bytes = Buffer.from('no database at all'.repeat(1_000));
    await rewrite((entries) => [...entries.slice(0, -1), { header: { name: DATABASE }, bytes }]);
    await refuses('backup_invalid');
    await rewrite((entries) => [...entries.slice(0, -1), { header: { name: DATABASE }, bytes: new Uint8Array() }]);
    await refuses('backup_invalid');
  });
});

it('leaves the folder as it was when it is killed at any moment, and the next attempt succeeds', async () => {
  mkdirSync(dir);
  writeFileSync(join(dir, 'README.md'), 'about');
  const script = fileURLToPath(new URL('../../harness/restorer-process.ts', import.meta.url));
  for (let turns = 0; turns < 8; turns += 1) {
    const child = spawn(process.execPath, [script, file, dir], { stdio: ['ignore', 'pipe', 'inherit'] });
    const exited = once(child, 'exit');
    await once(child.stdout, 'data');
    // Some of it done, more with each turn.
    const staging = join(root, '.restored.restoring');
    while (!existsSync(staging) && child.exitCode === null && !existsSync(join(dir, DATABASE))) await setImmediate();
    for (let n = 0; n < turns * 40; n += 1) await setImmediate();
    child.kill('SIGKILL');
    await exited;
    const names = existsSync(dir) ? readdirSync(dir).filter((name) => name !== 'README.md') : [];
    expect(names.length === 0 || names.includes(DATABASE), 'all or nothing').toBe(true);
    if (names.length > 0) break;
  }
  if (!existsSync(join(dir, DATABASE))) await restoreArchive({ file, dir });
  expect(await (await openArchive(dir)).archive.verify()).toMatchObject({ versions: 2, orphans: [] });
});
