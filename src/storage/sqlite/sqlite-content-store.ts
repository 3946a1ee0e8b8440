import { promisify } from 'node:util';
import { zstdCompress, zstdCompressSync } from 'node:zlib';
import { ClausewatchError } from '../../domain/clausewatch-error.ts';
import type { ContentStore } from '../../snapshots/content-store.ts';
import type { ContentFolder } from './content-folder.ts';
import { assertContentName } from './content-name.ts';
import type { SqliteDatabase } from './sqlite-database.ts';
import { storageError } from './storage-error.ts';
import { type ContentRow, isCompressed, sha256Of, unpackContent } from './stored-content.ts';

const compress = promisify(zstdCompress);

/** Bytes on their way into the store: hashed and compressed, not yet written. */
export interface PreparedContent {
  readonly sha256: string;
  readonly bytes: Uint8Array;
  /** As it will lie on the disk; null where equal bytes were stored already. */
  readonly stored: Uint8Array | null;
  readonly path: string;
}

/**
 * Files for people to look at, and one row each that says which bytes are where. Markdown lies there as it is,
 * everything else compressed (`.zst`). A missing or truncated file heals when the same bytes are put again.
 */
export class SqliteContentStore implements ContentStore {
  readonly #database: SqliteDatabase;
  readonly #folder: ContentFolder;

  constructor(database: SqliteDatabase, folder: ContentFolder) {
    this.#database = database;
    this.#folder = folder;
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
    return unpackContent(stored, row);
  }

  /** The slow half of `put`, outside of any transaction. */
  async prepare(bytes: Uint8Array, name: string): Promise<PreparedContent> {
    assertContentName(name);
    const sha256 = sha256Of(bytes);
    const path = name.endsWith('.md') ? name : `${name}.zst`;
    const row = this.#rowOf(sha256);
    if (row && this.#isWhole(row)) return { sha256, bytes, stored: null, path };
    return { sha256, bytes, stored: isCompressed(path) ? await compress(bytes) : bytes, path };
  }

  /** The other half, inside the caller's transaction: the file is durable before the row that names it can be seen. */
  admit({ sha256, bytes, stored, path }: PreparedContent): void {
    const row = this.#rowOf(sha256);
    if (row && this.#isWhole(row)) return;
    const target = row?.path ?? this.#freePath(path, sha256);
    // Compressed here only where equal bytes were let go since they were prepared, or lie under another kind of name.
    const fits = stored !== null && isCompressed(path) === isCompressed(target);
    const file = fits ? stored : isCompressed(target) ? zstdCompressSync(bytes) : bytes;
    this.#folder.write(target, file);
    this.#database.run(
      `INSERT INTO contents (sha256, path, bytes, stored_bytes) VALUES (?, ?, ?, ?)
       ON CONFLICT (sha256) DO UPDATE SET stored_bytes = excluded.stored_bytes`,
      sha256,
      target,
      bytes.length,
      file.length,
    );
  }

  /** Inside the caller's transaction: forgets contents that nothing names. Returns the paths for `removeFiles`. */
  release(hashes: readonly string[]): string[] {
    return hashes.flatMap((sha256) =>
      this.#database
        .all<{ path: string }>(
          `DELETE FROM contents WHERE sha256 = ?1
             AND NOT EXISTS (SELECT 1 FROM captures WHERE content_sha256 = ?1)
             AND NOT EXISTS (SELECT 1 FROM versions WHERE page_sha256 = ?1)
             AND NOT EXISTS (SELECT 1 FROM versions WHERE markdown_sha256 = ?1)
             AND NOT EXISTS (SELECT 1 FROM parts WHERE page_sha256 = ?1)
           RETURNING path`,
          sha256,
        )
        .map(({ path }) => path),
    );
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

  #rowOf(sha256: string): ContentRow | undefined {
    return this.#database.get('SELECT sha256, path, bytes, stored_bytes FROM contents WHERE sha256 = ?', sha256);
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
