import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { type ZstdOptions, zstdDecompress } from 'node:zlib';
import { ClausewatchError } from '../../domain/clausewatch-error.ts';

const decompress = promisify<Uint8Array, ZstdOptions, Buffer>(zstdDecompress);

const LARGEST_PIECE = 4 * 1024 * 1024;

/** What the database says of a content and its file. */
export interface ContentRow {
  readonly sha256: string;
  readonly path: string;
  readonly bytes: number;
  readonly stored_bytes: number;
  /** The content it is stored as a difference from; null where it stands by itself; absent before format 4. */
  readonly base_sha256?: string | null;
}

/**
 * The bytes that were put, from those that lie on the disk. `baseOf` gives the bytes of the content that it is stored
 * as a difference from. Throws `content_damaged` unless they are the very same.
 */
export async function unpackContent(
  stored: Uint8Array,
  row: ContentRow,
  baseOf: (sha256: string) => Promise<Uint8Array>,
): Promise<Uint8Array> {
  // Also asked because a decompressor stops at the end of its data and would not see what was appended.
  if (stored.length !== row.stored_bytes) throw damaged(row.path);
  const dictionary = row.base_sha256 == null ? undefined : await baseOf(row.base_sha256);
  const bytes = isCompressed(row.path) ? await decompressed(stored, row, dictionary) : stored;
  if (sha256Of(bytes) !== row.sha256) throw damaged(row.path);
  return bytes;
}

export function isCompressed(path: string): boolean {
  return path.endsWith('.zst');
}

export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

async function decompressed(
  stored: Uint8Array,
  { path, bytes }: ContentRow,
  dictionary: Uint8Array | undefined,
): Promise<Uint8Array> {
  try {
    // The size is known: a damaged or forged file cannot unpack to more, and one piece of memory holds it.
    const size = { maxOutputLength: Math.max(bytes, 1), chunkSize: Math.min(Math.max(bytes + 1, 64), LARGEST_PIECE) };
    return await decompress(stored, { ...size, ...(dictionary ? { dictionary } : {}) });
  } catch (error) {
    throw damaged(path, error);
  }
}

export function damaged(path: string, cause?: unknown): ClausewatchError {
  return new ClausewatchError('content_damaged', `${path} is damaged; restore it from a backup.`, { cause });
}
