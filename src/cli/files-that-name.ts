import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Files of the archive that hold an address beside its database: messages that were written instead of sent, and copies
 * of the database from before an upgrade.
 */
export async function filesThatName(address: string, archiveDir: string): Promise<string[]> {
  const copies = await namesIn(archiveDir, /\.before-\d+$/);
  const messages = await namesIn(join(archiveDir, 'outbox'), /\.eml$/);
  const found: string[] = [];
  for (const file of [...copies, ...messages]) {
    // Byte by byte, as a database is no text.
    const bytes = (await readFile(file)).toString('latin1').toLowerCase();
    if (bytes.includes(Buffer.from(address.toLowerCase()).toString('latin1'))) found.push(file);
  }
  return found;
}

async function namesIn(dir: string, pattern: RegExp): Promise<string[]> {
  try {
    const names = (await readdir(dir)).filter((name) => pattern.test(name));
    return names.toSorted().map((name) => join(dir, name));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}
