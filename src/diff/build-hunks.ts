import type { Block, PolicyText } from '../domain/block.ts';
import type { CosmeticReason, Hunk, HunkKind, PlacedBlock, WordRun } from '../domain/redline.ts';
import type { Alignment, Group } from './alignment.ts';
import { alsoAtFinder } from './also-at.ts';
import type { Budget } from './budget.ts';
import { cosmeticReason, sameBlock, silentReason } from './cosmetic-reason.ts';
import type { OrderJudge } from './order-judge.ts';
import type { Similarity } from './similarity.ts';
import type { Vocabulary } from './vocabulary.ts';
import { type Runs, wordRuns } from './word-runs.ts';

/** What {@link buildHunks} works with: both documents and what was found out about them. */
export interface Matched {
  readonly before: PolicyText;
  readonly after: PolicyText;
  readonly alignment: Alignment;
  readonly similarity: Similarity;
  readonly vocabulary: Vocabulary;
  readonly budget: Budget;
  readonly order: OrderJudge;
}

/** One hunk per difference, in reading order of *after*; what was removed stands where it stood. */
export function buildHunks(matched: Matched): Hunk[] {
  return new HunkBuilder(matched).build();
}

class HunkBuilder {
  readonly #m: Matched;
  readonly #hunks: Hunk[] = [];
  readonly #alsoInBefore: (text: string) => readonly number[];
  readonly #alsoInAfter: (text: string) => readonly number[];

  constructor(matched: Matched) {
    this.#m = matched;
    this.#alsoInBefore = alsoAtFinder(matched.before.blocks);
    this.#alsoInAfter = alsoAtFinder(matched.after.blocks);
  }

  build(): Hunk[] {
    const { alignment } = this.#m;
    const done = new Set<Group>();
    let passed = 0;
    for (let at = 0; at < alignment.afterCount; ) {
      const group = alignment.groups[at];
      if (at === 0 || alignment.groups[at - 1]) passed = this.#removedUpTo(passed, this.#nextInPlace(at));
      if (group) {
        if (!done.has(group)) this.#edited(group);
        done.add(group);
        passed = Math.max(passed, (group.before.at(-1) as number) + 1);
        at++;
      } else if ((alignment.movedFrom[at] as number) >= 0) at = this.#moved(at);
      else this.#added(at++);
    }
    this.#removedUpTo(passed, alignment.beforeCount);
    return this.#hunks;
  }

  /** Where, in *before*, the gap ends that starts at this block after. */
  #nextInPlace(at: number): number {
    const { groups, afterCount, beforeCount } = this.#m.alignment;
    for (let next = at; next < afterCount; next++) {
      const group = groups[next];
      if (group) return group.before[0] as number;
    }
    return beforeCount;
  }

  #removedUpTo(from: number, to: number): number {
    for (let at = from; at < to; at++) {
      if (!this.#m.alignment.freeBefore(at)) continue;
      const block = this.#before(at);
      this.#push('removed', [block], [], {
        runs: runsOf('delete', block.block),
        granularity: this.#m.alignment.coarse ? 'blocks' : 'words',
        alsoAt: this.#alsoInAfter(block.block.text),
        cosmetic: silentReason(block.block),
      });
    }
    return Math.max(from, to);
  }

  #added(at: number): void {
    const block = this.#after(at);
    this.#push('added', [], [block], {
      runs: runsOf('insert', block.block),
      granularity: this.#m.alignment.coarse ? 'blocks' : 'words',
      alsoAt: this.#alsoInBefore(block.block.text),
      cosmetic: silentReason(block.block),
    });
  }

  #edited(group: Group): void {
    const before = group.before.map((at) => this.#before(at));
    const after = group.after.map((at) => this.#after(at));
    const [a, b] = [before[0] as PlacedBlock, after[0] as PlacedBlock];
    if (before.length === 1 && after.length === 1 && sameBlock(a.block, b.block)) return;
    const cosmetic = cosmeticReason(before.map(blockOf), after.map(blockOf));
    this.#push('modified', before, after, { ...this.#runs(before, after), alsoAt: [], cosmetic });
  }

  /** A run of blocks that moved together unchanged is one hunk; gives back the next block to look at. */
  #moved(start: number): number {
    const { movedFrom } = this.#m.alignment;
    const from = movedFrom[start] as number;
    const unchanged = (at: number): boolean =>
      sameBlock(this.#before(movedFrom[at] as number).block, this.#after(at).block);
    const reason = this.#movedReason(start);
    let end = start + 1;
    if (unchanged(start)) {
      while (movedFrom[end] === from + end - start && unchanged(end) && this.#movedReason(end) === reason) end++;
    }
    const before: PlacedBlock[] = [];
    const after: PlacedBlock[] = [];
    for (let at = start; at < end; at++) {
      before.push(this.#before(movedFrom[at] as number));
      after.push(this.#after(at));
    }
    this.#push('moved', before, after, { ...this.#runs(before, after), alsoAt: [], cosmetic: reason });
    return end;
  }

  #movedReason(at: number): CosmeticReason | null {
    const from = this.#m.alignment.movedFrom[at] as number;
    const [a, b] = [this.#before(from).block, this.#after(at).block];
    if (!this.#m.order.sameSurroundings(a, b)) return null;
    return sameBlock(a, b) || cosmeticReason([a], [b]) !== null ? 'order' : null;
  }

  #runs(before: readonly PlacedBlock[], after: readonly PlacedBlock[]): Runs {
    const { similarity, vocabulary, budget } = this.#m;
    const textA = joined(before);
    const textB = joined(after);
    if (textA === textB) return { runs: textA === '' ? [] : [{ op: 'equal', text: textA }], granularity: 'words' };
    if (budget.level() === 'blocks') return { runs: replaced(textA, textB), granularity: 'blocks' };
    const a = similarity.before.joined(before.map(({ index }) => index));
    const b = similarity.after.joined(after.map(({ index }) => index));
    const found = wordRuns(a, b, vocabulary, budget);
    return found.granularity === 'words' ? { ...found, granularity: similarity.granularity } : found;
  }

  #push(
    kind: HunkKind,
    before: readonly PlacedBlock[],
    after: readonly PlacedBlock[],
    rest: Omit<Hunk, 'kind' | 'before' | 'after'>,
  ): void {
    this.#hunks.push({ kind, before, after, ...rest });
  }

  #before(index: number): PlacedBlock {
    return { index, block: this.#m.before.blocks[index] as Block };
  }

  #after(index: number): PlacedBlock {
    return { index, block: this.#m.after.blocks[index] as Block };
  }
}

function blockOf(placed: PlacedBlock): Block {
  return placed.block;
}

function joined(blocks: readonly PlacedBlock[]): string {
  return blocks.map(({ block }) => block.text).join('\n');
}

function runsOf(op: WordRun['op'], block: Block): WordRun[] {
  return block.text === '' ? [] : [{ op, text: block.text }];
}

function replaced(before: string, after: string): WordRun[] {
  const runs: WordRun[] = [];
  if (before !== '') runs.push({ op: 'delete', text: before });
  if (after !== '') runs.push({ op: 'insert', text: after });
  return runs;
}
