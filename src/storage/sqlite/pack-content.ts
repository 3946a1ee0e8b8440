import { promisify } from 'node:util';
import { constants, type ZstdOptions, zstdCompress } from 'node:zlib';

const compress = promisify<Uint8Array, ZstdOptions, Buffer>(zstdCompress);

/** Below this level zstd finds too little of what a dictionary of a whole page offers. */
const LEVEL_WITH_BASE = 5;

/**
 * With more than this share of what its base takes, a content is stored by itself: then the page was rebuilt, and the
 * next captures resemble this one.
 */
const MOST_SHARE = 0.5;

/** Of RFC 8878, section 5. */
const DICTIONARY_MAGIC = [0x37, 0xa4, 0x30, 0xec];

/** A stored content that another one may be stored as a difference from. */
export interface BaseContent {
  readonly sha256: string;
  readonly bytes: Uint8Array;
  /** What it takes on the disk. */
  readonly storedBytes: number;
}

export interface PackedContent {
  readonly stored: Uint8Array;
  readonly baseSha256: string | null;
}

/**
 * Bytes as they will lie on the disk, in the format of zstd: by themselves, or with the base as dictionary where that
 * pays. Two captures of a page differ in little, so that mostly it takes a tenth or less.
 */
export async function packContent(bytes: Uint8Array, base: BaseContent | null): Promise<PackedContent> {
  if (base !== null && !isFormattedDictionary(base.bytes)) {
    const params = { [constants.ZSTD_c_compressionLevel]: LEVEL_WITH_BASE };
    const difference = await compress(bytes, { dictionary: base.bytes, params });
    if (difference.length <= base.storedBytes * MOST_SHARE) return { stored: difference, baseSha256: base.sha256 };
  }
  return { stored: await compress(bytes, {}), baseSha256: null };
}

/** Bytes that zstd would not take as they are: a page may begin like one of its own dictionaries, to break what reads it. */
function isFormattedDictionary(bytes: Uint8Array): boolean {
  return DICTIONARY_MAGIC.every((byte, at) => bytes[at] === byte);
}
