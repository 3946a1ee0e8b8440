import { createHash } from 'node:crypto';

/** SHA-256 of the parts, each prefixed by its length so that no two lists collide; 20 hex digits. */
export function stableId(...parts: readonly string[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(`${part.length}:`).update(part);
  return hash.digest('hex').slice(0, 20);
}
