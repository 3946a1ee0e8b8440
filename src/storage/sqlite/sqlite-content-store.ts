import { zstdCompressSync } from 'node:zlib';
import { ClausewatchError } from '../../domain/clausewatch-error.ts';
import type { ContentStore } from '../../snapshots/content-store.ts';
import type { ContentFolder } from './content-folder.ts';
import { assertContentName } from './content-name.ts';
import { type BaseContent, packContent } from './pack-content.ts';
import { baseReader } from './read-base.ts';
import type { SqliteDatabase } from './sqlite-database.ts';
import { storageError } from './storage-error.ts';
import { type ContentRow, isCompressed, sha256Of, unpackContent } from './stored-content.ts';

/** Bytes on their way into the store: hashed and compressed, not yet written. */
export interface PreparedContent {
  readonly sha256: string;
  readonly bytes: Uint8Array;
  /** As it will lie on the disk; null where equal bytes were stored already. */
  readonly stored: Uint8Array | null;
  /** What `stored` is a difference from; null where it stands by itself. */
  readonly baseSha256: string | null;
  readonly path: string;
}

const DIFFERENCE = '.delta.zst';

/** Such a file cannot be unpacked by itself; its name says so to whoever tries. */
function asDifference(path: string): string {
  return `${path.slice(0, -'.zst'.length)}${DIFFERENCE}`;
}

function kindOf(path: string): 'plain' | 'compressed' | 'difference' {
  if (!isCompressed(path)) return 'plain';
  return path.endsWith(DIFFERENCE) ? 'difference' : 'compressed';
}

/**
 * Files for people to look at, and one row each that says which bytes are where. Markdown lies there as it is,
 * everything else compressed (`.zst`), where that pays as the difference from another one (`.delta.zst`). A missing or truncated file heals when the same bytes are put again.
 */
export class SqliteContentStore implements ContentStore {
  readonly #database: SqliteDatabase;
  readonly #folder: ContentFolder;
  readonly #baseOf: (sha256: string) => Promise<Uint8Array>;

  constructor(database: SqliteDatabase, folder: ContentFolder) {
    this.#database = database;
    this.#folder = folder;
    this.#baseOf = baseReader(database, folder);
  }

  async put(bytes: Uint8Array, name: string): Promise<string> {
    const prepared = await this.prepare(bytes, name);
    this.#database.transaction(() => this.admit(prepared));
    return prepared.sha256;
  }

  async get(sha256: string): Promise<Uint8Array> {
    const row = this.#rowOf(sha256);
    const stored = row && (await this.#read(row.path));
    if (!row || !stored) {
      const where = row ? `${row.path} is gone` : 'it was never kept, or let go because only noise differed';
      throw new ClausewatchError('content_missing', `No content ${sha256}: ${where}.`);
    }
    return unpackContent(stored, row, this.#baseOf);
  }

  /** Whether those bytes lie in the store; a file that is gone or cut short heals when they are put again. */
  keeps(sha256: string): boolean {
    const row = this.#rowOf(sha256);
    return row !== undefined && this.#isWhole(row);
  }

  /** The slow half of `put`, outside of any transaction. `baseSha256`: a content that it probably resembles. */
  async prepare(bytes: Uint8Array, name: string, baseSha256: string | null = null): Promise<PreparedContent> {
    assertContentName(name);
    const sha256 = sha256Of(bytes);
    const path = name.endsWith('.md') ? name : `${name}.zst`;
    const row = this.#rowOf(sha256);
    if (row && this.#isWhole(row)) return { sha256, bytes, stored: null, baseSha256: null, path };
    if (!isCompressed(path)) return { sha256, bytes, stored: bytes, baseSha256: null, path };
    const packed = await packContent(bytes, await this.#baseFor(baseSha256));
    return { sha256, bytes, ...packed, path: packed.baseSha256 === null ? path : asDifference(path) };
  }

  /** The other half, inside the caller's transaction: the file is durable before the row that names it can be seen. */
  admit({ sha256, bytes, stored, baseSha256, path }: PreparedContent): void {
    const row = this.#rowOf(sha256);
    if (row && this.#isWhole(row)) return;
    const target = row?.path ?? this.#freePath(path, sha256);
    // Compressed here only where equal bytes, or the base, were let go since they were prepared, or the bytes lie under
    // another kind of name.
    const fits = stored !== null && kindOf(path) === kindOf(target) && this.#mayStandOn(baseSha256);
    const file = fits ? stored : isCompressed(target) ? zstdCompressSync(bytes) : bytes;
    this.#folder.write(target, file);
    this.#database.run(
      `INSERT INTO contents (sha256, path, bytes, stored_bytes, base_sha256) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT (sha256) DO UPDATE SET stored_bytes = excluded.stored_bytes, base_sha256 = excluded.base_sha256`,
      ...[sha256, target, bytes.length, file.length, fits ? baseSha256 : null],
    );
  }

  /** Inside the caller's transaction: forgets contents that nothing names. Returns the paths for `removeFiles`. */
  release(hashes: readonly string[]): string[] {
    return hashes.flatMap((sha256) => {
      const gone = this.#database.all<{ path: string; base: string | null }>(
        `DELETE FROM contents WHERE sha256 = ?1
           AND NOT EXISTS (SELECT 1 FROM captures WHERE content_sha256 = ?1)
           AND NOT EXISTS (SELECT 1 FROM versions WHERE page_sha256 = ?1)
           AND NOT EXISTS (SELECT 1 FROM versions WHERE markdown_sha256 = ?1)
           AND NOT EXISTS (SELECT 1 FROM parts WHERE page_sha256 = ?1)
           AND NOT EXISTS (SELECT 1 FROM awaiting WHERE page_sha256 = ?1)
           AND NOT EXISTS (SELECT 1 FROM contents AS others WHERE others.base_sha256 = ?1)
         RETURNING path, base_sha256 AS base`,
        sha256,
      );
      // A base stays as long as anything stands on it, and may go with the last that does.
      return gone.flatMap(({ path, base }) => [path, ...(base === null ? [] : this.release([base]))]);
    });
  }

  /** After the release was committed; under the lock, as another process may have put new bytes there since. */
  removeFiles(paths: readonly string[]): void {
    if (paths.length === 0) return;
    this.#database.transaction(() => {
      for (const path of paths) if (!this.#isTaken(path)) this.#folder.remove(path);
    });
  }

  async #read(path: string): Promise<Uint8Array | null> {
    try {
      return await this.#folder.read(path);
    } catch (error) {
      throw storageError(error, path);
    }
  }

  /** Only what stands by itself is a base, so that no content hangs on a chain of others. */
  async #baseFor(sha256: string | null): Promise<BaseContent | null> {
    const row = sha256 === null ? undefined : this.#rowOf(sha256);
    if (!row || !this.#mayStandOn(row.sha256) || !isCompressed(row.path)) return null;
    try {
      return { sha256: row.sha256, bytes: await this.get(row.sha256), storedBytes: row.stored_bytes };
    } catch (error) {
      // Let go or damaged: no reason not to store what was brought now.
      if (error instanceof ClausewatchError && error.code.startsWith('content_')) return null;
      throw error;
    }
  }

  #mayStandOn(sha256: string | null): boolean {
    if (sha256 === null) return true;
    const row = this.#rowOf(sha256);
    return row !== undefined && row.base_sha256 == null && this.#isWhole(row);
  }

  #rowOf(sha256: string): ContentRow | undefined {
    return this.#database.get('SELECT * FROM contents WHERE sha256 = ?', sha256);
  }

  #isWhole({ path, stored_bytes: size }: ContentRow): boolean {
    return this.#folder.sizeOf(path) === size;
  }

  #isTaken(path: string): boolean {
    return this.#database.get('SELECT 1 FROM contents WHERE path = ?', path) !== undefined;
  }

  /** Two captures of one millisecond: the second one's name gets a part of its hash. */
  #freePath(path: string, sha256: string): string {
    if (!this.#isTaken(path)) return path;
    const slash = path.lastIndexOf('/') + 1;
    return `${path.slice(0, slash)}${sha256.slice(0, 12)}-${path.slice(slash)}`;
  }
}
