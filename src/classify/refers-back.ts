import { isA, type Token } from './tokens.ts';

const OPENING = 4;

/** Does a sentence go on about what the one before it said ("This includes …", "For this purpose we …")? */
export function refersBack(own: readonly Token[]): boolean {
  return own.slice(0, OPENING).some((token) => isA(token, 'this-use') && token.word !== 'that');
}

const THIS = /^(?:this|these|those|such)$/;
const DATA = /^(?:information|data|content|contents|materials?|details|records|files)$/;
const THEM = /^(?:it|them|these|those)$/;

/** "They may train …", "we use them to …": who or what is meant stands in the sentence before. */
export function namesByPronoun(own: readonly Token[]): boolean {
  if (own[0]?.word === 'they') return true;
  if (own.some(({ word }, i) => THIS.test(word) && DATA.test(own[i + 1]?.word ?? ''))) return true;
  return own.some((token, i) => isA(token, 'use') && THEM.test(own[i + 1]?.word ?? '') && !isA(own[i + 2], 'data'));
}
