import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ClausewatchError } from '../domain/clausewatch-error.ts';
import { ENV_TEMPLATE, SETTINGS_TEMPLATE, SOURCES_TEMPLATE } from './init-templates.ts';

export interface InitFile {
  readonly path: string;
  /** `kept`: something of that name was there and was left as it is. */
  readonly outcome: 'written' | 'kept';
}

/**
 * Writes the commented files that a person starts from: settings and own sources into `dir`, `.env.example` into
 * `projectDir`. Never overwrites; modes are such that `loadConfig` accepts the files under any umask.
 *
 * @throws {ClausewatchError} `init_failed` when a folder or file cannot be written.
 */
export async function writeInitFiles(dir: string, options: { projectDir: string }): Promise<readonly InitFile[]> {
  const files = [
    { path: join(dir, 'settings.jsonc'), text: SETTINGS_TEMPLATE, mode: 0o600 },
    { path: join(dir, 'sources.local.jsonc'), text: SOURCES_TEMPLATE, mode: 0o644 },
    { path: join(options.projectDir, '.env.example'), text: ENV_TEMPLATE, mode: 0o644 },
  ];
  try {
    await mkdir(dir, { recursive: true, mode: 0o755 });
    const written: InitFile[] = [];
    for (const { path, text, mode } of files) written.push({ path, outcome: await writeNew(path, text, mode) });
    return written;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new ClausewatchError('init_failed', `The files could not be written: ${reason}`, { cause: error });
  }
}

async function writeNew(path: string, text: string, mode: number): Promise<InitFile['outcome']> {
  try {
    // Exclusive creation: checking first would overwrite a file that appears in between.
    await writeFile(path, text, { flag: 'wx', mode });
    return 'written';
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return 'kept';
    throw error;
  }
}
