import { WorkerExtractor } from '../src/extract/worker-extractor.ts';
import { BROKEN_PAGES } from '../tests/extract/broken/broken-pages.ts';
import { descendants, residentMb } from './bench-processes.ts';

export interface BrokenRun {
  readonly pages: number;
  readonly unanswered: number;
  readonly tooComplex: number;
  readonly slowest: { readonly name: string; readonly ms: number };
  readonly largest: { readonly name: string; readonly mb: number };
}

/** Reads the corpus of broken pages as the monitor would, in a process with its bounds, and watches time and memory. */
export async function readBroken(): Promise<BrokenRun> {
  const extractor = new WorkerExtractor();
  // Starting the process belongs to no page.
  const warm = (): Promise<unknown> =>
    extractor.extract({ documentId: 'warm', url: '', contentType: 'text/html', body: new Uint8Array() });
  await warm();
  const run = { unanswered: 0, tooComplex: 0, slowest: { name: '', ms: 0 }, largest: { name: '', mb: 0 } };
  for (const { name, body, contentType } of BROKEN_PAGES) {
    let mb = 0;
    const watch = setInterval(() => {
      mb = Math.max(mb, ...descendants(process.pid).map((pid) => residentMb(pid).now));
    }, 20);
    const started = performance.now();
    const page = await extractor.extract({ documentId: name, url: 'https://fable.example/', contentType, body });
    const ms = performance.now() - started;
    clearInterval(watch);
    if (page.hash === '') run.unanswered += 1;
    if (page.reason === 'too-complex') {
      run.tooComplex += 1;
      await warm();
    }
    if (ms > run.slowest.ms) run.slowest = { name, ms };
    if (mb > run.largest.mb) run.largest = { name, mb };
  }
  await extractor.close();
  return { pages: BROKEN_PAGES.length, ...run };
}
