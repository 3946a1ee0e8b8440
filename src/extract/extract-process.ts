import { flushCompileCache } from 'node:module';
import { extname } from 'node:path';
import process from 'node:process';
import { Worker } from 'node:worker_threads';
import type { ReadText } from '../domain/block.ts';
import { detectFormat } from './detect-format.ts';
import type { ReadingRequest } from './extractor.ts';
import { readDocument, readDocumentText } from './read-document.ts';
import { unreadablePage } from './unreadable-page.ts';

// The other side of WorkerExtractor: reads what it is sent, one page at a time.

// Ctrl-C reaches the whole group; the parent decides when reading ends.
process.on('SIGINT', () => {});
process.on('SIGTERM', () => {});
process.on('disconnect', () => process.exit(0));
process.on('message', (request: ReadingRequest) => {
  void readSafely(request).then((page) => process.send?.(page));
});
// Tells that the modules are loaded: from here on time belongs to a page.
process.send?.('ready');
// Kept otherwise only at a good end, and this process is killed.
flushCompileCache();

let watch: Worker | null = null;

// Pages of text cannot grow beyond the heap limit; the streams of a PDF can.
function watchMemory(): void {
  if (watch !== null) return;
  watch = new Worker(new URL(`./memory-watch${extname(import.meta.url)}`, import.meta.url));
  watch.on('error', () => {});
  watch.unref();
}

// A mistake of ours that one page brings out must not cost the others their reader.
async function readSafely({ input, wanted }: ReadingRequest): Promise<ReadText> {
  try {
    if (detectFormat(input) === 'pdf') watchMemory();
    return await (wanted === 'page' ? readDocument(input) : readDocumentText(input));
  } catch {
    return unreadablePage('unreadable');
  }
}
