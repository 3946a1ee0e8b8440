import type { Alignment, Group } from './alignment.ts';
import { freeIn } from './alignment.ts';
import type { Budget } from './budget.ts';
import { longestChain } from './longest-chain.ts';
import type { Side, Similarity } from './similarity.ts';

// Up to this many comparisons a gap is compared each with each; above, only blocks that share a rare word.
const MOST_COMPARED = 900;
const MOST_POSTINGS = 24;
const CANDIDATES = 4;
// More blocks without a partner than any policy has in all; they are told as added and removed.
const MOST_FREE = 20_000;

interface Candidate {
  readonly before: number;
  readonly after: number;
  readonly score: number;
}

/** Pairs edited blocks: in each gap those in order with the most words in common, then those that moved. */
export function matchSimilar(similarity: Similarity, alignment: Alignment, budget: Budget): void {
  for (const gap of alignment.gaps()) {
    const free = freeIn(alignment, gap);
    if (free.before.length === 0 || free.after.length === 0) continue;
    if (free.before.length + free.after.length > MOST_FREE || budget.level() !== 'words') {
      alignment.coarse = true;
      continue;
    }
    const [before, after] = [free.before[0] as number, free.after[0] as number];
    if (free.before.length === 1 && free.after.length === 1 && similarity.replaced(before, after)) {
      alignment.pair(before, after);
      continue;
    }
    similarity.weigh(free.before, free.after);
    const candidates = candidatesIn(free, similarity, budget, (a, b) => similarity.samePlace(a, b));
    candidates.sort((x, y) => x.before - y.before || y.after - x.after);
    const chain = longestChain(
      candidates.map(({ after }) => after - gap.fromB),
      candidates.map(({ score }) => score),
    );
    for (const at of chain) alignment.pair((candidates[at] as Candidate).before, (candidates[at] as Candidate).after);
  }
}

/** Pairs blocks that moved and were edited. */
export function matchMovedSimilar(similarity: Similarity, alignment: Alignment, budget: Budget): void {
  const whole = { fromA: 0, toA: alignment.beforeCount, fromB: 0, toB: alignment.afterCount };
  const free = freeIn(alignment, whole);
  if (free.before.length === 0 || free.after.length === 0 || alignment.coarse) return;
  if (free.before.length + free.after.length > MOST_FREE || budget.level() !== 'words') {
    alignment.coarse = true;
    return;
  }
  similarity.weigh(free.before, free.after);
  const candidates = candidatesIn(free, similarity, budget, (a, b) => similarity.elsewhere(a, b));
  candidates.sort((x, y) => y.score - x.score || x.after - y.after);
  for (const { before, after } of candidates) {
    if (alignment.freeBefore(before) && alignment.freeAfter(after)) alignment.move(before, after);
  }
}

type Score = (before: number, after: number) => number;

function candidatesIn(free: Group, similarity: Similarity, budget: Budget, score: Score): Candidate[] {
  const found: Candidate[] = [];
  const each = free.before.length * free.after.length <= MOST_COMPARED;
  const postings = each ? undefined : postingsOf(free.before, similarity.before);
  for (const [count, after] of free.after.entries()) {
    if (count % 64 === 63 && budget.level() !== 'words') break;
    const partners = postings ? mostShared(similarity, after, postings) : free.before;
    for (const before of partners) {
      const value = score(before, after);
      if (value > 0) found.push({ before, after, score: value });
    }
  }
  return found;
}

/** Which blocks before hold a word, and room to count with. */
interface Postings {
  readonly lists: ReadonlyMap<number, readonly number[]>;
  readonly scores: Scoreboard;
}

function postingsOf(before: readonly number[], side: Side): Postings {
  const lists = new Map<number, number[]>();
  for (const at of before) {
    for (const word of side.bag(at).counts.keys()) {
      const list = lists.get(word);
      if (list) list.push(at);
      else lists.set(word, [at]);
    }
  }
  return { lists, scores: new Scoreboard(side.blocks.length) };
}

/** Sums one score per block before, and gives back the highest few; made once, used for every block after. */
class Scoreboard {
  readonly #scores: Float64Array;
  #touched: number[] = [];

  constructor(size: number) {
    this.#scores = new Float64Array(size);
  }

  add(at: number, weight: number): void {
    if (this.#scores[at] === 0) this.#touched.push(at);
    this.#scores[at] = (this.#scores[at] ?? 0) + weight;
  }

  /** Best first, of equals the first in the document; empties the board. */
  takeBest(count: number): number[] {
    const best: number[] = [];
    const ahead = (x: number, y: number): boolean => {
      const difference = (this.#scores[x] ?? 0) - (this.#scores[y] ?? 0);
      return difference > 0 || (difference === 0 && x < y);
    };
    for (const at of this.#touched) {
      let place = best.length;
      while (place > 0 && ahead(at, best[place - 1] as number)) place--;
      if (place < count) best.splice(place, 0, at);
      if (best.length > count) best.pop();
    }
    for (const at of this.#touched) this.#scores[at] = 0;
    this.#touched = [];
    return best;
  }
}

function mostShared(similarity: Similarity, after: number, postings: Postings): number[] {
  for (const word of similarity.after.bag(after).counts.keys()) {
    const list = postings.lists.get(word);
    if (!list || list.length > MOST_POSTINGS) continue;
    const weight = similarity.weight(word);
    for (const before of list) postings.scores.add(before, weight);
  }
  return postings.scores.takeBest(CANDIDATES);
}
