import { isA, type Token } from './tokens.ts';

type Tokens = readonly Token[];
const REACH = 16;
const PUTS_OFF = /^(?:delay|postpon|defer)/;
const PLAN = /^(?:plans?|changes?|launch|rollout|start|use|processing|training)$/;

/** Is what begins at `from` a plan that its sentence puts off ("we are delaying our change to the use of …")? */
export function isPutOff(tokens: Tokens, from: number, to: number): boolean {
  for (let at = Math.max(0, from - REACH); at < to; at++) if (isPuttingOff(tokens, at)) return true;
  return false;
}

/** "delaying our plans", "postponed the use of": what is to come, but not now. Not "delayed shipments". */
export function isPuttingOff(tokens: Tokens, at: number): boolean {
  if (!isA(tokens[at], 'stop') || !PUTS_OFF.test(tokens[at]?.word ?? '')) return false;
  return isPlan(tokens, at + 1);
}

/** Is it a plan or a use that stands here ("our change to", "the planned rollout"), not "our newsletter"? */
export function isPlan(tokens: Tokens, at: number): boolean {
  return [0, 1, 2].some((step) => PLAN.test(tokens[at + step]?.word ?? '') || (step === 0 && isA(tokens[at], 'use')));
}
