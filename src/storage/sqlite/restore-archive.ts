import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmdirSync,
  rmSync,
  statfsSync,
  statSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { ClausewatchError } from '../../domain/clausewatch-error.ts';
import { checkRestored, type RestoredCounts } from './check-restored.ts';
import { syncFolder } from './content-folder.ts';
import { storageError } from './storage-error.ts';
import { BACKUP_LIMITS, type BackupLimits, unpackBackup } from './unpack-backup.ts';

/** Comes with a clone and is no part of an archive. */
const README = 'README.md';

export interface RestoreOptions {
  readonly file: string;
  /** The archive's folder: absent or empty. */
  readonly dir: string;
  readonly limits?: Partial<BackupLimits>;
}

/**
 * Makes an archive of a backup. Everything is unpacked beside the folder and looked at before it takes its place by one
 * rename: until then nothing has changed. Throws `backup_missing`, `backup_invalid`, `backup_too_large`,
 * `archive_newer`, `archive_not_empty`, `restore_blocked` or `storage_*`.
 */
export async function restoreArchive({ file, dir, limits }: RestoreOptions): Promise<RestoredCounts> {
  if (!existsSync(file)) throw new ClausewatchError('backup_missing', `${file}: there is no such file.`);
  const target = existsSync(dir) ? realpathSync(dir) : resolve(dir);
  assertEmpty(target);
  const parent = dirname(target);
  // One name per target: what a crash left is removed by the next attempt.
  const staging = join(parent, `.${basename(target)}.restoring`);
  try {
    mkdirSync(parent, { recursive: true });
    rmSync(staging, { recursive: true, force: true });
    mkdirSync(staging, { mode: 0o700 });
    const { bavail, bsize } = statfsSync(parent);
    const all = { ...BACKUP_LIMITS, maxBytes: bavail * bsize, ...limits };
    await unpackBackup(file, staging, all);
    const counts = await checkRestored(staging, all.maxFileBytes);
    moveIntoPlace(staging, target);
    return counts;
  } catch (error) {
    throw storageError(error, target);
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
}

function assertEmpty(target: string): void {
  const found = statSync(target, { throwIfNoEntry: false });
  if (found === undefined) return;
  const [name] = found.isDirectory() ? readdirSync(target).filter((entry) => entry !== README) : [basename(target)];
  if (name === undefined) return;
  const advice = 'move it away, or name another folder with --archive';
  throw new ClausewatchError('archive_not_empty', `${target} is not empty (${name}); ${advice}.`);
}

function moveIntoPlace(staging: string, target: string): void {
  assertEmpty(target);
  if (existsSync(target)) {
    chmodSync(staging, statSync(target).mode & 0o777);
    if (existsSync(join(target, README))) copyFileSync(join(target, README), join(staging, README));
  }
  for (const entry of readdirSync(staging, { recursive: true, withFileTypes: true })) {
    if (entry.isDirectory()) syncFolder(join(entry.parentPath, entry.name));
  }
  syncFolder(staging);
  try {
    removeEmpty(target);
    renameSync(staging, target);
  } catch (error) {
    const advice = 'restore into a folder inside it, with --archive';
    const message = `${target} cannot be replaced (is it a mounted disk?); ${advice}.`;
    throw new ClausewatchError('restore_blocked', message, { cause: error });
  }
  syncFolder(dirname(target));
}

/** Not left to the rename: Windows does not replace folders. */
function removeEmpty(target: string): void {
  if (!existsSync(target)) return;
  rmSync(join(target, README), { force: true });
  rmdirSync(target);
}
