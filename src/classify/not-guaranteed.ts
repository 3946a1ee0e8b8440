import { isA, type Token } from './tokens.ts';

const REACH = 16;
const GUARANTEE = /^(?:guarantees?|guaranteed|assurances?|assure|ensure|promise|warrant|prevent)$/;

/** "We cannot guarantee that others will not …": a doubt about others is neither a promise nor a prohibition. */
export function isNotGuaranteed(tokens: readonly Token[], at: number): boolean {
  // the doubt itself
  if ([1, 2].some((step) => GUARANTEE.test(tokens[at + step]?.word ?? '')) && isDoubt(tokens[at])) return true;
  for (let j = at - 1; j >= Math.max(1, at - REACH); j--) {
    const token = tokens[j] as Token;
    if (token.mark && token.word !== ',') return false;
    if (GUARANTEE.test(token.word)) return [1, 2, 3].some((back) => isDoubt(tokens[j - back]));
  }
  return false;
}

const isDoubt = (token: Token | undefined): boolean =>
  token !== undefined && (isA(token, 'not') || /^(?:no|not|cannot|can't|unable|neither|nor)$/.test(token.word));
