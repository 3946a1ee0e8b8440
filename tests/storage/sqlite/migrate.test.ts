import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { migrate } from '../../../src/storage/sqlite/migrate.ts';
import { SqliteDatabase } from '../../../src/storage/sqlite/sqlite-database.ts';
import { temporaryFolder } from '../../harness/temporary-folder.ts';

const FIRST = `CREATE TABLE notes (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT; INSERT INTO notes VALUES (1, 'kept')`;
const SECOND = `ALTER TABLE notes ADD COLUMN at TEXT; UPDATE notes SET at = 'now'`;

function open(file: string): SqliteDatabase {
  const database = new SqliteDatabase(file);
  onTestFinished(() => database.close());
  return database;
}

it('copies an older archive before it touches it, closed to other users', () => {
  const dir = temporaryFolder();
  const database = open(join(dir, 'clausewatch.db'));
  migrate(database, [FIRST]);
  expect(readdirSync(dir), 'a new archive needs no copy').toEqual(['clausewatch.db']);
  migrate(database, [FIRST, SECOND]);
  expect(database.all('SELECT * FROM notes')).toEqual([{ id: 1, text: 'kept', at: 'now' }]);
  const copy = join(dir, 'clausewatch.db.before-1');
  if (process.platform !== 'win32') expect(statSync(copy).mode & 0o777).toBe(0o600);
  const old = open(copy);
  expect(old.all('SELECT * FROM notes')).toEqual([{ id: 1, text: 'kept' }]);
  expect(old.get('PRAGMA user_version')).toEqual({ user_version: 1 });
  migrate(old, [FIRST, SECOND]);
  expect(readdirSync(dir).filter((name) => name.includes('part'))).toEqual([]);
});

it('leaves the archive in its old format when a migration fails half way', () => {
  const database = open(join(temporaryFolder(), 'clausewatch.db'));
  migrate(database, [FIRST]);
  expect(() => migrate(database, [FIRST, `${SECOND}; INSERT INTO nowhere VALUES (1)`])).toThrow(/nowhere/);
  expect(database.all('SELECT * FROM notes')).toEqual([{ id: 1, text: 'kept' }]);
  expect(database.get('PRAGMA user_version')).toEqual({ user_version: 1 });
});

it('does nothing to an archive of today', () => {
  const dir = temporaryFolder();
  const database = open(join(dir, 'clausewatch.db'));
  migrate(database, [FIRST, SECOND]);
  migrate(database, [FIRST, SECOND]);
  expect(readdirSync(dir)).toEqual(['clausewatch.db']);
});

it("migrates once when another process was faster, and keeps that one's copy", () => {
  const dir = temporaryFolder();
  const file = join(dir, 'clausewatch.db');
  migrate(open(file), [FIRST]);
  class Overtaken extends SqliteDatabase {
    override transaction<Result>(work: () => Result): Result {
      migrate(open(file), [FIRST, SECOND]);
      return super.transaction(work);
    }
  }
  const late = new Overtaken(file);
  onTestFinished(() => late.close());
  migrate(late, [FIRST, SECOND]);
  expect(late.all('SELECT * FROM notes')).toEqual([{ id: 1, text: 'kept', at: 'now' }]);
  expect(open(join(dir, 'clausewatch.db.before-1')).get('PRAGMA user_version')).toEqual({ user_version: 1 });
});
