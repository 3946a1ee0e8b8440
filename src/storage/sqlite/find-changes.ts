import { SEVERITIES } from '../../domain/fact.ts';
import type { Change, ChangeOutline, Version } from '../../domain/version.ts';
import type { HistoryFilter } from '../../snapshots/archive.ts';
import {
  type ChangeOutlineRow,
  type ChangeRow,
  changeOf,
  OUTLINE_COLUMNS,
  outlineOf,
  VERSION_COLUMNS,
  type VersionRow,
  versionOf,
} from './rows.ts';
import type { SqliteDatabase } from './sqlite-database.ts';

/** Newest first. `since` is inclusive. */
export function findChanges(database: SqliteDatabase, filter: HistoryFilter): Change[] {
  return findRows<ChangeRow>(database, '*', filter).map((row) => changeOf(row, ...versionsOf(database, row)));
}

/** As {@link findChanges}, for many: redlines are the most of what a change is, and stay where they are. */
export function findOutlines(database: SqliteDatabase, filter: HistoryFilter): ChangeOutline[] {
  const rows = findRows<ChangeOutlineRow>(database, OUTLINE_COLUMNS, filter);
  return rows.map((row) => outlineOf(row, ...versionsOf(database, row)));
}

export function findChange(database: SqliteDatabase, changeId: string): Change | null {
  const row = database.get<ChangeRow>('SELECT * FROM changes WHERE id = ?', changeId);
  return row ? changeOf(row, ...versionsOf(database, row)) : null;
}

function findRows<Row>(database: SqliteDatabase, columns: string, filter: HistoryFilter): Row[] {
  const { documentIds, topic, since, minSeverity, limit } = filter;
  const severities = SEVERITIES.slice(minSeverity ? SEVERITIES.indexOf(minSeverity) : 0);
  return database.all<Row>(
    `SELECT ${columns} FROM changes
     WHERE (?1 IS NULL OR document_id IN (SELECT value FROM json_each(?1)))
       AND (?2 IS NULL OR EXISTS (SELECT 1 FROM json_each(classification, '$.topics') WHERE value = ?2))
       AND detected_at >= ?3 AND severity IN (SELECT value FROM json_each(?4))
     ORDER BY detected_at DESC, rowid DESC LIMIT ?5`,
    documentIds ? JSON.stringify(documentIds) : null,
    topic ?? null,
    since ?? '',
    JSON.stringify(severities),
    limit ?? -1,
  );
}

function versionsOf(database: SqliteDatabase, row: ChangeOutlineRow): [before: Version, after: Version] {
  return [row.before_id, row.after_id].map((id) => {
    const found = database.get<VersionRow>(`SELECT ${VERSION_COLUMNS} FROM versions WHERE id = ?`, id);
    // Foreign keys hold: a change without its versions can only be a bug or a damaged file, which `verify` names.
    if (!found) throw new Error(`change ${row.id} names version ${id}, which is not there`);
    return versionOf(found);
  }) as [Version, Version];
}
