/**
 * Measures the diff stage on real pairs of versions and prints the figures as a table.
 *
 *   npx node bench/diff.ts [--pairs 150] [--limit 3]
 *
 * `--pairs` samples the labelled pairs (always the same ones), `--limit` ends a reference after so many seconds.
 * Environment: DATA (labels, default ../shared/data), REPOSITORIES (bare clones of the histories, default /tmp/d).
 */
import { parseArgs } from 'node:util';
import { diffDocuments } from '../src/diff/diff-documents.ts';
import {
  countWords,
  isExact,
  linesThenWords,
  markedWords,
  medianMs,
  overMarked,
  quantile,
  rewritten,
  scaled,
  shuffleSections,
  timed,
  visibleText,
  wordsOfWholeText,
} from './diff-measures.ts';
import { findData, type RealPair, readPairs } from './diff-pairs.ts';

const { values } = parseArgs({
  options: { pairs: { type: 'string', default: '150' }, limit: { type: 'string', default: '3' } },
});

interface Row {
  readonly ours: number;
  readonly words: number;
  readonly lines: number;
  readonly ratio: number | null;
  readonly moved: boolean;
  readonly exact: boolean;
  readonly marked: number;
  readonly over: number;
}

function measure(pair: RealPair, limitMs: number): Row {
  diffDocuments(pair.before, pair.after);
  const { result: redline, ms: ours } = timed(() => diffDocuments(pair.before, pair.after));
  const whole = timed(() => wordsOfWholeText(pair, limitMs));
  const lines = timed(() => linesThenWords(pair, limitMs));
  const visible = visibleText(pair.before) !== '' && visibleText(pair.after) !== '';
  return {
    ours,
    words: whole.ms,
    lines: lines.ms,
    ratio: visible && whole.result ? markedWords(redline) / whole.result : null,
    moved: redline.counts.moved > 0,
    exact: isExact(pair, redline),
    ...overMarked(redline),
  };
}

function print(name: string, value: string, aim: string): void {
  console.log(`${name.padEnd(58)} ${value.padStart(24)}   ${aim}`);
}

function printQuality(rows: readonly Row[]): void {
  const ratios = rows.flatMap(({ ratio }) => ratio ?? []);
  const moved = rows.filter((row) => row.moved).flatMap(({ ratio }) => ratio ?? []);
  const over = rows.reduce((sum, row) => sum + row.over, 0) / rows.reduce((sum, row) => sum + row.marked, 0);
  print('hunks applied give the text after', `${rows.filter(({ exact }) => exact).length} of ${rows.length}`, 'all');
  print(`marked ÷ diffWordsWithSpace, median of ${ratios.length}`, quantile(ratios, 0.5).toFixed(3), '≤ 1.05');
  print('  90th percentile', quantile(ratios, 0.9).toFixed(3), '≤ 1.3');
  print(`  median of the ${moved.length} pairs with a move`, quantile(moved, 0.5).toFixed(3), '≤ 0.95');
  print('marked words in edited hunks that are equal on both sides', `${(100 * over).toFixed(2)} %`, '≤ 3 %');
}

function printSpeed(rows: readonly Row[]): void {
  const at = (key: 'ours' | 'words' | 'lines', share: number): number =>
    quantile(
      rows.map((row) => row[key]),
      share,
    );
  for (const [key, name] of [
    ['ours', 'ours'],
    ['words', '(a) diffWordsWithSpace'],
    ['lines', '(b) diffLines, then words'],
  ] as const) {
    const figures = [0.5, 0.95, 1].map((share) => at(key, share).toFixed(1)).join(' / ');
    print(`ms median / 95th / worst: ${name}`, figures, '');
  }
  print('(a) ÷ ours at the 95th percentile', (at('words', 0.95) / at('ours', 0.95)).toFixed(0), '≥ 50');
  print('ours ÷ (b) at the median', (at('ours', 0.5) / at('lines', 0.5)).toFixed(2), '≤ 3');
  print('ours ÷ (b) at the 95th percentile', (at('ours', 0.95) / at('lines', 0.95)).toFixed(2), '< 1');
}

function printMoves(pairs: readonly RealPair[]): void {
  let good = 0;
  for (const [at, { before }] of pairs.entries()) {
    const { hunks } = diffDocuments(before, shuffleSections(before, at + 1));
    const words = hunks.flatMap(({ runs }) => runs).filter(({ op }) => op !== 'equal');
    if (words.reduce((sum, { text }) => sum + countWords(text), 0) === 0) good++;
  }
  print('sections shuffled: moves only', `${((100 * good) / pairs.length).toFixed(1)} %`, '≥ 99 %');
}

function printScale(pairs: readonly RealPair[]): void {
  print('complete rewrite of 300 KB, ms', medianMs(rewritten(pairs, 300_000), 7).toFixed(0), '< 300');
  const sizes = [100_000, 1_000_000, 5_000_000];
  const times = sizes.map((size) => medianMs(scaled(pairs, size), 7));
  print('1 % of the words changed: 0.1 / 1 / 5 MB, ms', times.map((ms) => ms.toFixed(0)).join(' / '), '');
  const [small = 0, middle = 0, large = 0] = times;
  print('  growth ÷ linear', `${(middle / small / 10).toFixed(2)} / ${(large / middle / 5).toFixed(2)}`, '< 1.3');
}

const where = findData();
if (where === null) {
  console.error('No data: see DATA and REPOSITORIES at the head of bench/diff.ts.');
} else {
  const pairs = readPairs(where, Number(values.pairs));
  const rows = pairs.map((pair) => measure(pair, Number(values.limit) * 1000));
  printQuality(rows);
  printSpeed(rows);
  printMoves(pairs);
  printScale(pairs);
}
