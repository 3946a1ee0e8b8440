/**
 * Measures the diff stage on real histories and prints each figure beside its target.
 *
 *   npm run bench:diff [-- --full] [-- --only correct,times,words,moves,scale]
 *
 * A sample takes a few minutes and ends a reference after 5 seconds. `--full` takes every step of the histories, 300 pairs
 * for the times with 20 seconds for a reference, and every labelled pair with 10 (an hour: the references are slow).
 * Times are processor time, except for git, which is a process. Environment: DATA (labels and bundles, default
 * ../shared/data), REPOSITORIES (where the bundles are, or get, unpacked; default a folder in the temporary one).
 */
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { diffDocuments } from '../src/diff/diff-documents.ts';
import { type Figure, printFigures } from './bench-figures.ts';
import { historySteps } from './diff-histories.ts';
import {
  coarseHunks,
  countWords,
  gitWordDiffMs,
  isExact,
  linesThenWords,
  markedWords,
  mediansMs,
  overMarked,
  PatchCheck,
  quantile,
  rewritten,
  scaled,
  shuffleSections,
  type TextPair,
  timed,
  visibleText,
  wordsOfWholeText,
} from './diff-measures.ts';
import { type Data, findData, LABEL_SETS, type RealPair, readPairs } from './diff-pairs.ts';

const { values } = parseArgs({
  options: {
    full: { type: 'boolean', default: false },
    only: { type: 'string', default: 'correct,times,words,moves,scale' },
  },
});
const wanted = new Set(values.only.split(','));
const { files, sample, timedPairs, timedLimitMs, wordsLimitMs } = values.full
  ? {
      files: Number.POSITIVE_INFINITY,
      sample: Number.POSITIVE_INFINITY,
      timedPairs: 300,
      timedLimitMs: 20_000,
      wordsLimitMs: 10_000,
    }
  : { files: 8, sample: 40, timedPairs: 80, timedLimitMs: 5000, wordsLimitMs: 5000 };
const ROUNDS = 7;

function figure(name: string, value: string, text: string, met: boolean): Figure {
  return { name, value, target: { text, met } };
}

function measureCorrect(data: Data): Figure[] {
  let steps = 0;
  let worst = 0;
  let unpatched = 0;
  const wrong: string[] = [];
  using patches = new PatchCheck();
  for (const { name, before, after } of historySteps(data, files)) {
    const { result, ms } = timed(() => diffDocuments(before, after));
    steps++;
    worst = Math.max(worst, ms);
    if (!isExact({ before, after }, result)) wrong.push(name);
    if (!patches.holds(before.markdown, after.markdown)) unpatched++;
  }
  for (const name of wrong) console.error(`wrong: ${name}`);
  return [
    figure('hunks applied give the text after', `${steps - wrong.length} of ${steps}`, 'all', wrong.length === 0),
    figure('GNU patch makes the Markdown after', `${steps - unpatched} of ${steps}`, 'all', unpatched === 0),
    figure('worst of these, ms', worst.toFixed(0), '< 300', worst < 300),
  ];
}

interface Reference {
  readonly words: number | null;
  readonly ms: number;
}

const references = new Map<string, Reference>();

/** `diffWordsWithSpace` on the whole text, once per pair: it takes nearly all of the time. */
function reference(pair: RealPair, limitMs: number): Reference {
  const known = references.get(pair.id);
  if (known) return known;
  const { result, ms } = timed(() => wordsOfWholeText(pair, limitMs));
  references.set(pair.id, { words: result, ms });
  return { words: result, ms };
}

interface Row {
  readonly ratio: number | null;
  readonly late: boolean;
  readonly moved: boolean;
  readonly marked: number;
  readonly over: number;
}

function measureRow(pair: RealPair): Row {
  const redline = diffDocuments(pair.before, pair.after);
  const { words } = reference(pair, wordsLimitMs);
  const visible = visibleText(pair.before) !== '' && visibleText(pair.after) !== '';
  return {
    ratio: visible && words ? markedWords(redline) / words : null,
    late: words === null,
    moved: redline.counts.moved > 0,
    ...overMarked(redline),
  };
}

function describeWords(rows: readonly Row[]): Figure[] {
  const ratios = rows.flatMap(({ ratio }) => ratio ?? []);
  const moved = rows.filter((row) => row.moved).flatMap(({ ratio }) => ratio ?? []);
  const over = rows.reduce((sum, row) => sum + row.over, 0) / rows.reduce((sum, row) => sum + row.marked, 0);
  const [median, most, withMove] = [quantile(ratios, 0.5), quantile(ratios, 0.9), quantile(moved, 0.5)];
  return [
    {
      name: 'pairs; of these past the limit of the reference',
      value: `${rows.length}; ${rows.filter((row) => row.late).length}`,
    },
    figure(`marked ÷ diffWordsWithSpace, median of ${ratios.length}`, median.toFixed(3), '≤ 1.05', median <= 1.05),
    figure('  90th percentile', most.toFixed(3), '≤ 1.3', most <= 1.3),
    figure(`  median of the ${moved.length} with a move`, withMove.toFixed(3), '≤ 0.95', withMove <= 0.95),
    figure('marked in edited hunks, equal on both sides', `${(100 * over).toFixed(2)} %`, '≤ 3 %', over <= 0.03),
  ];
}

function measureTimes(pairs: readonly RealPair[]): Figure[] {
  const named = { ours: [] as number[], a: [] as number[], b: [] as number[], c: gitWordDiffMs(pairs) };
  for (const pair of pairs) {
    named.ours.push(timed(() => diffDocuments(pair.before, pair.after)).ms);
    named.b.push(timed(() => linesThenWords(pair, timedLimitMs)).ms);
    named.a.push(reference(pair, timedLimitMs).ms);
  }
  const at = (name: keyof typeof named, share: number): number => quantile(named[name], share);
  const [slow, middle, late] = [
    at('a', 0.95) / at('ours', 0.95),
    at('ours', 0.5) / at('b', 0.5),
    at('ours', 0.95) / at('b', 0.95),
  ];
  const line = (name: string, key: keyof typeof named): Figure => ({
    name: `ms median / 95th / worst: ${name}`,
    value: [0.5, 0.95, 1].map((share) => at(key, share).toFixed(1)).join(' / '),
  });
  return [
    line('ours', 'ours'),
    line('(a) diffWordsWithSpace', 'a'),
    line('(b) diffLines, then words', 'b'),
    line('(c) git diff --word-diff, a process', 'c'),
    figure(
      'ours ÷ (a) at the median',
      (at('ours', 0.5) / at('a', 0.5)).toFixed(2),
      '< 1',
      at('ours', 0.5) < at('a', 0.5),
    ),
    figure('(a) ÷ ours at the 95th percentile', slow.toFixed(0), '≥ 50', slow >= 50),
    figure('ours ÷ (b) at the median', middle.toFixed(2), '≤ 3', middle <= 3),
    figure('ours ÷ (b) at the 95th percentile', late.toFixed(2), '< 1', late < 1),
    figure('ours ÷ (b) at the worst', (at('ours', 1) / at('b', 1)).toFixed(2), '< 1', at('ours', 1) < at('b', 1)),
  ];
}

function measureMoves(pairs: readonly RealPair[]): Figure[] {
  let good = 0;
  for (const [at, { before }] of pairs.entries()) {
    const { hunks, counts } = diffDocuments(before, shuffleSections(before, at + 1));
    const words = hunks.flatMap(({ runs }) => runs).filter(({ op }) => op !== 'equal');
    const marked = words.reduce((sum, { text }) => sum + countWords(text), 0);
    if (marked === 0 && counts.added + counts.removed === 0) good++;
  }
  const share = good / pairs.length;
  return [figure(`moves only, of ${pairs.length} documents`, `${(100 * share).toFixed(1)} %`, '≥ 99 %', share >= 0.99)];
}

function measureScale(pairs: readonly TextPair[]): Figure[] {
  const [rewrite = 0] = mediansMs([rewritten(pairs, 300_000)], ROUNDS);
  const sizes = [100_000, 1_000_000, 5_000_000].map((size) => scaled(pairs, size));
  const times = mediansMs(sizes, ROUNDS);
  const coarse = sizes.reduce((sum, pair) => sum + coarseHunks(pair), 0);
  const [small = 0, middle = 0, large = 0] = times;
  const growth = [middle / small / 10, large / middle / 5, large / small / 50];
  return [
    figure('complete rewrite of 300 KB, ms', rewrite.toFixed(0), '< 300', rewrite < 300),
    { name: '1 % of the words changed: 0.1 / 1 / 5 MB, ms', value: times.map((ms) => ms.toFixed(0)).join(' / ') },
    figure('  hunks not compared word by word', `${coarse}`, '0', coarse === 0),
    figure(
      '  growth ÷ linear: to 1 MB, from there to 5 MB, in all',
      growth.map((ratio) => ratio.toFixed(2)).join(' / '),
      '< 1.3',
      growth.every((ratio) => ratio < 1.3),
    ),
  ];
}

const data = findData();
if (data === null) {
  console.error('No data: see DATA and REPOSITORIES at the head of bench/diff.ts.');
} else {
  const started = performance.now();
  console.log(`Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model}`);
  const pairs = readPairs(data, sample);
  // Once through a few, so that no figure tells how long compiling takes.
  for (const pair of pairs.slice(0, 20)) {
    diffDocuments(pair.before, pair.after);
    linesThenWords(pair, 1000);
    wordsOfWholeText(pair, 1000);
  }
  if (wanted.has('correct')) printFigures('1. Correct: steps of real histories', measureCorrect(data));
  if (wanted.has('times')) {
    const timedOnes = pairs.slice(0, timedPairs);
    printFigures(`4. Fast: ${timedOnes.length} pairs, from blocks, one run`, measureTimes(timedOnes));
  }
  for (const set of wanted.has('words') ? LABEL_SETS : []) {
    printFigures(`2. Minimal: ${set}`, describeWords(pairs.filter((pair) => pair.set === set).map(measureRow)));
  }
  if (wanted.has('moves')) printFigures('3. Moves: sections shuffled', measureMoves(pairs));
  if (wanted.has('scale')) printFigures(`5. Scale: medians of ${ROUNDS} rounds`, measureScale(pairs));
  console.log(`\n${Math.round((performance.now() - started) / 1000)} s`);
}
