import type { KeptRobots, RobotsStore } from '../../fetchers/robots-store.ts';
import type { SqliteDatabase } from './sqlite-database.ts';

interface RobotsRow {
  readonly status: number;
  readonly body: Uint8Array;
  readonly read_at: number;
}

/** Redirects name hosts at will; what was not asked for again in so long is let go. */
const FORGET_MS = 30 * 86_400_000;

/** One row per origin. Not durable at once: after a power cut a robots.txt may be read a second time. */
export class SqliteRobotsStore implements RobotsStore {
  readonly #database: SqliteDatabase;

  constructor(database: SqliteDatabase) {
    this.#database = database;
  }

  async get(origin: string): Promise<KeptRobots | null> {
    const row = this.#database.get<RobotsRow>('SELECT status, body, read_at FROM robots WHERE origin = ?', origin);
    return row ? { answer: { status: row.status, body: row.body }, readAt: row.read_at } : null;
  }

  async put(origin: string, { answer, readAt }: KeptRobots): Promise<void> {
    this.#database.fleeting(() => {
      this.#database.run('DELETE FROM robots WHERE read_at < ?', readAt - FORGET_MS);
      this.#database.run(
        `INSERT INTO robots (origin, status, body, read_at) VALUES (?, ?, ?, ?)
         ON CONFLICT (origin) DO UPDATE SET status = excluded.status, body = excluded.body, read_at = excluded.read_at`,
        ...[origin, answer.status, answer.body, readAt],
      );
    });
  }
}
