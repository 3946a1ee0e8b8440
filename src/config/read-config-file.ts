import { readFile, stat } from 'node:fs/promises';
import type { Violation } from './config-error.ts';

const GROUP_OR_OTHERS_MAY_WRITE = 0o022;
const OTHERS_MAY_WRITE = 0o002;

export interface ReadFile {
  /** Null when the file does not exist or may not be used. */
  readonly text: string | null;
  readonly violations: readonly Violation[];
}

/**
 * Reads a file of the configuration. One that somebody else may write is refused (POSIX): who can write it decides what
 * is fetched and who is mailed. `trusted` leaves that check out for files that ship with the program: whoever can write
 * those can write the program too, and a clone under umask 002 has them writable by the group.
 */
export async function readConfigFile(path: string, options: { trusted?: boolean } = {}): Promise<ReadFile> {
  try {
    if (!options.trusted) {
      const violation = await foreignWriter(path, GROUP_OR_OTHERS_MAY_WRITE);
      if (violation) return { text: null, violations: [violation] };
    }
    return { text: await readFile(path, 'utf8'), violations: [] };
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return { text: null, violations: [] };
    return { text: null, violations: [{ file: path, path: '', message: `cannot be read (${codeOf(error)})` }] };
  }
}

/** The configuration folder itself: in one that everybody may write, a safe file can be swapped for another. */
export async function checkConfigDir(dir: string, mustExist: boolean): Promise<readonly Violation[]> {
  try {
    const violation = await foreignWriter(dir, OTHERS_MAY_WRITE);
    return violation ? [violation] : [];
  } catch (error) {
    if (codeOf(error) === 'ENOENT' && !mustExist) return [];
    const message = codeOf(error) === 'ENOENT' ? 'there is no such folder' : `cannot be read (${codeOf(error)})`;
    return [{ file: dir, path: '', message }];
  }
}

async function foreignWriter(path: string, mask: number): Promise<Violation | null> {
  const { mode } = await stat(path);
  if (process.platform === 'win32' || (mode & mask) === 0) return null;
  const octal = (mode & 0o777).toString(8).padStart(4, '0');
  return { file: path, path: '', message: `is writable by others (mode ${octal}); mend it: chmod go-w ${path}` };
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
}
