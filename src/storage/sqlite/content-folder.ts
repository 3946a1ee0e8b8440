import {
  closeSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { readFile, realpath } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { ClausewatchError } from '../../domain/clausewatch-error.ts';

// One name suffices: writing happens only under the database's write lock, and the next write replaces a leftover.
const INCOMING = '.incoming';

/** The files below the archive's folder, by relative paths with `/`. Nothing is read or written outside of it. */
export class ContentFolder {
  readonly #root: string;

  constructor(dir: string) {
    this.#root = realpathSync(dir);
  }

  /** Durable when it returns. Call only while holding the database's write lock. */
  write(path: string, bytes: Uint8Array): void {
    const target = join(this.#root, path);
    this.#makeFolder(dirname(path));
    const incoming = join(this.#root, INCOMING);
    const file = openSync(incoming, 'w', 0o600);
    try {
      writeFileSync(file, bytes);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(incoming, target);
    syncFolder(dirname(target));
  }

  /** Null where there is no such file. */
  sizeOf(path: string): number | null {
    return statSync(join(this.#root, path), { throwIfNoEntry: false })?.size ?? null;
  }

  /** Null where there is no such file. */
  async read(path: string): Promise<Uint8Array | null> {
    try {
      const file = await realpath(join(this.#root, path));
      // A restored archive is foreign data: its paths and links may point anywhere.
      if (!file.startsWith(this.#root + sep)) throw outside(path);
      return await readFile(file);
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
      throw error;
    }
  }

  remove(path: string): void {
    rmSync(join(this.#root, path), { force: true });
  }

  /** Files that look like ours: `.md` and `.zst` in sub-folders. */
  list(): string[] {
    return readdirSync(this.#root, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(?:md|zst)$/.test(entry.name) && entry.parentPath !== this.#root)
      .map((entry) => relative(this.#root, join(entry.parentPath, entry.name)).split(sep).join('/'))
      .toSorted();
  }

  /** Step by step, because a recursive mkdir would follow a link that leads out of the archive. */
  #makeFolder(path: string): void {
    let folder = this.#root;
    for (const segment of path.split('/')) {
      const parent = folder;
      folder = join(folder, segment);
      const found = lstatSync(folder, { throwIfNoEntry: false });
      if (found === undefined) {
        mkdirSync(folder, { mode: 0o700 });
        syncFolder(parent);
      } else if (!found.isDirectory()) throw outside(path);
    }
  }
}

function outside(path: string): ClausewatchError {
  return new ClausewatchError('content_name_invalid', `${path} is not inside the archive (a link?); remove it.`);
}

/** Makes renames in a folder survive a power cut. */
export function syncFolder(folder: string): void {
  // Windows cannot open folders and needs no such call.
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
