import type { Sentence } from '../domain/split-sentences.ts';
import { isA, type Token } from './tokens.ts';

type Tokens = readonly Token[];
const LONGEST_TITLE = 60;
const VERBS = ['use', 'train', 'improve', 'ingest', 'scraping', 'share'] as const;

/** What of the words that introduce a list may hold for the sentence behind this one: all behind the title of an item. */
export function heldBehind({ start, text }: Sentence, introducing: Tokens): Tokens {
  return start === 0 && text.length <= LONGEST_TITLE ? introducing : [];
}

/**
 * Those words where the sentence goes on with them ("You must not: • Misuse. Use the output to …", "… Except as agreed,
 * use …"); one with a subject of its own does not.
 */
export function heldFor({ start }: Sentence, own: Tokens, introducing: Tokens): Tokens {
  return start === 0 || goesOn(own) ? introducing : [];
}

function goesOn(own: Tokens): boolean {
  if (!/^(?:except|unless|save|without)$/.test(own[0]?.word ?? '')) return isVerbAt(own, 0);
  const comma = own.findIndex(({ word }) => word === ',');
  return comma > 0 && isVerbAt(own, comma + 1);
}

function isVerbAt(own: Tokens, at: number): boolean {
  const next = own[at + 1];
  return VERBS.some((name) => isA(own[at], name)) && next !== undefined && !next.mark && next.word !== 'of';
}
