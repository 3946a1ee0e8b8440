import { isNotGuaranteed } from './not-guaranteed.ts';
import { isA, type Token } from './tokens.ts';

type Tokens = readonly Token[];

export function isWish(tokens: Tokens, at: number): boolean {
  for (let j = at + 1; j <= at + 2; j++) if (isA(tokens[j], 'wish') && !isAllowedByTerms(tokens, at, j)) return true;
  return false;
}

// "The licence does not allow us to …" is no wish of anybody's.
function isAllowedByTerms(tokens: Tokens, at: number, wish: number): boolean {
  if (tokens[wish]?.word !== 'allow') return false;
  return !tokens.slice(Math.max(0, at - 5), at).some((token) => isA(token, 'you') || isA(token, 'we'));
}

// "who would prefer that it not be used", "if you'd rather they weren't used"
export function isPreferred(tokens: Tokens, at: number): boolean {
  return tokens
    .slice(Math.max(0, at - 9), at)
    .some(
      ({ word }, i, before) => /^prefers?$/.test(word) || (word === 'rather' && WOULD.test(before[i - 1]?.word ?? '')),
    );
}

const WOULD = /^(?:would|you'd|they'd)$/;

/** "You can decide at any time not to let us …": a refusal that is left to people. */
export function isChosenNot(tokens: Tokens, at: number): boolean {
  if (tokens[at]?.word !== 'not' || tokens[at + 1]?.word !== 'to') return false;
  const from = Math.max(0, at - 6);
  const chosen = tokens.findIndex(({ word }, i) => i >= from && i < at && /^(?:choose|decide|elect)$/.test(word));
  return chosen >= 0 && !isA(tokens[chosen - 1], 'we');
}

// "if you do not …", "if your recordings are not to be used"
export function isCondition(tokens: Tokens, at: number): boolean {
  if (isAskedFor(tokens, at) || isOwnCondition(tokens, at)) return true;
  const before = [1, 2, 3, 4].map((back) => tokens[at - back]);
  return (
    before.some((token) => isA(token, 'you')) &&
    before.some((token) => /^(?:if|unless|when|where|should)$/.test(token?.word ?? ''))
  );
}

// Not "if you pay we do not": there the condition is over.
function isOwnCondition(tokens: Tokens, at: number): boolean {
  let verbs = 0;
  for (let j = at - 1; j >= Math.max(0, at - 8); j--) {
    const token = tokens[j] as Token;
    if (token.mark || isA(token, 'we')) return false;
    if (token.word === 'if') return true;
    if (isA(token, 'person-verb') && ++verbs > 1) return false;
  }
  return false;
}

/** "if you require that your files not be used", "to request that they not be used": somebody's wish, told to us. */
export function isAskedFor(tokens: Tokens, at: number): boolean {
  const before = tokens.slice(Math.max(0, at - 10), at);
  const asks = before.findIndex(({ word }) => /^(?:requires?|requests?|asks?|instructs?|tells?)$/.test(word));
  if (asks < 0 || before.slice(asks).some(({ mark }) => mark)) return false;
  return before.slice(0, asks).some(({ word }) => /^(?:if|unless|when|where|once|to|may|can)$/.test(word));
}

/** Does the denial at `at` only name what somebody wants or might want, or what nobody vouches for? */
export function isOnlyWished(tokens: Tokens, at: number): boolean {
  return (
    isWish(tokens, at) ||
    isCondition(tokens, at) ||
    isPreferred(tokens, at) ||
    isChosenNot(tokens, at) ||
    isNotGuaranteed(tokens, at)
  );
}
