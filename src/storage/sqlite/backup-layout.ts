import { assertContentName } from './content-name.ts';

/** First in every backup: tells one from any other tar file. */
export const MANIFEST_NAME = 'clausewatch-backup.json';
/** The database of an archive; last in every backup, as without it the rest is worth nothing. */
export const DATABASE_NAME = 'clausewatch.db';
export const OUTBOX_FOLDER = 'outbox';

const MANIFEST = { kind: 'clausewatch-backup', layout: 1 } as const;
const OUTBOX_FILE = /^[a-z0-9][\w.@-]{0,200}\.eml$/i;

export function manifestBytes(): Buffer {
  return Buffer.from(`${JSON.stringify(MANIFEST)}\n`);
}

export function isManifest(bytes: Uint8Array): boolean {
  return Buffer.from(bytes).equals(manifestBytes());
}

/** A message that was written instead of sent, by its name within the outbox folder. */
export function isOutboxFile(name: string): boolean {
  return OUTBOX_FILE.test(name);
}

/** Whether a backup may hold an entry of that name besides manifest and database: nothing that leads elsewhere. */
export function mayHold(name: string): boolean {
  const [folder, file, ...rest] = name.split('/');
  if (folder === OUTBOX_FOLDER && file !== undefined && rest.length === 0) return isOutboxFile(file);
  try {
    assertContentName(name);
    return /\.(?:md|zst)$/.test(name);
  } catch {
    return false;
  }
}
