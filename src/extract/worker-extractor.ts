import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ExtractedPage, ReadText } from '../domain/block.ts';
import { ClausewatchError } from '../domain/clausewatch-error.ts';
import { detectFormat } from './detect-format.ts';
import type { ExtractInput, Extractor, ReadingRequest, TextReader } from './extractor.ts';
import { unreadablePage } from './unreadable-page.ts';

export interface WorkerExtractorOptions {
  /** For one page, from the moment its reading starts; default 2000. */
  readonly timeoutMs?: number;
  /** The same for a PDF, whose reader is slower and is loaded with the first; default 10,000. */
  readonly pdfTimeoutMs?: number;
  /** Heap of the reading process in megabytes; default 384. */
  readonly maxHeapMb?: number;
  /** After so long without a page the process ends, which gives its memory back; default 30,000. */
  readonly idleMs?: number;
}

const SOURCE = fileURLToPath(new URL(`./extract-process${extname(import.meta.url)}`, import.meta.url));

/**
 * Reads pages one after the other in a process of its own, started with the first page and kept warm. A page that takes
 * too long or too much memory ends that process only: its reading is `too-complex`, the next page gets a new one.
 *
 * A process, because a worker thread that runs out of its heap limit can abort the whole program (seen: SIGABRT).
 * Throws `extractor_unavailable` when no process can be started.
 */
export class WorkerExtractor implements Extractor, TextReader {
  readonly #timeoutMs: number;
  readonly #pdfTimeoutMs: number;
  readonly #maxHeapMb: number;
  readonly #idleMs: number;
  #idle: NodeJS.Timeout | undefined;
  #child: ChildProcess | null = null;
  #queue: Promise<unknown> = Promise.resolve();

  constructor(options: WorkerExtractorOptions = {}) {
    this.#timeoutMs = options.timeoutMs ?? 2000;
    this.#pdfTimeoutMs = options.pdfTimeoutMs ?? 10_000;
    this.#maxHeapMb = options.maxHeapMb ?? 384;
    this.#idleMs = options.idleMs ?? 30_000;
  }

  extract(input: ExtractInput): Promise<ExtractedPage> {
    return this.#inTurn({ input, wanted: 'page' }) as Promise<ExtractedPage>;
  }

  readText(input: ExtractInput): Promise<ReadText> {
    return this.#inTurn({ input, wanted: 'text' });
  }

  async close(): Promise<void> {
    await this.#queue;
    clearTimeout(this.#idle);
    await this.#stop();
  }

  #inTurn(request: ReadingRequest): Promise<ReadText> {
    const page = this.#queue.then(() => this.#read(request));
    this.#queue = page.catch(() => {});
    return page;
  }

  async #read(request: ReadingRequest): Promise<ReadText> {
    clearTimeout(this.#idle);
    const child = await this.#started();
    child.ref();
    child.channel?.ref();
    const page = await this.#ask(child, request);
    if (page === null) {
      await this.#stop();
      return unreadablePage('too-complex');
    }
    rest(child);
    this.#idle = setTimeout(() => this.#retire(), this.#idleMs).unref();
    return page;
  }

  /** In its turn, so that a page that comes now gets a new process and not one that is ending. */
  #retire(): void {
    this.#queue = this.#queue.then(() => this.#stop());
  }

  /** The page, or null when the process did not survive it. */
  #ask(child: ChildProcess, request: ReadingRequest): Promise<ReadText | null> {
    return new Promise((resolve) => {
      const settle = (page: unknown): void => {
        clearTimeout(timer);
        child.off('message', settle).off('exit', ended);
        resolve(page as ReadText | null);
      };
      const ended = (): void => settle(null);
      const timer = setTimeout(ended, detectFormat(request.input) === 'pdf' ? this.#pdfTimeoutMs : this.#timeoutMs);
      child.once('message', settle).once('exit', ended);
      // A process that ended meanwhile is seen by its exit.
      child.send(request, () => {});
    });
  }

  // Starting takes longer than reading on a busy machine and is no fault of the page: it does not count.
  async #started(): Promise<ChildProcess> {
    if (this.#child?.connected) return this.#child;
    const child = fork(SOURCE, {
      // Helpers of a collection cost more than they help where the processors have other work: twice the time per page.
      // What is young is a page that was read and is of no use any more: a small place for it, emptied often.
      execArgv: [`--max-old-space-size=${this.#maxHeapMb}`, '--max-semi-space-size=4', '--no-parallel-scavenge'],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    child.on('error', () => {});
    const ready = await Promise.race([
      once(child, 'message').then(() => true),
      once(child, 'exit').then(() => false),
    ]).catch(() => false);
    if (!ready) {
      throw new ClausewatchError(
        'extractor_unavailable',
        'The process that reads pages could not be started; is memory short?',
      );
    }
    this.#child = child;
    return child;
  }

  async #stop(): Promise<void> {
    const child = this.#child;
    this.#child = null;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    child.ref();
    child.kill('SIGKILL');
    await once(child, 'exit');
  }
}

/** An idle reader keeps no program from ending. */
function rest(child: ChildProcess): void {
  child.unref();
  child.channel?.unref();
}
