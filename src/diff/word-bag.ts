import type { Tokens } from './tokenize.ts';
import type { Vocabulary } from './vocabulary.ts';

/** How often each word (without case and typography) stands in a text. */
export interface WordBag {
  readonly counts: ReadonlyMap<number, number>;
  readonly words: number;
}

export function wordBag(tokens: Tokens, vocabulary: Vocabulary): WordBag {
  const counts = new Map<number, number>();
  let words = 0;
  for (const id of tokens.ids) {
    if (vocabulary.wordLength(id) === 0) continue;
    const folded = vocabulary.folded(id);
    counts.set(folded, (counts.get(folded) ?? 0) + 1);
    words++;
  }
  return { counts, words };
}

/** What each word says about its text: rare and long words much, frequent and short ones little. */
export class WordWeights {
  readonly #documentFrequency = new Map<number, number>();
  readonly #vocabulary: Vocabulary;
  #bags = 0;

  constructor(vocabulary: Vocabulary) {
    this.#vocabulary = vocabulary;
  }

  /** Both sides are counted apart and the larger number taken: a word that stands once on each side is rare. */
  static of(sides: readonly (readonly WordBag[])[], vocabulary: Vocabulary): WordWeights {
    const weights = new WordWeights(vocabulary);
    for (const side of sides) {
      const frequency = new Map<number, number>();
      for (const bag of side) for (const id of bag.counts.keys()) frequency.set(id, (frequency.get(id) ?? 0) + 1);
      for (const [id, count] of frequency) {
        if (count > (weights.#documentFrequency.get(id) ?? 0)) weights.#documentFrequency.set(id, count);
      }
      weights.#bags = Math.max(weights.#bags, side.length);
    }
    return weights;
  }

  frequency(id: number): number {
    return this.#documentFrequency.get(id) ?? 1;
  }

  of(id: number): number {
    const length = Math.min(this.#vocabulary.wordLength(id), 8) / 8;
    return length * Math.log(1.5 + this.#bags / this.frequency(id));
  }

  total(bag: WordBag): number {
    let sum = 0;
    for (const [id, count] of bag.counts) sum += count * this.of(id);
    return sum;
  }

  shared(a: WordBag, b: WordBag): number {
    const [small, large] = a.counts.size <= b.counts.size ? [a, b] : [b, a];
    let sum = 0;
    for (const [id, count] of small.counts) {
      const other = large.counts.get(id);
      if (other !== undefined) sum += Math.min(count, other) * this.of(id);
    }
    return sum;
  }
}
