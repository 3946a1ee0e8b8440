import { anchorSequences } from './anchor-sequences.ts';
import type { Budget, Granularity } from './budget.ts';
import { equalPairs, type Pair, type Span } from './equal-pairs.ts';
import { joinStretches, type Stretch } from './stretch.ts';
import type { Tokens } from './tokenize.ts';

export interface WordAlignment {
  readonly stretches: Stretch[];
  readonly granularity: Granularity;
}

// Below this many words an exact comparison is cheap; above, three equal words in a row that stand once on each
// side anchor first.
const EXACT_WORDS = 600;
// The cost of an exact comparison grows with the square of this.
const MOST_EDITS = 1000;
const MOST_SENTENCE_EDITS = 200;
const SENTENCE_END = /^[.!?。！？।]$/u;

/** Which words of two texts are the same, in order; coarser where exactness would cost too much. */
export function alignWords(a: Tokens, b: Tokens, budget: Budget): WordAlignment {
  const all = { fromA: 0, toA: a.ids.length, fromB: 0, toB: b.ids.length };
  const level = budget.level();
  if (level === 'blocks') return { stretches: [], granularity: level };
  const anchors = anchorsOf(a, b, all);
  const pairs: Pair[] = [];
  let worst: Granularity = 'words';
  let { fromA, fromB } = all;
  for (const [atA, atB] of [...anchors, [all.toA, all.toB] as const]) {
    if (atA > fromA && atB > fromB) {
      const gap = alignGap(a, b, { fromA, toA: atA, fromB, toB: atB }, budget);
      for (const pair of gap.pairs) pairs.push(pair);
      if (gap.granularity !== 'words' && worst !== 'blocks') worst = gap.granularity;
    }
    if (atA < all.toA && atB < all.toB) pairs.push([atA, atB]);
    fromA = atA + 1;
    fromB = atB + 1;
  }
  return { stretches: joinStretches(pairs), granularity: worst };
}

/** Equal beginnings and ends, and in long texts the anchors between them. */
function anchorsOf(a: Tokens, b: Tokens, all: Span): Pair[] {
  const pairs: Pair[] = [];
  let { fromA, toA, fromB, toB } = all;
  while (fromA < toA && fromB < toB && a.ids[fromA] === b.ids[fromB]) pairs.push([fromA++, fromB++]);
  const ends: Pair[] = [];
  while (fromA < toA && fromB < toB && a.ids[toA - 1] === b.ids[toB - 1]) ends.push([--toA, --toB]);
  if (toA - fromA + toB - fromB > EXACT_WORDS) {
    const inner = anchorSequences(triples(a.ids), triples(b.ids), { fromA, toA, fromB, toB });
    for (const [atA, atB] of inner) if (a.ids[atA] === b.ids[atB]) pairs.push([atA, atB]);
  }
  for (const end of ends.reverse()) pairs.push(end);
  return pairs;
}

/** One number for a word and the two that follow it. A collision costs nothing: the words are compared after. */
function triples(ids: readonly number[]): Int32Array {
  const keys = new Int32Array(ids.length);
  for (let at = 0; at < ids.length; at++) {
    const next = Math.imul((ids[at + 1] ?? -1) + 0x9e37, 0x85ebca6b);
    keys[at] = Math.imul(Math.imul((ids[at] as number) + next, 0xc2b2ae35) ^ (next >>> 13), 31) + (ids[at + 2] ?? -1);
  }
  return keys;
}

function alignGap(a: Tokens, b: Tokens, gap: Span, budget: Budget): { pairs: Pair[]; granularity: Granularity } {
  if (budget.level() === 'words') {
    const pairs = equalPairs(a.ids, b.ids, gap, { edits: MOST_EDITS, milliseconds: Math.ceil(budget.wordsMs()) });
    if (pairs) return { pairs, granularity: 'words' };
  }
  if (budget.level() === 'blocks') return { pairs: [], granularity: 'blocks' };
  return { pairs: alignSentences(a, b, gap), granularity: 'sentences' };
}

interface Sentences {
  readonly keys: number[];
  readonly starts: number[];
}

function sentencesOf(tokens: Tokens, from: number, to: number, keys: Map<string, number>): Sentences {
  const found: Sentences = { keys: [], starts: [] };
  let start = from;
  for (let at = from; at < to; at++) {
    const last = at + 1 === to;
    if (!last && !SENTENCE_END.test(tokens.text.slice(tokens.starts[at], tokens.ends[at]))) continue;
    const text = tokens.ids.slice(start, at + 1).join(' ');
    const key = keys.get(text) ?? keys.size;
    keys.set(text, key);
    found.keys.push(key);
    found.starts.push(start);
    start = at + 1;
  }
  found.starts.push(to);
  return found;
}

function alignSentences(a: Tokens, b: Tokens, gap: Span): Pair[] {
  const keys = new Map<string, number>();
  const left = sentencesOf(a, gap.fromA, gap.toA, keys);
  const right = sentencesOf(b, gap.fromB, gap.toB, keys);
  const whole = { fromA: 0, toA: left.keys.length, fromB: 0, toB: right.keys.length };
  const equal =
    equalPairs(left.keys, right.keys, whole, { edits: MOST_SENTENCE_EDITS }) ??
    anchorSequences(left.keys, right.keys, whole);
  const pairs: Pair[] = [];
  for (const [atA, atB] of equal) {
    const from = left.starts[atA] as number;
    const length = (left.starts[atA + 1] as number) - from;
    for (let i = 0; i < length; i++) pairs.push([from + i, (right.starts[atB] as number) + i]);
  }
  return pairs;
}
