import { giveBack } from '../domain/give-back.ts';
import { FetchFailure } from './fetch-failure.ts';

export interface BodyLimit {
  readonly maxBytes: number;
  /** What happens beyond `maxBytes`: an error, or the rest is left unread. */
  readonly excess: 'fail' | 'cut';
  readonly url: string;
  /** Called for every chunk. */
  readonly onChunk: () => void;
}

/** Reads a decompressed body while counting, so that a small bomb never becomes a large buffer. Throws `too_large`. */
export async function readBody(stream: AsyncIterable<Uint8Array>, limit: BodyLimit): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    limit.onChunk();
    chunks.push(chunk);
    size += chunk.byteLength;
    if (size <= limit.maxBytes) continue;
    if (limit.excess === 'cut') break;
    throw new FetchFailure('too_large', {
      detail: `the page is larger than ${limit.maxBytes} bytes after decompression`,
      url: limit.url,
    });
  }
  const body = Buffer.concat(chunks, Math.min(size, limit.maxBytes));
  // A stream of bytes hands over each chunk as a whole: nobody else has it.
  for (const chunk of chunks) giveBack(chunk);
  // A view of its own memory: Buffer.concat hands out slices of the shared pool for what is small.
  return body.byteLength === body.buffer.byteLength ? new Uint8Array(body.buffer) : new Uint8Array(body);
}
