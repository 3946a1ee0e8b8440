// Takes the slot of one host again and again and says on standard output from when until when it held it.
import { setTimeout as delay } from 'node:timers/promises';
import { migrate } from '../../src/storage/sqlite/migrate.ts';
import { MIGRATIONS } from '../../src/storage/sqlite/migrations/all-migrations.ts';
import { SqliteDatabase } from '../../src/storage/sqlite/sqlite-database.ts';
import { SqliteHostSlots } from '../../src/storage/sqlite/sqlite-host-slots.ts';
import type { VisitorOptions } from './spawn-visitor.ts';

const [file = '', json = ''] = process.argv.slice(2);
const { times, pauseMs, leaseMs } = JSON.parse(json) as VisitorOptions;
const database = new SqliteDatabase(file);
database.exec('PRAGMA journal_mode = WAL');
migrate(database, MIGRATIONS);
const slots = new SqliteHostSlots(database, { minPauseMs: pauseMs, leaseMs });
const { signal } = new AbortController();

const visit = async (): Promise<void> => {
  const release = await slots.acquire('fernleaf.example', signal);
  const from = Date.now();
  if (times === 0) {
    process.stdout.write(`${JSON.stringify({ from, until: from })}\n`);
    // Until it is killed; a deadline, so that a failing test leaves no process behind.
    await delay(60_000);
  }
  await delay(5);
  process.stdout.write(`${JSON.stringify({ from, until: Date.now() })}\n`);
  await release();
};
for (let n = 0; n < Math.max(times, 1); n += 1) await visit();
database.close();
