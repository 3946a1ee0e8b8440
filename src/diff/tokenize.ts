import { characterClass, DIGIT, LETTER, MARK, SPACE, UNSPACED } from './character-class.ts';
import type { Vocabulary } from './vocabulary.ts';

/** The words and marks of a text, without the spaces between them. Offsets are UTF-16. */
export interface Tokens {
  readonly text: string;
  readonly ids: readonly number[];
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

// A dictionary reads about three million characters a second; above this every character is a word of its own.
const LONGEST_SEGMENTED = 200_000;
const URL_START = /^(?:https?:\/\/|www\.)/i;
const URL_END = /[\s<>"“”|]/;
const URL_TRAILING = /[.,;:!?'’)\]}]+$/;

const DAY = /^\d{1,2}(?:st|nd|rd|th|er)?$/;

const segmenters = new Map<string, Intl.Segmenter>();

function segmenterFor(language: string): Intl.Segmenter {
  const known = segmenters.get(language);
  if (known) return known;
  const made = new Intl.Segmenter(language === 'und' ? 'en' : language, { granularity: 'word' });
  segmenters.set(language, made);
  return made;
}

/** Does this mark between these two classes belong to one word, number, address or name? */
function joins(mark: string, left: number, right: number): boolean {
  switch (mark) {
    case "'":
    case '’':
    case '&':
      return left === LETTER && right === LETTER;
    case ',':
    case ':':
    case '/':
      return left === DIGIT && right === DIGIT;
    case '.':
    case '-':
    case '‐':
    case '‑':
    case '@':
    case '+':
      return true;
    default:
      return false;
  }
}

function isWord(kind: number): boolean {
  return kind === LETTER || kind === DIGIT;
}

function width(text: string, at: number): number {
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}

function wordEnd(text: string, start: number): number {
  let at = start + width(text, start);
  let left = characterClass(text, start);
  while (at < text.length) {
    const kind = characterClass(text, at);
    if (isWord(kind)) {
      left = kind;
      at += width(text, at);
      continue;
    }
    if (kind !== MARK || at + 1 >= text.length) break;
    const right = characterClass(text, at + 1);
    if (!isWord(right) || !joins(text.charAt(at), left, right)) break;
    left = right;
    at += 1 + width(text, at + 1);
  }
  return at;
}

function urlEnd(text: string, start: number): number {
  const rest = text.slice(start, start + 2048);
  if (!URL_START.test(rest)) return start;
  const stop = rest.search(URL_END);
  const url = stop < 0 ? rest : rest.slice(0, stop);
  return start + url.replace(URL_TRAILING, '').length;
}

function unspacedEnd(text: string, start: number): number {
  let at = start;
  while (at < text.length && characterClass(text, at) === UNSPACED) at += width(text, at);
  return at;
}

class TokenList implements Tokens {
  readonly text: string;
  readonly ids: number[] = [];
  readonly starts: number[] = [];
  readonly ends: number[] = [];
  readonly #vocabulary: Vocabulary;

  constructor(text: string, vocabulary: Vocabulary) {
    this.text = text;
    this.#vocabulary = vocabulary;
  }

  push(start: number, end: number): void {
    this.ids.push(this.#vocabulary.idOf(this.text.slice(start, end)));
    this.starts.push(start);
    this.ends.push(end);
    if (end - start === 4 && characterClass(this.text, start) === DIGIT) this.#joinDate();
  }

  /** "May 1, 2026" and "1 May 2026" are one word: half a changed date reads as nonsense. */
  #joinDate(): void {
    const last = this.ids.length - 1;
    if (!/^[12]\d{3}$/.test(this.#word(last))) return;
    const nearest = this.#word(last - 1) === ',' ? last - 2 : last - 1;
    const first = this.#isMonth(nearest) ? this.#dayBefore(nearest) : nearest - 1;
    if (!this.#isMonth(nearest) && !(this.#isMonth(first) && DAY.test(this.#word(nearest)))) return;
    const start = this.starts[first] ?? 0;
    const end = this.ends[last] ?? 0;
    for (const list of [this.ids, this.starts, this.ends]) list.length = first;
    this.ids.push(this.#vocabulary.idOf(this.text.slice(start, end)));
    this.starts.push(start);
    this.ends.push(end);
  }

  #dayBefore(month: number): number {
    const day = this.#word(month - 1) === '.' ? month - 2 : month - 1;
    return DAY.test(this.#word(day)) ? day : month;
  }

  #isMonth(at: number): boolean {
    return this.#vocabulary.isMonth(this.ids[at] ?? -1);
  }

  #word(at: number): string {
    return at < 0 ? '' : this.text.slice(this.starts[at], this.ends[at]);
  }
}

const SENTENCE = /[^.!?。！？;]{0,400}(?:[.!?。！？;]+\s*|$|\s|.)/gsu;

/** Splits a text into sentences, or pieces of about that length: for texts too long to be compared word by word. */
export function tokenizeCoarsely(text: string, vocabulary: Vocabulary): Tokens {
  const tokens: Tokens & { ids: number[]; starts: number[]; ends: number[] } = { text, ids: [], starts: [], ends: [] };
  for (const { 0: raw, index } of text.matchAll(SENTENCE)) {
    const sentence = raw.trimEnd();
    if (sentence === '') continue;
    tokens.ids.push(vocabulary.idOf(sentence));
    tokens.starts.push(index);
    tokens.ends.push(index + sentence.length);
  }
  return tokens;
}

/**
 * Splits a text into words and marks. Numbers, dates, URLs, e-mail addresses and hyphenated or dotted names stay
 * whole. Scripts without spaces are split by the dictionary of the language.
 */
export function tokenize(text: string, language: string, vocabulary: Vocabulary): Tokens {
  const tokens = new TokenList(text, vocabulary);
  const segmented = text.length <= LONGEST_SEGMENTED;
  let at = 0;
  while (at < text.length) {
    const kind = characterClass(text, at);
    if (kind === SPACE) {
      at++;
      continue;
    }
    let end = at + width(text, at);
    if (isWord(kind)) {
      const first = text.charCodeAt(at) | 32;
      const url = first === 104 || first === 119 ? urlEnd(text, at) : at;
      end = url > at ? url : wordEnd(text, at);
    } else if (kind === UNSPACED && segmented) {
      end = unspacedEnd(text, at);
      for (const { segment, index } of segmenterFor(language).segment(text.slice(at, end))) {
        tokens.push(at + index, at + index + segment.length);
      }
      at = end;
      continue;
    }
    tokens.push(at, end);
    at = end;
  }
  return tokens;
}
