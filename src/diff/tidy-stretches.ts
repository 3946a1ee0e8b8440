import type { Stretch } from './stretch.ts';
import type { Tokens } from './tokenize.ts';
import type { Vocabulary } from './vocabulary.ts';

const FARTHEST = 100;
const LONGEST_ISLAND = 8;
// An absorbed word is shown on both sides although it did not change, so it must be rare among the changed ones.
const CHANGED_PER_ISLAND_WORD = 8;

/**
 * Makes an exact alignment readable: a lone insertion or deletion starts where a sentence or a part of it starts, and
 * short equal islands between changes ("the", a comma) are shown as changed with what surrounds them.
 */
export function tidyStretches(a: Tokens, b: Tokens, stretches: Stretch[], vocabulary: Vocabulary): Stretch[] {
  for (let at = 0; at + 1 < stretches.length; at++) slide(a, b, stretches[at] as Stretch, stretches[at + 1] as Stretch);
  return absorbIslands(a, b, stretches, vocabulary);
}

function slide(a: Tokens, b: Tokens, left: Stretch, right: Stretch): void {
  const onlyInserted = left.a + left.length === right.a;
  const onlyDeleted = left.b + left.length === right.b;
  if (onlyInserted === onlyDeleted) return;
  const tokens = onlyInserted ? b : a;
  const from = onlyInserted ? left.b + left.length : left.a + left.length;
  const to = onlyInserted ? right.b : right.a;
  let best = 0;
  let bestScore = startScore(tokens, from);
  for (let step = 1; step < Math.min(left.length, FARTHEST); step++) {
    if (tokens.ids[from - step] !== tokens.ids[to - step]) break;
    const score = startScore(tokens, from - step);
    if (score > bestScore) [best, bestScore] = [-step, score];
  }
  for (let step = 1; step < Math.min(right.length, FARTHEST); step++) {
    if (tokens.ids[from + step - 1] !== tokens.ids[to + step - 1]) break;
    const score = startScore(tokens, from + step);
    if (score > bestScore) [best, bestScore] = [step, score];
  }
  left.length += best;
  right.a += best;
  right.b += best;
  right.length -= best;
}

/** How natural it is that a change starts at this word. */
function startScore(tokens: Tokens, at: number): number {
  if (at === 0) return 3;
  const before = tokens.text.charAt((tokens.ends[at - 1] ?? 1) - 1);
  const gap = tokens.text.slice(tokens.ends[at - 1], tokens.starts[at]);
  if (gap.includes('\n') || /[.!?。！？]/u.test(before)) return 3;
  if (/[;:]/.test(before)) return 2;
  if (before === ',') return 1.5;
  return gap === '' ? 0 : 1;
}

function words(tokens: Tokens, from: number, to: number, vocabulary: Vocabulary): { count: number; length: number } {
  let count = 0;
  let length = 0;
  for (let at = from; at < to; at++) {
    const characters = vocabulary.wordLength(tokens.ids[at] as number);
    if (characters > 0) count++;
    length += characters;
  }
  return { count, length };
}

function absorbIslands(a: Tokens, b: Tokens, stretches: Stretch[], vocabulary: Vocabulary): Stretch[] {
  const kept: Stretch[] = [];
  const changed = (left: Stretch | undefined, right: Stretch | undefined): { deleted: number; inserted: number } => {
    const fromA = left ? left.a + left.length : 0;
    const fromB = left ? left.b + left.length : 0;
    return {
      deleted: words(a, fromA, right?.a ?? a.ids.length, vocabulary).count,
      inserted: words(b, fromB, right?.b ?? b.ids.length, vocabulary).count,
    };
  };
  for (const [at, stretch] of stretches.entries()) {
    const island = stretch.length > 4 ? undefined : words(a, stretch.a, stretch.a + stretch.length, vocabulary);
    if (island && island.length <= LONGEST_ISLAND) {
      const left = changed(kept.at(-1), stretch);
      const right = changed(stretch, stretches[at + 1]);
      if (isConfetti(island.count, left, right)) continue;
    }
    kept.push(stretch);
  }
  return kept;
}

interface Change {
  readonly deleted: number;
  readonly inserted: number;
}

function isConfetti(islandWords: number, left: Change, right: Change): boolean {
  const leftSize = left.deleted + left.inserted;
  const rightSize = right.deleted + right.inserted;
  if (leftSize === 0 || rightSize === 0) return false;
  const bothSides = left.deleted + right.deleted > 0 && left.inserted + right.inserted > 0;
  if (islandWords === 0) return bothSides;
  return (
    bothSides &&
    Math.min(leftSize, rightSize) > 2 * islandWords &&
    leftSize + rightSize >= CHANGED_PER_ISLAND_WORD * islandWords * 2
  );
}
