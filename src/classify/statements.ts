import type { Block } from '../domain/block.ts';
import { splitSentences } from '../domain/split-sentences.ts';
import { heldBehind, heldFor } from './goes-on.ts';
import { joinAnswers } from './join-answers.ts';
import type { CompiledLexicon } from './lexicon/compile-lexicon.ts';
import { namesByPronoun, refersBack } from './refers-back.ts';
import { readTokens, type Token } from './tokens.ts';

/**
 * One thing a document says: a sentence (or a part of a very long one) with all that gives it its meaning.
 *
 * `tokens` are the words of what introduces it (the list's lead-in, or the head of the long sentence it is a part
 * of) followed by its own, which begin at index `own`. Offsets of own tokens count from the start of `text`.
 */
export interface Statement {
  readonly text: string;
  /** Offset of `text` in the block's text. */
  readonly start: number;
  readonly block: Block;
  readonly tokens: Tokens;
  readonly own: number;
  /** The words of the headings above, outermost first. */
  readonly headings: readonly Tokens[];
  /** In a table the first cell of the row, which says what the others are about. */
  readonly introducedBy: string | null;
  /** The statement before it in the same block. */
  readonly previous: Statement | null;
  /** Is the document one that tells what is done with people's data? */
  readonly aboutData: boolean;
}

/** Reads the words of a text once, however often it introduces something. */
export type TokenReader = (text: string) => Tokens;

export function cachedTokenReader(lexicon: CompiledLexicon): TokenReader {
  const known = new Map<string, Tokens>();
  return (text) => {
    let tokens = known.get(text);
    if (!tokens) {
      tokens = readTokens(text, lexicon);
      known.set(text, tokens);
    }
    return tokens;
  };
}

type Tokens = readonly Token[];
const LONG = 400;
const LONGEST = 1200;
const SHORTEST = 60;
// A sentence of more parts is no language: they grow with it, so that reading it costs no more than other text.
const MOST_PARTS = 200;
const LEAD_IN_TOKENS = 80;
const HEAD_TOKENS = 25;

interface Part {
  readonly text: string;
  readonly start: number;
}

// Where nothing separates, a part ends at the last space before the limit: work stays linear in the text.
function cutToSize(part: Part): Part[] {
  const parts: Part[] = [];
  let at = 0;
  while (part.text.length - at > LONGEST) {
    const space = part.text.lastIndexOf(' ', at + LONGEST);
    const end = space > at ? space : at + LONGEST;
    parts.push({ text: part.text.slice(at, end), start: part.start + at });
    at = end;
  }
  parts.push({ text: part.text.slice(at), start: part.start + at });
  return parts;
}

function trimmed(part: Part): Part {
  const text = part.text.trim();
  return { text, start: part.start + part.text.indexOf(text) };
}

/** A sentence of many purposes is as many statements; very short ones stay together, so that their number is bounded. */
function partsOf(sentence: Part): Part[] {
  if (sentence.text.length <= LONG) return [sentence];
  const parts: Part[] = [];
  const shortest = Math.max(SHORTEST, sentence.text.length / MOST_PARTS);
  let at = 0;
  const take = (end: number): void => {
    parts.push({ text: sentence.text.slice(at, end), start: sentence.start + at });
    at = end;
  };
  for (const match of sentence.text.matchAll(/;| \| |•/g)) {
    const end = match.index + match[0].length;
    if (end - at >= shortest) take(end);
  }
  take(sentence.text.length);
  return parts
    .flatMap(cutToSize)
    .map(trimmed)
    .filter((part) => part.text !== '');
}

function headOf(tokens: Tokens): Tokens {
  const colon = tokens.findIndex((token) => token.word === ':');
  return tokens.slice(0, colon > 0 && colon < 2 * HEAD_TOKENS ? colon + 1 : HEAD_TOKENS);
}

const CELL_BORDER = ' | ';
const MOST_CELLS = 50;
const LONGEST_CONTEXT = 600;

/** The pieces of a block that speak for themselves: the cells of a table row, else the whole. */
function piecesOf(block: Block): Part[] {
  const cells = block.text.split(CELL_BORDER);
  if (block.kind !== 'table-row' || cells.length > MOST_CELLS) return [{ text: block.text, start: 0 }];
  const pieces: Part[] = [];
  let start = 0;
  for (const text of cells) {
    pieces.push({ text, start });
    start += text.length + CELL_BORDER.length;
  }
  return pieces.filter(({ text }) => text.trim() !== '');
}

/** How to read statements. Unless `readAll`, a sentence is left out when neither it nor the one before it has a trigger. */
export interface StatementOptions {
  readonly read: TokenReader;
  readonly lexicon: CompiledLexicon;
  readonly isTriggered: (text: string) => boolean;
  readonly readAll: boolean;
  readonly language: string;
  readonly aboutData: boolean;
}

/** What introduces a sentence; where nothing does and it speaks of "them", the sentence before it, which names them. */
function meantBy(own: Tokens, introducing: Tokens, antecedent: string, lexicon: CompiledLexicon): Tokens {
  if (introducing.length > 0 || !namesByPronoun(own)) return introducing;
  return readTokens(antecedent, lexicon).slice(-LEAD_IN_TOKENS);
}

/** The statements of one block that can state a fact, in order. */
export function statementsOf(block: Block, options: StatementOptions): Statement[] {
  const { read, lexicon, isTriggered, readAll, language, aboutData } = options;
  const headings = block.headingPath.slice(-4).map(read);
  const leadIn = block.leadIn === null ? [] : read(block.leadIn).slice(-LEAD_IN_TOKENS);
  const pieces = piecesOf(block);
  const firstCell = pieces[0]?.text ?? '';
  const statements: Statement[] = [];
  pieces.forEach((piece, n) => {
    const introducedBy = n > 0 && firstCell.length <= LONGEST_CONTEXT ? firstCell : null;
    let prefix: Tokens = n === 0 ? leadIn : [...leadIn, ...read(firstCell).slice(-LEAD_IN_TOKENS)];
    let wasTriggered = false;
    let last = '';
    for (const sentence of joinAnswers(splitSentences(piece.text, language), piece.text)) {
      const isCause = isTriggered(sentence.text);
      const held = heldBehind(sentence, prefix);
      const antecedent = last;
      last = sentence.text;
      if (!(readAll || isCause || wasTriggered)) {
        prefix = held;
        continue;
      }
      let head: Tokens | null = null;
      let goesOn = false;
      for (const part of partsOf(sentence)) {
        const own = readTokens(part.text, lexicon);
        if (head === null) prefix = heldFor(sentence, own, prefix);
        const before = head ?? meantBy(own, prefix, antecedent, lexicon);
        goesOn ||= head === null && refersBack(own);
        const previous = statements.at(-1) ?? null;
        const tokens = [...before, ...own];
        const start = piece.start + part.start;
        statements.push({
          text: part.text,
          start,
          block,
          tokens,
          own: before.length,
          headings,
          introducedBy,
          previous,
          aboutData,
        });
        head ??= [...prefix, ...headOf(own)];
      }
      wasTriggered = isCause || goesOn;
      prefix = held;
    }
  });
  return statements;
}
