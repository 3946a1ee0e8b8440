import { isA, type Token } from './tokens.ts';

const REACH = 16;
const GUARANTEES = new Set(
  'guarantee guarantees guaranteed assurance assurances assure ensure promise warrant prevent'.split(' '),
);

/** "We cannot guarantee that others will not …": a doubt about others is neither a promise nor a prohibition. */
export function isNotGuaranteed(tokens: readonly Token[], at: number): boolean {
  // the doubt itself
  if (isDoubt(tokens[at]) && [1, 2].some((step) => GUARANTEES.has(tokens[at + step]?.word ?? ''))) return true;
  for (let j = at - 1; j >= Math.max(1, at - REACH); j--) {
    const token = tokens[j] as Token;
    if (token.mark && token.word !== ',') return false;
    if (GUARANTEES.has(token.word)) return [1, 2, 3].some((back) => isDoubt(tokens[j - back]));
  }
  return false;
}

const isDoubt = (token: Token | undefined): boolean =>
  token !== undefined && (isA(token, 'not') || /^(?:no|not|cannot|can't|unable|neither|nor)$/.test(token.word));
