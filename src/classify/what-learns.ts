import { isA, type Token } from './tokens.ts';

type Tokens = readonly Token[];
type Taught = 'train' | 'improve';

/** Marks behind which nothing belongs to an act any more. */
export const STOPS = new Set(['.', ';', ':', '!', '?', '|', '•']);
export const REACH = 16;
/** Of what "it", "them" and "theirs" can mean. */
export const REACH_OF_PRONOUN = 24;
const REACH_OF_NAME = 8;
// "create" and "build" take whatever stands right behind them.
const REACH_OF_MAKING = 8;

const PRODUCT = /^(?:Products?|Services?|Platform|Studio|Websites?|Sites?|Accounts?|Apps?|Terms|Policy)$/;

/** "Fernley AI Products": what a company whose name ends in AI sells, with or without learning. */
function isPartOfProductName(tokens: Tokens, i: number): boolean {
  const before = tokens[i - 1];
  if (tokens[i]?.raw !== 'AI' || before === undefined || !PRODUCT.test(tokens[i + 1]?.raw ?? '')) return false;
  const isName =
    /^\p{Lu}\p{Ll}/u.test(before.raw) && !/^(?:the|an?|this|these|such|all|any|some|new|other)$/.test(before.word);
  return isName && [...before.classes].every((name) => name === 'ai-name');
}

/** Artificial intelligence itself, not something made with it ("AI-generated images"). */
export function isLearningSystem(tokens: Tokens, i: number): boolean {
  const token = tokens[i];
  if (isA(token, 'ai')) {
    if (isPartOfProductName(tokens, i)) return false;
    if (isA(tokens[i + 1], 'ai')) return true;
    return !isA(tokens[i + 1], 'ai-adjective-tail') || isA(tokens[i + 2], 'model') || isA(tokens[i + 2], 'system');
  }
  return isModel(tokens, i);
}

/** May what is improved be the AI itself ("AI systems", "AI and …"), or is it something else ("AI personas")? */
function isHeadOfAi(tokens: Tokens, i: number): boolean {
  if (!isA(tokens[i], 'ai')) return true;
  let next = i + 1;
  while (isA(tokens[next], 'ai')) next++;
  const token = tokens[next];
  if (token === undefined || token.mark || isA(tokens[next - 1], 'model')) return true;
  return (['ai-head', 'system', 'model', 'breaks-object', 'improve', 'improve-noun', 'train'] as const).some((name) =>
    isA(token, name),
  );
}

/** A model or algorithm that could learn: not a business model, a device model, a model form. */
export function isModel(tokens: Tokens, i: number): boolean {
  if (!isA(tokens[i], 'model')) return false;
  if (isA(tokens[i - 1], 'ai')) return true;
  if (isA(tokens[i - 1], 'model-not-before') && !isKindOfForecast(tokens, i - 1)) return false;
  if (isA(tokens[i + 1], 'model-not-after')) return false;
  if (isTheSameAgain(tokens, i)) return false;
  // "a model of your home": a likeness of it
  if (tokens[i + 1]?.word === 'of' && /^(?:your|an?)$/.test(tokens[i + 2]?.word ?? '')) return false;
  return !(tokens[i + 1]?.word === 'of' && isA(tokens[i + 3] ?? tokens[i + 2], 'model-not-before'));
}

// "3D models belong to those who created such models": what it was before.
function isTheSameAgain(tokens: Tokens, i: number): boolean {
  if (!/^(?:such|these|those|said)$/.test(tokens[i - 1]?.word ?? '')) return false;
  const earlier = tokens.findLastIndex((token, j) => j < i - 1 && isA(token, 'model'));
  return earlier >= 0 && !isModel(tokens, earlier);
}

// "train our pricing models", but "the pricing model was developed": such a model learns only where it is taught.
function isKindOfForecast(tokens: Tokens, i: number): boolean {
  if (!isA(tokens[i], 'model-if-taught')) return false;
  // "credit risk models using machine learning", "machine-learning risk models"
  if ([-1, 2, 3, 4, 5].some((step) => isA(tokens[i + step], 'ai'))) return true;
  return [1, 2, 3, 4, 5].some((back) => isA(tokens[i - back], 'train') && !isA(tokens[i - back], 'people-taught'));
}

export function isAct(token: Token | undefined): boolean {
  return isA(token, 'train') || isA(token, 'improve');
}

export function isNameOfAi(token: Token | undefined): boolean {
  return isA(token, 'ai-name');
}

function isNamedObject(tokens: Tokens, at: number, j: number, kind: Taught): boolean {
  if (isNameOfAi(tokens[j]) && !isA(tokens[at], 'make') && !isPartOfProductName(tokens, j + 1)) return true;
  return (
    isA(tokens[j], 'recognition') &&
    (kind === 'improve' || isA(tokens[j + 1], 'recognition') || isA(tokens[j - 1], 'recognition'))
  );
}

// "…, your language model is synced": behind the comma begins another clause.
function startsAnew(tokens: Tokens, at: number, act: number): boolean {
  if (tokens[at - 1]?.word !== ',') return false;
  const word = tokens[at]?.word ?? '';
  // "at the end of training, the model …"
  return /^(?:your|it|this|they|please|see)$/.test(word) || (at === act + 2 && /^(?:the|an?|our|we|you)$/.test(word));
}

function isObject(tokens: Tokens, at: number, j: number, kind: Taught): boolean {
  if (isLearningSystem(tokens, j) && (kind === 'train' || isHeadOfAi(tokens, j))) return true;
  return j - at <= REACH_OF_NAME && isNamedObject(tokens, at, j, kind);
}

// A product is taught only where the word says so: one tunes and improves much that does not learn.
function isWeakObject(tokens: Tokens, at: number, j: number, kind: Taught): boolean {
  if (kind !== 'train' || tokens[at]?.word.startsWith('tun')) return false;
  return isA(tokens[j], 'system') || isA(tokens[j], 'learner');
}

// "our services, which include machine learning technologies"
function isEnumerated(tokens: Tokens, at: number): boolean {
  return /^(?:which|that)$/.test(tokens[at]?.word ?? '') && /^includes?$/.test(tokens[at + 1]?.word ?? '');
}

/** The first thing to the right that can learn, or -1. */
export function objectRight(tokens: Tokens, at: number, kind: Taught): number {
  let weak = -1;
  const reach = isA(tokens[at], 'make') ? REACH_OF_MAKING : REACH;
  for (let j = at + 1; j < Math.min(tokens.length, at + reach); j++) {
    const token = tokens[j] as Token;
    if (STOPS.has(token.word) || startsAnew(tokens, j, at)) break;
    // "improve our services (but not to train our models)"
    if (isA(token, 'not') && !isA(token, 'not-a-denial')) break;
    if (isObject(tokens, at, j, kind)) return j;
    if (isAct(token) || token.mark) continue;
    // "our customer service personnel": the service was part of a name for people
    if (kind === 'train' && isA(token, 'people-taught')) return weak === j - 1 ? -1 : weak;
    if (isA(token, 'breaks-object') && !isEnumerated(tokens, j)) break;
    if (weak < 0 && j - at <= REACH_OF_NAME && isWeakObject(tokens, at, j, kind)) weak = j;
  }
  return weak;
}

/** The nearest thing to the left that can learn, within `reach` words of the same clause, or -1. */
export function objectLeft(tokens: Tokens, at: number, reach: number): number {
  for (let j = at - 1; j >= Math.max(0, at - reach); j--) {
    if (STOPS.has(tokens[j]?.word ?? '')) return -1;
    if (isLearningSystem(tokens, j) || isNameOfAi(tokens[j])) return j;
  }
  return -1;
}

/** The last thing before it that can be taught, assistants included. */
export function learnerLeft(tokens: Tokens, at: number): number {
  for (let j = at - 1; j >= Math.max(0, at - REACH_OF_PRONOUN); j--) {
    if (STOPS.has(tokens[j]?.word ?? '')) return -1;
    if (isLearningSystem(tokens, j) || isNameOfAi(tokens[j]) || isA(tokens[j], 'learner')) return j;
  }
  return -1;
}

/** Does one of the next words of the clause pass the test? */
export function near(
  tokens: Tokens,
  from: number,
  reach: number,
  test: (token: Token, at: number) => boolean,
): boolean {
  for (let j = from; j < Math.min(tokens.length, from + reach); j++) {
    const token = tokens[j] as Token;
    if (STOPS.has(token.word)) return false;
    if (test(token, j)) return true;
  }
  return false;
}
