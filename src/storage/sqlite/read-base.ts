import type { ContentFolder } from './content-folder.ts';
import type { SqliteDatabase } from './sqlite-database.ts';
import { type ContentRow, damaged, unpackContent } from './stored-content.ts';

/**
 * Reads contents that others are stored as differences from. Throws `content_damaged` for one that is missing or does
 * not stand by itself: of a foreign archive, the rows may lead in circles.
 */
export function baseReader(database: SqliteDatabase, folder: ContentFolder): (sha256: string) => Promise<Uint8Array> {
  return async (sha256) => {
    const row = database.get<ContentRow>('SELECT * FROM contents WHERE sha256 = ?', sha256);
    const stored = row && row.base_sha256 == null ? await folder.read(row.path) : null;
    if (!row || stored === null) throw damaged(row?.path ?? `content ${sha256}`);
    return unpackContent(stored, row, baseReader(database, folder));
  };
}
