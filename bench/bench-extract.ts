// Reading pages: ours beside bare parsing and beside what others do, in one run; broken pages; memory over many pages.
//
//   npm run bench:extract -- [--manifest FILE --dir CORPUS] [--pages N] [--memory-pages N]
//
// CORPUS holds captures as ../shared/eval/README.md unpacks them; without it the pages of the fictional sites of the
// tests are read, which are small: their ratios say less.

import { parseArgs } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { type Figure, median, printFigures } from './bench-figures.ts';
import { readBroken } from './extract-broken.ts';
import { benchPages } from './extract-pages.ts';
import { type BenchPage, WAY_NAMES, WAYS, type Way } from './extract-ways.ts';

const NAMES: Readonly<Record<Way, string>> = {
  ours: 'ours: bytes to blocks, hash, Markdown, language, judgement',
  htmlparser2: 'cheerio with htmlparser2, parsing alone',
  parse5: 'cheerio with parse5, parsing alone',
  readability: '@mozilla/readability on jsdom',
  turndown: 'turndown of the whole page on jsdom',
};

const { values } = parseArgs({
  options: {
    manifest: { type: 'string' },
    dir: { type: 'string' },
    pages: { type: 'string', default: '60' },
    'memory-pages': { type: 'string', default: '10000' },
  },
});

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

const pages = benchPages({ manifest: values.manifest, dir: values.dir, limit: Number(values.pages) });
console.log(`${pages.length} pages, ${Math.round(pages.reduce((sum, { body }) => sum + body.length, 0) / 1e6)} MB`);
const times = timeAll(pages);
printFigures(
  'Milliseconds a page, all ways page by page in one run',
  speedFigures(times).map(values.dir ? (figure) => figure : withoutTarget),
);
printFigures('Broken pages', await brokenFigures());
printFigures('Memory', memoryFigures(pages, Number(values['memory-pages'])));

// The targets are set for real pages, whose markup outweighs their text.
function withoutTarget({ name, value }: Figure): Figure {
  return { name, value };
}

function timeAll(all: readonly BenchPage[]): Record<Way, number[]> {
  const found: Record<Way, number[]> = { ours: [], htmlparser2: [], parse5: [], readability: [], turndown: [] };
  // Twice, so that every way is compiled when it counts.
  for (const counts of [false, true]) {
    for (const page of counts ? all : all.slice(0, 12)) {
      for (const way of WAY_NAMES) {
        const started = performance.now();
        WAYS[way](page);
        if (counts) found[way].push(performance.now() - started);
      }
    }
  }
  return found;
}

function speedFigures(times: Record<Way, number[]>): Figure[] {
  const at = (way: Way, share: number): number => quantile(times[way], share);
  const floor = at('ours', 0.5) / at('parse5', 0.5);
  const tail = at('ours', 0.95) / at('parse5', 0.95);
  const faster = (way: Way): number => at(way, 0.5) / at('ours', 0.5);
  return [
    ...WAY_NAMES.map((way) => ({
      name: NAMES[way],
      value: `${at(way, 0.5).toFixed(1)}, 95 %: ${at(way, 0.95).toFixed(1)} ms`,
    })),
    {
      name: 'ours as a multiple of parse5, median',
      value: floor.toFixed(2),
      target: { text: '<= 2', met: floor <= 2 },
    },
    { name: 'the same, 95th percentiles', value: tail.toFixed(2), target: { text: '<= 3', met: tail <= 3 } },
    ...(['readability', 'turndown'] as const).map((way) => ({
      name: `${NAMES[way]} as a multiple of ours, median`,
      value: faster(way).toFixed(1),
      target: { text: '>= 10', met: faster(way) >= 10 },
    })),
  ];
}

async function brokenFigures(): Promise<Figure[]> {
  const { pages: count, unanswered, tooComplex, slowest, largest } = await readBroken();
  return [
    { name: 'pages', value: String(count), target: { text: '>= 200', met: count >= 200 } },
    { name: 'without a reading or a reason', value: String(unanswered), target: { text: '0', met: unanswered === 0 } },
    { name: 'too complex', value: String(tooComplex) },
    {
      name: `slowest: ${slowest.name}`,
      value: `${slowest.ms.toFixed(0)} ms`,
      // Ending the process takes its time too.
      target: { text: '<= 2 s', met: slowest.ms <= 2100 },
    },
    {
      name: `most memory: ${largest.name}`,
      value: `${largest.mb.toFixed(0)} MB`,
      target: { text: '<= 500 MB', met: largest.mb <= 500 },
    },
  ];
}

function memoryFigures(all: readonly BenchPage[], count: number): Figure[] {
  const heapMb: number[] = [];
  for (let i = 0; i < count; i++) {
    const page = all[i % all.length];
    if (page) WAYS.ours(page);
    if ((i + 1) % Math.ceil(count / 10) === 0) {
      collectGarbage();
      heapMb.push(process.memoryUsage().heapUsed / 2 ** 20);
    }
  }
  const growth = (heapMb.at(-1) ?? 0) - (heapMb[0] ?? 0);
  return [
    { name: `heap after each tenth of ${count} pages`, value: `${heapMb.map((mb) => mb.toFixed(0)).join(' ')} MB` },
    {
      name: 'growth from the first tenth to the last',
      value: `${growth.toFixed(1)} MB`,
      target: { text: '<= 2 MB', met: growth <= 2 },
    },
  ];
}

function quantile(list: readonly number[], share: number): number {
  if (share === 0.5) return median(list);
  const sorted = list.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
