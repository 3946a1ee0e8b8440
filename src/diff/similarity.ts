import type { Block } from '../domain/block.ts';
import { type Tokens, tokenize, tokenizeCoarsely } from './tokenize.ts';
import type { Vocabulary } from './vocabulary.ts';
import { type WordBag, WordWeights, wordBag } from './word-bag.ts';

/** From this share of common (weighted) words on, a block in the same place is the same block, edited. */
const SAME_PLACE = 0.35;
/** A block elsewhere needs to be more alike, and long enough for that to mean something. */
const ELSEWHERE = 0.6;
const ELSEWHERE_WORDS = 8;
/** A heading and a paragraph are the same only when they say nearly the same. */
const OTHER_KIND = 0.7;
/** Share of a part that must stand in the whole it was split from or grew into. */
const PART = 0.75;
const PART_IN_ORDER = 0.5;
const PART_WORDS = 4;
/** Shorter than a sentence. */
const REPLACED_WORDS = 6;

export interface Side {
  readonly blocks: readonly Block[];
  readonly tokens: (at: number) => Tokens;
  readonly bag: (at: number) => WordBag;
  /** Of several blocks as one text, joined by line feeds. */
  readonly joined: (indexes: readonly number[]) => Tokens;
}

// Word by word, a text of this length alone would take the whole budget.
const LONGEST_TEXT = 400_000;

type Tokenizer = (text: string) => Tokens;

function sideOf(blocks: readonly Block[], tokenizer: Tokenizer, vocabulary: Vocabulary): Side {
  const tokens = new Map<number, Tokens>();
  const bags = new Map<number, WordBag>();
  const tokensAt = (at: number): Tokens => {
    const known = tokens.get(at) ?? tokenizer((blocks[at] as Block).text);
    tokens.set(at, known);
    return known;
  };
  const bag = (at: number): WordBag => {
    const known = bags.get(at) ?? wordBag(tokensAt(at), vocabulary);
    bags.set(at, known);
    return known;
  };
  const joined = (indexes: readonly number[]): Tokens =>
    indexes.length === 1
      ? tokensAt(indexes[0] as number)
      : tokenizer(indexes.map((at) => blocks[at]?.text ?? '').join('\n'));
  return { blocks, tokens: tokensAt, bag, joined };
}

/** How much two blocks of two documents have in common. Tokens and counts are made once per block, when needed. */
export class Similarity {
  readonly before: Side;
  readonly after: Side;
  /** What a token is: with a single huge block on either side, sentences on both. */
  readonly granularity: 'words' | 'sentences';
  #weights: WordWeights;
  readonly #vocabulary: Vocabulary;
  readonly #totals = new Map<WordBag, number>();

  constructor(
    before: { readonly blocks: readonly Block[]; readonly language: string },
    after: { readonly blocks: readonly Block[]; readonly language: string },
    vocabulary: Vocabulary,
  ) {
    const huge = [...before.blocks, ...after.blocks].some((block) => block.text.length > LONGEST_TEXT);
    const tokenizer = (language: string): Tokenizer =>
      huge ? (text) => tokenizeCoarsely(text, vocabulary) : (text) => tokenize(text, language, vocabulary);
    this.granularity = huge ? 'sentences' : 'words';
    this.before = sideOf(before.blocks, tokenizer(before.language), vocabulary);
    this.after = sideOf(after.blocks, tokenizer(after.language), vocabulary);
    this.#vocabulary = vocabulary;
    this.#weights = new WordWeights(vocabulary);
  }

  /** Words are weighed by how rare they are among the blocks that still look for a partner. */
  weigh(before: readonly number[], after: readonly number[]): void {
    const sides = [before.map((at) => this.before.bag(at)), after.map((at) => this.after.bag(at))];
    this.#weights = WordWeights.of(sides, this.#vocabulary);
    this.#totals.clear();
  }

  weight(word: number): number {
    return this.#weights.of(word);
  }

  /** Weight of the words two blocks in the same place share, 0 where they are not the same block edited. */
  samePlace(before: number, after: number): number {
    const { shared, dice, ofSmaller } = this.#compare(before, after);
    if (this.#otherKind(before, after) && dice < OTHER_KIND) return 0;
    if (dice >= SAME_PLACE) return shared;
    return ofSmaller >= PART && this.#smallerInOrder(before, after) ? shared : 0;
  }

  /** Two short blocks of one kind with nothing else between their neighbours: a date, a heading, a name replaced. */
  replaced(before: number, after: number): boolean {
    return (
      !this.#otherKind(before, after) &&
      Math.max(this.before.bag(before).words, this.after.bag(after).words) <= REPLACED_WORDS
    );
  }

  /** From 0 to 1: how alike two blocks in different places are, 0 where that proves nothing. */
  elsewhere(before: number, after: number): number {
    const words = Math.min(this.before.bag(before).words, this.after.bag(after).words);
    if (words < ELSEWHERE_WORDS || this.#otherKind(before, after)) return 0;
    const { dice } = this.#compare(before, after);
    return dice >= ELSEWHERE ? dice : 0;
  }

  #otherKind(before: number, after: number): boolean {
    const heading = (side: Side, at: number): boolean => side.blocks[at]?.kind === 'heading';
    return heading(this.before, before) !== heading(this.after, after);
  }

  #compare(before: number, after: number): { shared: number; dice: number; ofSmaller: number } {
    const a = this.before.bag(before);
    const b = this.after.bag(after);
    const totalA = this.#total(a);
    const totalB = this.#total(b);
    if (totalA === 0 || totalB === 0) return { shared: 0, dice: 0, ofSmaller: 0 };
    const shared = this.#weights.shared(a, b);
    return { shared, dice: (2 * shared) / (totalA + totalB), ofSmaller: shared / Math.min(totalA, totalB) };
  }

  #total(bag: WordBag): number {
    const known = this.#totals.get(bag) ?? this.#weights.total(bag);
    this.#totals.set(bag, known);
    return known;
  }

  #smallerInOrder(before: number, after: number): boolean {
    const a = this.before.tokens(before);
    const b = this.after.tokens(after);
    const [small, large] = a.ids.length <= b.ids.length ? [a, b] : [b, a];
    return inOrderShare(this.#words(small), this.#words(large)) >= PART_IN_ORDER;
  }

  #words(tokens: Tokens): number[] {
    return tokens.ids.filter((id) => this.#vocabulary.wordLength(id) > 0).map((id) => this.#vocabulary.folded(id));
  }
}

/** Share of the neighbouring words of `part` that are neighbours in `whole` too; 0 for parts too short to tell. */
function inOrderShare(part: readonly number[], whole: readonly number[]): number {
  if (part.length < PART_WORDS) return 0;
  const pairs = new Set<number>();
  for (let at = 1; at < whole.length; at++) pairs.add((whole[at - 1] as number) * 0x4000000 + (whole[at] as number));
  let found = 0;
  for (let at = 1; at < part.length; at++) {
    if (pairs.has((part[at - 1] as number) * 0x4000000 + (part[at] as number))) found++;
  }
  return found / (part.length - 1);
}
