import type { Instant } from '../../domain/capture.ts';
import type { DocumentStatus } from '../../snapshots/archive.ts';
import { type CheckRow, checkOf } from './rows.ts';
import type { SqliteDatabase } from './sqlite-database.ts';

interface CheckPlace extends CheckRow {
  /** Of two checks of one moment, which came later. */
  readonly place: number;
}

interface Counts {
  readonly failures: number;
  readonly verified_until: Instant | null;
  readonly awaiting_since: Instant | null;
  readonly last_change_at: Instant | null;
  readonly versions: number;
}

const SAW_THE_POLICY = `outcome NOT IN ('failed', 'suspect')`;
/** A code beside another outcome: something else went wrong, or the words had been seen before. */
const SAW_WHAT_HOLDS = `outcome NOT IN ('failed', 'suspect', 'unconfirmed') AND code IS NULL`;
const NEWEST = 'ORDER BY at DESC, rowid DESC LIMIT 1';

/** `consecutiveFailures` counts every check since the policy itself was last seen: failed ones and suspects. */
export function documentStatus(database: SqliteDatabase, documentId: string): DocumentStatus {
  const lastCheck = database.get<CheckRow>(`SELECT * FROM checks WHERE document_id = ? ${NEWEST}`, documentId);
  const lastSeen = lastSeenPolicy(database, documentId);
  const counts = database.get<Counts>(
    `SELECT (SELECT count(*) FROM checks WHERE document_id = ?1 AND (at, rowid) > (?2, ?3)) AS failures,
            (SELECT at FROM checks WHERE document_id = ?1 AND ${SAW_WHAT_HOLDS} ${NEWEST}) AS verified_until,
            (SELECT max(since) FROM awaiting WHERE document_id = ?1) AS awaiting_since,
            (SELECT max(detected_at) FROM changes WHERE document_id = ?1) AS last_change_at,
            (SELECT count(*) FROM versions WHERE document_id = ?1) AS versions`,
    documentId,
    lastSeen?.at ?? '',
    lastSeen?.place ?? 0,
  );
  return {
    documentId,
    lastCheck: lastCheck ? checkOf(lastCheck) : null,
    verifiedUntil: counts?.verified_until ?? null,
    awaitingSince: counts?.awaiting_since ?? null,
    lastChangeAt: counts?.last_change_at ?? null,
    versions: counts?.versions ?? 0,
    consecutiveFailures: counts?.failures ?? 0,
  };
}

/** The last check that saw the policy itself, be it with other words that are not confirmed. */
export function lastSeenPolicy(database: SqliteDatabase, documentId: string): CheckPlace | undefined {
  const sql = `SELECT *, rowid AS place FROM checks WHERE document_id = ? AND ${SAW_THE_POLICY} ${NEWEST}`;
  return database.get<CheckPlace>(sql, documentId);
}
