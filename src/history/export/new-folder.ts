import { mkdirSync, readdirSync, renameSync, rmdirSync, rmSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { ClausewatchError } from '../../domain/clausewatch-error.ts';

/**
 * Fills a folder that is empty or not there. It gets its name when all is written, so that what was cut short never looks
 * whole. Throws `export_not_empty`, or `export_unwritable` where it cannot be made.
 */
export async function fillNewFolder<T>(dir: string, fill: (folder: string) => Promise<T>): Promise<T> {
  const target = resolve(dir);
  assertFree(target, dir);
  const part = `${target}.part-${process.pid}`;
  try {
    rmSync(part, { recursive: true, force: true });
    mkdirSync(dirname(target), { recursive: true });
    mkdirSync(part, { mode: 0o755 });
    const filled = await fill(part);
    assertFree(target, dir);
    rmdirSync(target, {});
    renameSync(part, target);
    return filled;
  } catch (error) {
    rmSync(part, { recursive: true, force: true });
    if (error instanceof ClausewatchError || !(error instanceof Error && 'code' in error)) throw error;
    const message = `${dir}: cannot be written (${String(error.code)}); choose another folder.`;
    throw new ClausewatchError('export_unwritable', message, { cause: error });
  }
}

/** Makes sure that the folder is there and holds nothing. */
function assertFree(target: string, dir: string): void {
  mkdirSync(target, { recursive: true });
  if (readdirSync(target).length === 0) return;
  throw new ClausewatchError('export_not_empty', `${dir}: holds something already; name a new folder.`);
}
