import type { Block } from '../domain/block.ts';
import type { Alignment } from './alignment.ts';
import { anchorSequences } from './anchor-sequences.ts';
import type { BlockIndex } from './block-index.ts';

type KeyOf = (block: Block) => number;

/**
 * Pairs blocks of equal words: first those that stand where they stood, in their context, then within the gaps those
 * whose typography or context changed, at last those that stand elsewhere.
 */
export function matchEqual(
  before: readonly Block[],
  after: readonly Block[],
  index: BlockIndex,
  alignment: Alignment,
): void {
  const exact: KeyOf = (block) => index.placeId(index.textId(block.text), index.contextId(block));
  const keysA = before.map(exact);
  const keysB = after.map(exact);
  const whole = { fromA: 0, toA: before.length, fromB: 0, toB: after.length };
  for (const [a, b] of anchorSequences(keysA, keysB, whole)) alignment.pair(a, b);

  // Where the same words stand in two typographies, each is paired with its own first, wherever that stands.
  for (const texts of ['as-they-are', 'folded'] as const) {
    const keys = new FoldedKeys({ before, after, index, alignment }, texts);
    if (keys.none) return;
    keys.inGaps((textId, block) => index.placeId(textId, index.contextId(block)));
    keys.inGaps((textId) => textId);
    keys.elsewhere((textId, block) => index.placeId(textId, index.contextId(block)));
    keys.elsewhere((textId) => textId);
  }
}

// Blocks that have their partner already must equal nothing, each other least of all.
const TAKEN_BEFORE = 0;
const TAKEN_AFTER = 0.5;

type FoldedKeyOf = (textId: number, block: Block) => number;

interface Sides {
  readonly before: readonly Block[];
  readonly after: readonly Block[];
  readonly index: BlockIndex;
  readonly alignment: Alignment;
}

class FoldedKeys {
  // Only blocks that found no partner letter for letter are ever folded: folding costs more than comparing.
  readonly #textsA = new Map<number, number>();
  readonly #textsB = new Map<number, number>();

  // Texts that stand on both sides letter for letter, and so need no folding.
  readonly #both: ReadonlySet<number>;
  readonly none: boolean;

  readonly #m: Sides;

  constructor(sides: Sides, texts: 'as-they-are' | 'folded') {
    this.#m = sides;
    const { before, after, index, alignment } = sides;
    const left = new Set(before.filter((_, at) => alignment.freeBefore(at)).map(({ text }) => index.textId(text)));
    const right = new Set(after.filter((_, at) => alignment.freeAfter(at)).map(({ text }) => index.textId(text)));
    this.none = left.size === 0 || right.size === 0;
    this.#both = texts === 'folded' ? new Set() : left.intersection(right);
  }

  inGaps(keyOf: FoldedKeyOf): void {
    const keysA = this.#keysBefore(keyOf);
    const keysB = this.#keysAfter(keyOf);
    const found = this.#m.alignment
      .gaps()
      .filter(({ fromA, toA, fromB, toB }) => toA > fromA && toB > fromB)
      .flatMap((gap) => anchorSequences(keysA, keysB, gap));
    for (const [a, b] of found) this.#m.alignment.pair(a, b);
  }

  /** Follows a moved run: the block after a moved block continues it where it can. */
  elsewhere(keyOf: FoldedKeyOf): void {
    const places = new Map<number, number[]>();
    const keysA = this.#keysBefore(keyOf);
    for (let at = keysA.length - 1; at >= 0; at--) {
      if (!this.#m.alignment.freeBefore(at)) continue;
      const list = places.get(keysA[at] as number);
      if (list) list.push(at);
      else places.set(keysA[at] as number, [at]);
    }
    if (places.size === 0) return;
    const keysB = this.#keysAfter(keyOf);
    for (let at = 0; at < keysB.length; at++) {
      if (!this.#m.alignment.freeAfter(at)) continue;
      const list = places.get(keysB[at] as number);
      const next = at > 0 ? (this.#m.alignment.movedFrom[at - 1] ?? -1) + 1 : 0;
      const continues = next > 0 && keysA[next] === keysB[at] && this.#m.alignment.freeBefore(next);
      const source = continues ? next : takeFree(list, this.#m.alignment);
      if (source !== undefined) this.#m.alignment.move(source, at);
    }
  }

  #keysBefore(keyOf: FoldedKeyOf): number[] {
    return this.#m.before.map((block, at) =>
      this.#m.alignment.freeBefore(at) ? keyOf(this.#folded(this.#textsA, at, block), block) : TAKEN_BEFORE,
    );
  }

  #keysAfter(keyOf: FoldedKeyOf): number[] {
    return this.#m.after.map((block, at) =>
      this.#m.alignment.freeAfter(at) ? keyOf(this.#folded(this.#textsB, at, block), block) : TAKEN_AFTER,
    );
  }

  #folded(known: Map<number, number>, at: number, block: Block): number {
    const exact = this.#m.index.textId(block.text);
    const id = known.get(at) ?? (this.#both.has(exact) ? exact : this.#m.index.foldedId(block.text));
    known.set(at, id);
    return id;
  }
}

function takeFree(list: number[] | undefined, alignment: Alignment): number | undefined {
  for (let at = list?.pop(); at !== undefined; at = list?.pop()) if (alignment.freeBefore(at)) return at;
  return undefined;
}
