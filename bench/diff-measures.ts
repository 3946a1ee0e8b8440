import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { diffArrays, diffLines, diffWordsWithSpace } from 'diff';
import { applyHunks } from '../src/diff/apply-hunks.ts';
import { diffDocuments } from '../src/diff/diff-documents.ts';
import { renderPatch } from '../src/diff/render-patch.ts';
import { tokenize } from '../src/diff/tokenize.ts';
import { Vocabulary } from '../src/diff/vocabulary.ts';
import type { Block, PolicyText } from '../src/domain/block.ts';
import type { Redline } from '../src/domain/redline.ts';
import { seededRandom, shuffled } from './diff-pairs.ts';

/** Two versions of a text. */
export interface TextPair {
  readonly before: PolicyText;
  readonly after: PolicyText;
}

const WORD = /[\p{L}\p{N}]+/gu;

export function countWords(text: string): number {
  return text.match(WORD)?.length ?? 0;
}

export function visibleText(policy: PolicyText): string {
  return policy.blocks.map((block) => block.text).join('\n');
}

export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((x, y) => x - y);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

/** Milliseconds of processor time, of all threads: others who use the machine do not count. */
export function timed<T>(run: () => T): { readonly result: T; readonly ms: number } {
  const start = process.cpuUsage();
  const result = run();
  const { user, system } = process.cpuUsage(start);
  return { result, ms: (user + system) / 1000 };
}

export function markedWords(redline: Redline): number {
  let words = 0;
  for (const { runs } of redline.hunks) for (const run of runs) if (run.op !== 'equal') words += countWords(run.text);
  return words;
}

/** Words that `diffWordsWithSpace` marks in the whole text, null past the limit. */
export function wordsOfWholeText({ before, after }: TextPair, limitMs: number): number | null {
  const changes = diffWordsWithSpace(visibleText(before), visibleText(after), { timeout: limitMs });
  if (!changes) return null;
  return changes
    .filter(({ added, removed }) => added || removed)
    .reduce((sum, { value }) => sum + countWords(value), 0);
}

/** What a simple redline does: lines, then the words of each pair of changed lines. */
export function linesThenWords({ before, after }: TextPair, limitMs: number): void {
  const changes = diffLines(visibleText(before), visibleText(after), { timeout: limitMs }) ?? [];
  for (const [at, change] of changes.entries()) {
    const next = changes[at + 1];
    if (change.removed && next?.added) diffWordsWithSpace(change.value, next.value, { timeout: limitMs });
  }
}

/** Milliseconds on the clock of `git diff --word-diff` on the two texts as files, process start included. */
export function gitWordDiffMs(pairs: readonly TextPair[]): number[] {
  const folder = mkdtempSync(join(tmpdir(), 'clausewatch-diff-'));
  const [before, after] = [join(folder, 'before.txt'), join(folder, 'after.txt')];
  const args = ['--no-pager', 'diff', '--no-index', '--word-diff', '--no-color', before, after];
  try {
    return pairs.map((pair) => {
      writeFileSync(before, visibleText(pair.before));
      writeFileSync(after, visibleText(pair.after));
      const start = performance.now();
      spawnSync('git', args, { maxBuffer: 2 ** 28 });
      return performance.now() - start;
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** In edited hunks: words marked, and how many of them an exact comparison of the same words would not mark. */
export function overMarked(redline: Redline): { readonly marked: number; readonly over: number } {
  const vocabulary = new Vocabulary();
  const ids = (text: string): number[] =>
    tokenize(text, 'en', vocabulary).ids.filter((id) => vocabulary.wordLength(id) > 0);
  let marked = 0;
  let over = 0;
  for (const { kind, before, after, runs } of redline.hunks) {
    if (kind === 'added' || kind === 'removed') continue;
    const here = runs.filter(({ op }) => op !== 'equal').reduce((sum, { text }) => sum + ids(text).length, 0);
    const text = (blocks: typeof before): string => blocks.map(({ block }) => block.text).join('\n');
    const exact = diffArrays(ids(text(before)), ids(text(after)), { timeout: 1000 });
    if (!exact) continue;
    const least = exact.filter(({ added, removed }) => added || removed).reduce((sum, { count }) => sum + count, 0);
    marked += here;
    over += Math.max(0, here - least);
  }
  return { marked, over };
}

/** Does GNU patch make the Markdown after of the Markdown before? */
export class PatchCheck implements Disposable {
  readonly #folder = mkdtempSync(join(tmpdir(), 'clausewatch-diff-'));

  holds(before: string, after: string): boolean {
    const input = renderPatch(before, after, { before: 'before.md', after: 'after.md' });
    if (input === '') return before === after;
    const file = join(this.#folder, 'policy.md');
    writeFileSync(file, before);
    const args = ['--posix', '--unified', '--silent', '--force', '--no-backup-if-mismatch', file];
    const { status } = spawnSync('patch', args, { input, cwd: this.#folder });
    return status === 0 && readFileSync(file, 'utf8') === after;
  }

  [Symbol.dispose](): void {
    rmSync(this.#folder, { recursive: true });
  }
}

export function isExact({ before, after }: TextPair, redline: Redline): boolean {
  return isDeepStrictEqual(applyHunks(before.blocks, redline), after.blocks);
}

/** The document with its sections (everything under one heading of any level) in another order. */
export function shuffleSections(policy: PolicyText, seed: number): PolicyText {
  const sections: Block[][] = [[]];
  for (const block of policy.blocks) {
    if (block.kind === 'heading') sections.push([]);
    sections.at(-1)?.push(block);
  }
  return { ...policy, blocks: shuffled(sections, seededRandom(seed)).flat() };
}

/** Real documents one after the other up to this many characters, and the same with 1 % of the words replaced. */
export function scaled(pairs: readonly TextPair[], characters: number): TextPair {
  const blocks: Block[] = [];
  let size = 0;
  for (let at = 0; size < characters; at = (at + 1) % pairs.length) {
    for (const block of pairs[at]?.before.blocks ?? []) {
      if (size >= characters) break;
      blocks.push(block);
      size += block.text.length;
    }
  }
  const random = seededRandom(characters);
  const edited = blocks.map((block) => {
    const text = block.text.replace(/\S+/g, (word) =>
      random() < 0.01 ? `changed${Math.floor(random() * 1e6)}` : word,
    );
    return text === block.text ? block : { ...block, text, links: [] };
  });
  const policy = (list: readonly Block[]): PolicyText => ({ title: '', language: 'en', blocks: list });
  return { before: policy(blocks), after: policy(edited) };
}

/** Unrelated documents as two versions of one: a rewrite from the first word to the last. */
export function rewritten(pairs: readonly TextPair[], characters: number): TextPair {
  const half = Math.floor(pairs.length / 2);
  const before = scaled(pairs.slice(0, half), characters).before;
  const after = scaled(pairs.slice(half), characters).before;
  return { before, after };
}

// So much that nothing becomes coarser: what is measured is how the work grows, not how it is cut short.
const UNBOUNDED = { budgetMs: 600_000 };

/** Hunks whose words were not compared because that would have been too much to count. */
export function coarseHunks({ before, after }: TextPair): number {
  return diffDocuments(before, after, UNBOUNDED).hunks.filter(({ granularity }) => granularity !== 'words').length;
}

/** Medians of several rounds through all pairs: what disturbs the machine for a while disturbs every pair alike. */
export function mediansMs(pairs: readonly TextPair[], rounds: number): number[] {
  const times = pairs.map((): number[] => []);
  for (let round = 0; round <= rounds; round++) {
    for (const [at, { before, after }] of pairs.entries()) {
      const { ms } = timed(() => diffDocuments(before, after, UNBOUNDED));
      if (round > 0) times[at]?.push(ms);
    }
  }
  return times.map((list) => quantile(list, 0.5));
}
