import { equalPairs, type Pair, type Span } from './equal-pairs.ts';
import { longestChain } from './longest-chain.ts';

const DEEPEST = 16;
const EXACT_EDITS = 64;
const LOOKAHEAD = 256;

type Keys = ArrayLike<number>;
interface Task extends Span {
  readonly depth: number;
}

/**
 * Patience diff: what is unique on both sides anchors, then the same between the anchors.
 *
 * Pairs come out increasing on both sides, in no more than O(n log n) time whatever the input: a stretch in which
 * nothing is unique is compared exactly up to a few edits and greedily beyond.
 */
export function anchorSequences(a: Keys, b: Keys, span: Span): Pair[] {
  const pairs: Pair[] = [];
  const tasks: Task[] = [{ ...span, depth: 0 }];
  for (let task = tasks.pop(); task; task = tasks.pop()) {
    const inner = trimEnds(a, b, task, pairs);
    if (inner.fromA === inner.toA || inner.fromB === inner.toB) continue;
    const anchors = task.depth < DEEPEST ? uniqueAnchors(a, b, inner) : [];
    if (anchors.length === 0) {
      for (const pair of withoutAnchors(a, b, inner)) pairs.push(pair);
      continue;
    }
    let { fromA, fromB } = inner;
    for (const [atA, atB] of [...anchors, [inner.toA, inner.toB] as const]) {
      if (atA > fromA && atB > fromB) tasks.push({ fromA, toA: atA, fromB, toB: atB, depth: task.depth + 1 });
      fromA = atA + 1;
      fromB = atB + 1;
    }
    for (const anchor of anchors) pairs.push(anchor);
  }
  return pairs.sort((x, y) => x[0] - y[0]);
}

function trimEnds(a: Keys, b: Keys, span: Span, pairs: Pair[]): Span {
  let { fromA, toA, fromB, toB } = span;
  while (fromA < toA && fromB < toB && a[fromA] === b[fromB]) pairs.push([fromA++, fromB++]);
  while (fromA < toA && fromB < toB && a[toA - 1] === b[toB - 1]) pairs.push([--toA, --toB]);
  return { fromA, toA, fromB, toB };
}

const REPEATED = -1;

function uniquePlaces(keys: Keys, from: number, to: number): Map<number, number> {
  const places = new Map<number, number>();
  for (let at = from; at < to; at++) {
    const key = keys[at] as number;
    places.set(key, places.has(key) ? REPEATED : at);
  }
  return places;
}

function uniqueAnchors(a: Keys, b: Keys, span: Span): Pair[] {
  const inA = uniquePlaces(a, span.fromA, span.toA);
  const inB = uniquePlaces(b, span.fromB, span.toB);
  const both: Pair[] = [];
  for (const [key, atB] of inB) {
    const atA = inA.get(key) ?? REPEATED;
    if (atA !== REPEATED && atB !== REPEATED) both.push([atA, atB]);
  }
  const chain = longestChain(both.map(([atA]) => atA - span.fromA));
  return chain.map((index) => both[index] as Pair);
}

function slice(keys: Keys, from: number, to: number): number[] {
  return Array.prototype.slice.call(keys, from, to) as number[];
}

function withoutAnchors(a: Keys, b: Keys, span: Span): Pair[] {
  const inA = new Set(slice(a, span.fromA, span.toA));
  if (!slice(b, span.fromB, span.toB).some((key) => inA.has(key))) return [];
  return equalPairs(a, b, span, { edits: EXACT_EDITS }) ?? greedyPairs(a, b, span);
}

function greedyPairs(a: Keys, b: Keys, span: Span): Pair[] {
  const places = new Map<number, number[]>();
  for (let at = span.toA - 1; at >= span.fromA; at--) {
    const key = a[at] as number;
    const list = places.get(key);
    if (list) list.push(at);
    else places.set(key, [at]);
  }
  const pairs: Pair[] = [];
  let next = span.fromA;
  for (let at = span.fromB; at < span.toB; at++) {
    const list = places.get(b[at] as number) ?? [];
    while (list.length > 0 && (list.at(-1) as number) < next) list.pop();
    const found = list.at(-1);
    if (found === undefined || found > next + LOOKAHEAD) continue;
    pairs.push([found, at]);
    next = found + 1;
  }
  return pairs;
}
