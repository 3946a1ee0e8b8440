import { randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { chmod, lstat, mkdir, readFile, rename, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { createBrotliDecompress } from 'node:zlib';
import { ClausewatchError } from '../../domain/clausewatch-error.ts';

/** The compressed binary that `@sparticuz/chromium` ships. */
export interface PackagedChromium {
  readonly archive: string;
  readonly version: string;
}

/** The packaged Chromium; null where the optional package is missing or is not made for this machine. */
export async function packagedChromium(os = process.platform, arch = process.arch): Promise<PackagedChromium | null> {
  if (os !== 'linux' || arch !== 'x64') return null;
  try {
    // The package exports nothing but its entry, build/esm/index.js; its own unpacking races and is not used.
    const entry = import.meta.resolve('@sparticuz/chromium');
    const root = new URL('../../', entry);
    const { version } = JSON.parse(await readFile(new URL('package.json', root), 'utf8'));
    const archive = fileURLToPath(new URL('bin/chromium.br', root));
    return (await lstat(archive)).isFile() ? { archive, version: String(version) } : null;
  } catch {
    return null;
  }
}

/** The user's cache folder by the habits of the system. */
export function defaultCacheDir(os: NodeJS.Platform = process.platform, home = homedir()): string {
  if (os === 'darwin') return join(home, 'Library', 'Caches', 'clausewatch');
  if (os === 'win32') return join(home, 'AppData', 'Local', 'clausewatch', 'Cache');
  return join(home, '.cache', 'clausewatch');
}

/** Others must not be able to put a program where we start one. */
async function checkOwned(path: string): Promise<void> {
  const { uid, mode } = await lstat(path);
  const own = process.getuid === undefined || uid === process.getuid();
  if (own && (mode & 0o022) === 0) return;
  throw new ClausewatchError(
    'browser_unpack_failed',
    `${path} belongs to, or is writable by, somebody else; remove it, or choose another cache folder.`,
  );
}

async function isFile(path: string): Promise<boolean> {
  try {
    return (await lstat(path)).isFile();
  } catch {
    return false;
  }
}

/**
 * Unpacks the packaged Chromium into `<cacheDir>/chromium-<version>/` once and gives the path of the program. Several
 * processes may do so at once: each writes a file of its own and renames it when it is whole. Throws
 * `browser_unpack_failed`.
 */
export async function inflateChromium({ archive, version }: PackagedChromium, cacheDir: string): Promise<string> {
  const dir = join(cacheDir, `chromium-${version}`);
  const program = join(dir, 'chromium');
  const part = join(dir, `chromium-${randomUUID()}.part`);
  try {
    await mkdir(dir, { recursive: true, mode: 0o700 });
    await checkOwned(dir);
    if (await isFile(program)) {
      await checkOwned(program);
      return program;
    }
    await pipeline(
      createReadStream(archive),
      createBrotliDecompress(),
      createWriteStream(part, { flags: 'wx', mode: 0o700 }),
    );
    await chmod(part, 0o700);
    await rename(part, program);
    return program;
  } catch (error) {
    await rm(part, { force: true }).catch(() => undefined);
    if (error instanceof ClausewatchError) throw error;
    const why = error instanceof Error ? error.message : String(error);
    throw new ClausewatchError(
      'browser_unpack_failed',
      `The packaged browser could not be unpacked to ${dir} (200 MB are needed): ${why}`,
      { cause: error },
    );
  }
}
