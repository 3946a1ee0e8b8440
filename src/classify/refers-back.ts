import { isA, type Token } from './tokens.ts';

const OPENING = 4;

/** Does a sentence go on about what the one before it said ("This includes …", "For this purpose we …")? */
export function refersBack(own: readonly Token[]): boolean {
  return own.slice(0, OPENING).some((token) => isA(token, 'this-use') && token.word !== 'that');
}
