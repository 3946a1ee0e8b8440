/**
 * Bytes addressed by their SHA-256 (hex). `put` returns only after the bytes are durable (temp file, fsync, rename),
 * so that a row which names them can be written afterwards: a crash leaves an orphan at worst.
 */
export interface ContentStore {
  /** `name` is where a person would look for it, relative, without extension of ours; equal bytes are stored once. */
  put(bytes: Uint8Array, name: string): Promise<string>;
  /** Throws `content_missing` or `content_damaged` (the bytes no longer have that hash). */
  get(sha256: string): Promise<Uint8Array>;
}
