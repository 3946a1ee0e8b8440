import { ClausewatchError } from '../../domain/clausewatch-error.ts';

interface Trouble {
  readonly code: string;
  readonly advice: string;
}

const BUSY: Trouble = { code: 'storage_busy', advice: 'another process kept the archive locked; try again' };
const DAMAGED: Trouble = { code: 'storage_damaged', advice: 'the database is damaged; restore a backup' };
const FULL: Trouble = { code: 'storage_full', advice: 'the disk is full; free some space and start again' };
const CLOSED_OFF: Trouble = {
  code: 'storage_unreachable',
  advice: 'the folder cannot be read or written; check that it exists and who may write it',
};
const CONFLICT: Trouble = {
  code: 'storage_conflict',
  advice: 'another process recorded something else meanwhile; nothing of this was kept, check again',
};
const FAILED: Trouble = { code: 'storage_failed', advice: 'the disk or the database failed; see the cause' };

// https://www.sqlite.org/rescode.html, the primary result code (low byte).
const BY_RESULT: Readonly<Record<number, Trouble>> = {
  3: CLOSED_OFF,
  5: BUSY,
  6: BUSY,
  8: CLOSED_OFF,
  11: DAMAGED,
  13: FULL,
  14: CLOSED_OFF,
  19: CONFLICT,
  26: DAMAGED,
};

const BY_ERRNO: Readonly<Record<string, Trouble>> = {
  EACCES: CLOSED_OFF,
  EPERM: CLOSED_OFF,
  EROFS: CLOSED_OFF,
  ENOENT: CLOSED_OFF,
  ENOTDIR: CLOSED_OFF,
  ENOSPC: FULL,
  EDQUOT: FULL,
};

/**
 * What SQLite or the file system threw, as an error with a `storage_*` code; `doing` says what failed. Bugs and errors
 * that have a code of ours pass through unchanged.
 */
export function storageError(error: unknown, doing: string): unknown {
  if (!(error instanceof Error) || error instanceof ClausewatchError) return error;
  const trouble = troubleOf(error);
  if (!trouble) return error;
  return new ClausewatchError(trouble.code, `${doing}: ${trouble.advice} (${error.message})`, { cause: error });
}

function troubleOf(error: Error): Trouble | null {
  if ('errcode' in error && typeof error.errcode === 'number') return BY_RESULT[error.errcode & 0xff] ?? FAILED;
  if ('syscall' in error && 'code' in error) return BY_ERRNO[String(error.code)] ?? FAILED;
  return null;
}
