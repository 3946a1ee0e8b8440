import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { zstdDecompress } from 'node:zlib';
import { ClausewatchError } from '../../domain/clausewatch-error.ts';

const decompress = promisify<Uint8Array, { maxOutputLength: number }, Buffer>(zstdDecompress);

/** What the database says of a content and its file. */
export interface ContentRow {
  readonly sha256: string;
  readonly path: string;
  readonly bytes: number;
  readonly stored_bytes: number;
}

/** The bytes that were put, from those that lie on the disk. Throws `content_damaged` unless they are the very same. */
export async function unpackContent(stored: Uint8Array, row: ContentRow): Promise<Uint8Array> {
  // Also asked because a decompressor stops at the end of its data and would not see what was appended.
  if (stored.length !== row.stored_bytes) throw damaged(row.path);
  const bytes = isCompressed(row.path) ? await decompressed(stored, row) : stored;
  if (sha256Of(bytes) !== row.sha256) throw damaged(row.path);
  return bytes;
}

export function isCompressed(path: string): boolean {
  return path.endsWith('.zst');
}

export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

async function decompressed(stored: Uint8Array, { path, bytes }: ContentRow): Promise<Uint8Array> {
  try {
    // The size is known: a damaged or forged file cannot unpack to more.
    return await decompress(stored, { maxOutputLength: Math.max(bytes, 1) });
  } catch (error) {
    throw damaged(path, error);
  }
}

function damaged(path: string, cause?: unknown): ClausewatchError {
  return new ClausewatchError('content_damaged', `${path} is damaged; restore it from a backup.`, { cause });
}
