import { isA, type Token } from './tokens.ts';

const REACH = 16;
const PUTS_OFF = /^(?:delay|postpon|defer)/;

/** Is what begins at `from` a plan that its sentence puts off ("we are delaying our change to the use of …")? */
export function isPutOff(tokens: readonly Token[], from: number, to: number): boolean {
  return tokens.slice(Math.max(0, from - REACH), to).some(isPuttingOff);
}

/** "delaying", "postponed": what is to come, but not now. */
export const isPuttingOff = (token: Token): boolean => isA(token, 'stop') && PUTS_OFF.test(token.word);
