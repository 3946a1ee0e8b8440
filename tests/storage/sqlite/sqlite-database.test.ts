import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { SqliteDatabase } from '../../../src/storage/sqlite/sqlite-database.ts';
import { temporaryFolder } from '../../harness/temporary-folder.ts';

function open(file = join(temporaryFolder(), 'test.db')): SqliteDatabase {
  const database = new SqliteDatabase(file);
  onTestFinished(() => database.close());
  database.exec('CREATE TABLE IF NOT EXISTS notes (text TEXT PRIMARY KEY) STRICT');
  return database;
}

const countOf = (database: SqliteDatabase): unknown => database.get('SELECT count(*) AS count FROM notes');

it('keeps nothing of a transaction that fails, and goes on working', () => {
  const database = open();
  const bug = new TypeError('a bug of ours');
  const work = (): void => {
    database.run('INSERT INTO notes VALUES (?)', 'a');
    throw bug;
  };
  expect(() => database.transaction(work)).toThrow(bug);
  expect(countOf(database)).toEqual({ count: 0 });
  database.transaction(() => database.run('INSERT INTO notes VALUES (?)', 'b'));
  expect(countOf(database)).toEqual({ count: 1 });
});

it('says storage_full when the disk has no room, and keeps what was there', () => {
  const database = open();
  database.run('INSERT INTO notes VALUES (?)', 'before');
  // What SQLite answers is the same as on a full disk.
  database.exec('PRAGMA max_page_count = 4');
  const fill = (): void => {
    for (let n = 0; n < 100; n += 1) database.run('INSERT INTO notes VALUES (?)', `${n}`.padEnd(1_000));
  };
  expect(() => database.transaction(fill)).toThrow(expect.objectContaining({ code: 'storage_full' }));
  expect(countOf(database)).toEqual({ count: 1 });
});

it('says storage_busy when another process keeps the lock too long', () => {
  const database = open();
  const other = open(database.file);
  other.exec('PRAGMA busy_timeout = 1');
  const refused = expect.objectContaining({ code: 'storage_busy', cause: expect.any(Error) });
  database.transaction(() => expect(() => other.transaction(() => 1)).toThrow(refused));
  expect(other.transaction(() => 1)).toBe(1);
});

it('says storage_conflict when a rule of the tables is broken', () => {
  const database = open();
  database.run('INSERT INTO notes VALUES (?)', 'a');
  const refused = expect.objectContaining({ code: 'storage_conflict' });
  expect(() => database.run('INSERT INTO notes VALUES (?)', 'a')).toThrow(refused);
});

it('says storage_unreachable when the folder is gone', () => {
  const file = join(temporaryFolder(), 'gone', 'test.db');
  expect(() => new SqliteDatabase(file)).toThrow(expect.objectContaining({ code: 'storage_unreachable' }));
});
