import { isNamedData } from './data-kinds.ts';
import type { Token } from './tokens.ts';

type Tokens = readonly Token[];

const REACH = 60;
const REACH_BEHIND = 20;
const SUBJECT =
  /^(?:we|you|our|your|the|these|this|all|any|some|each|no|none|nothing|neither|it|they|such|using|training|nobody)$/;
const PRONOUN = /^(?:we|you|it|they|nobody)$/;
const TOLD = /^(?:know|note|remember|aware|mind)$/;
const FINITE = /^(?:may|can|will|shall|must|might|could|is|are|was|were|has|have|helps?|do|does)$/;
const RELATIVE = /^(?:that|which|who)$/;
const SUBORDINATES =
  /^(?:if|when|where|unless|except|although|though|while|whereas|unlike|like|besides|depending|regardless|whether|together|apart|instead|rather|once|since|because|as)$/;

/** "to train", "used for training": the act itself is no verb of a sentence. */
function isVerb(tokens: Tokens, at: number): boolean {
  return (
    /^(?:train|trains|teach|teaches|learn|learns|improve|improves)$/.test(tokens[at]?.word ?? '') &&
    tokens[at - 1]?.word !== 'to'
  );
}

/** Does a sentence of its own, with its subject and its verb, begin here and hold the act? */
function isClause(tokens: Tokens, from: number, act: number): boolean {
  const first = tokens[from];
  if (!first || !(SUBJECT.test(first.word) || isNamedData(first))) return false;
  if (PRONOUN.test(first.word)) return true;
  for (let i = from + 1; i < act; i++)
    if (FINITE.test(tokens[i]?.word ?? '') && !RELATIVE.test(tokens[i - 1]?.word ?? '')) return true;
  if (isVerb(tokens, act)) return true;
  // "using it to train AI is prohibited"
  const isActing = /^(?:using|training|the)$/.test(first.word);
  return isActing && tokens.slice(act, act + REACH_BEHIND).some(({ word }) => word === 'is' || word === 'are');
}

function isSubordinate(tokens: Tokens, from: number): boolean {
  const word = tokens[from]?.word ?? '';
  return SUBORDINATES.test(word) || (word === 'to' && tokens[from + 2]?.word === 'extent');
}

// "Affiliates: …" names whom the rest is about.
function isTitle(tokens: Tokens, from: number, colon: number): boolean {
  return !tokens.slice(from, colon).some(({ word }) => FINITE.test(word));
}

/** Index of the first word of the sentence the act stands in. */
function sentenceStart(tokens: Tokens, act: number): number {
  let start = act;
  while (start > Math.max(0, act - REACH) && !/^[.;?]$/.test(tokens[start - 1]?.word ?? '')) start--;
  return start;
}

/**
 * Index of the first word of the clause an act stands in: who acts and what is denied in another clause ("We never sell
 * data, and your photos …", "Where the law forbids it, …", "You need do nothing: …") is nothing of its own. `own` is where
 * the statement begins behind what introduces it.
 */
export function clauseStart(tokens: Tokens, act: number, own: number): number {
  const start = sentenceStart(tokens, act);
  const isBehindSubordinate = isSubordinate(tokens, start);
  for (let j = act - 1; j > start; j--) {
    const token = tokens[j] as Token;
    const isTold = token.word === 'that' && TOLD.test(tokens[j - 1]?.word ?? '');
    if ((!token.mark && !isTold) || j === own - 1) continue;
    const isJoined = /^(?:and|but|so)$/.test(tokens[j + 1]?.word ?? '');
    const isBorder =
      isTold ||
      (token.word === ':' && !isTitle(tokens, Math.max(start, own), j)) ||
      (token.word === ',' && (isJoined || isBehindSubordinate));
    if (isBorder && isClause(tokens, isJoined ? j + 2 : j + 1, act)) return isJoined ? j + 2 : j + 1;
  }
  return start > own && tokens[start - 1]?.word === ';' && isClause(tokens, start, act) ? start : 0;
}
