import { alignWords } from './align-words.ts';
import type { Alignment, Group } from './alignment.ts';
import type { Budget } from './budget.ts';
import type { Side, Similarity } from './similarity.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Share of a part's words that must stand, in order, in what it was split from or joined to. */
const PART = 0.6;
/** An edited part has fewer, where together the parts and what is missing on this side are as alike as this. */
const EDITED_PART = 0.4;
const ALIKE = 0.65;
/** Below this share of common words a closer look cannot succeed. */
const WORTH_A_LOOK = 0.3;

interface Attaching {
  readonly own: Side;
  readonly other: Side;
  readonly ownKey: 'before' | 'after';
  readonly otherKey: 'before' | 'after';
  readonly groups: (Group | undefined)[];
  readonly free: (at: number) => boolean;
  readonly vocabulary: Vocabulary;
  readonly budget: Budget;
}

/**
 * Joins free blocks to the edited block beside them of which they are a part: what remains of a paragraph that was
 * split, or what was joined to it.
 */
export function matchParts(
  similarity: Similarity,
  alignment: Alignment,
  shared: Pick<Attaching, 'vocabulary' | 'budget'>,
): void {
  const { before, after } = similarity;
  if (alignment.coarse) return;
  const free = {
    before: (at: number): boolean => at >= 0 && at < alignment.beforeCount && alignment.freeBefore(at),
    after: (at: number): boolean => at >= 0 && at < alignment.afterCount && alignment.freeAfter(at),
  };
  const split: Attaching = {
    ...shared,
    own: after,
    other: before,
    ownKey: 'after',
    otherKey: 'before',
    groups: alignment.groups,
    free: free.after,
  };
  const join: Attaching = {
    ...shared,
    own: before,
    other: after,
    ownKey: 'before',
    otherKey: 'after',
    groups: alignment.groupsBefore,
    free: free.before,
  };
  for (const task of [split, join]) {
    for (const group of new Set(task.groups)) {
      if (shared.budget.level() !== 'words') return;
      if (group) extend(group, task);
    }
  }
}

function extend(group: Group, task: Attaching): void {
  for (const step of [1, -1] as const) {
    const end = (step === 1 ? group[task.ownKey].at(-1) : group[task.ownKey][0]) as number;
    if (!task.free(end + step)) continue;
    const parts = partsBeside(group, end, step, task);
    for (let count = 1; count <= parts; count++) {
      const at = end + step * count;
      if (step === 1) group[task.ownKey].push(at);
      else group[task.ownKey].unshift(at);
      task.groups[at] = group;
    }
  }
}

/** How many of the free blocks that follow (or precede) belong to the group. */
function partsBeside(group: Group, end: number, step: 1 | -1, task: Attaching): number {
  const rest = uncovered(group, task);
  let missing = 0;
  for (const count of rest.values()) missing += Math.max(0, count);
  const candidates: number[] = [];
  let words = 0;
  let common = 0;
  for (let at = end + step; task.free(at) && words <= 1.5 * missing; at += step) {
    candidates.push(at);
    for (const [word, count] of task.own.bag(at).counts) {
      const taken = Math.max(0, Math.min(count, rest.get(word) ?? 0));
      rest.set(word, (rest.get(word) ?? 0) - taken);
      common += taken;
      words += count;
    }
  }
  if (common === 0 || common < WORTH_A_LOOK * Math.min(words, missing)) return 0;
  const parts = candidates.map((at) => task.own.bag(at).words);
  return longestPart(parts, inOrderShares(group, candidates, step, task), missing);
}

/** The words of the other side of a group that this side does not have yet. */
function uncovered(group: Group, task: Attaching): Map<number, number> {
  const rest = new Map<number, number>();
  const count = (side: Side, at: number, sign: 1 | -1): void => {
    for (const [word, times] of side.bag(at).counts) rest.set(word, (rest.get(word) ?? 0) + sign * times);
  };
  for (const at of group[task.otherKey]) count(task.other, at, 1);
  for (const at of group[task.ownKey]) count(task.own, at, -1);
  return rest;
}

/** Of each candidate, the number of words that the word alignment of the whole finds on the other side. */
function inOrderShares(group: Group, candidates: readonly number[], step: 1 | -1, task: Attaching): number[] {
  const parts = step === 1 ? [...candidates] : candidates.toReversed();
  const own = step === 1 ? [...group[task.ownKey], ...parts] : [...parts, ...group[task.ownKey]];
  const a = task.own.joined(own);
  const b = task.other.joined(group[task.otherKey]);
  const matched = new Map<number, number>();
  const ends = own.map((at) => (task.own.blocks[at]?.text.length ?? 0) + 1);
  let block = 0;
  let limit = ends[0] ?? 0;
  for (const stretch of alignWords(a, b, task.budget).stretches) {
    for (let at = stretch.a; at < stretch.a + stretch.length; at++) {
      while ((a.starts[at] as number) >= limit) limit += ends[++block] ?? Number.POSITIVE_INFINITY;
      if (task.vocabulary.wordLength(a.ids[at] as number) === 0) continue;
      matched.set(own[block] as number, (matched.get(own[block] as number) ?? 0) + 1);
    }
  }
  return candidates.map((at) => matched.get(at) ?? 0);
}

/** The farthest block that is a part itself and up to which most words are. */
function longestPart(sizes: readonly number[], matched: readonly number[], missing: number): number {
  let best = 0;
  let words = 0;
  let common = 0;
  for (const [place, size] of sizes.entries()) {
    const found = matched[place] as number;
    words += size;
    common += found;
    const whole = found >= PART * size && common >= PART * words;
    const edited = found >= EDITED_PART * size && 2 * common >= ALIKE * (words + missing);
    if (size > 0 && (whole || edited)) best = place + 1;
  }
  return best;
}
