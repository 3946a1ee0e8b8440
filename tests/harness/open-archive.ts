import { onTestFinished } from 'vitest';
import { type OpenedArchive, openSqliteArchive } from '../../src/storage/sqlite/open-sqlite-archive.ts';

/** An archive that is closed when the test ends. */
export async function openArchive(dir: string): Promise<OpenedArchive> {
  const opened = await openSqliteArchive({ dir });
  onTestFinished(() => opened.close());
  return opened;
}
