import { isA, type Token } from './tokens.ts';

type Tokens = readonly Token[];

const REACH = 30;
const REACH_OF_INABILITY = 14;
const IMPOSSIBLE = /^(?:cannot|can't|unable|impossible)$/;
const ABLE = /^(?:possible|able|available|offered|feasible|optional)$/;
const OFFERS = /^(?:offers?|provide|have|allow|permit|let|give|support|exist)$/;
const MEANS =
  /^(?:way|ways|means|option|options|possibility|method|mechanism|setting|choice|chance|opt|opportunity|procedure)$/;
const ENDS = /^(?:[.;?]|but|so|because|while|we)$/;

const AVOIDS = new Set(
  'without exclude excluding avoid avoiding prevent preventing stop stopping refuse refusing'.split(' '),
);

/** "cannot", "no way", "not currently possible", "do not offer": something is not open to anybody. */
function isInability(tokens: Tokens, at: number): boolean {
  const token = tokens[at] as Token;
  if (IMPOSSIBLE.test(token.word)) return true;
  if (!isA(token, 'not')) return false;
  const behind = [1, 2].map((step) => tokens[at + step]?.word ?? '');
  if (token.word === 'no') return behind.some((word) => MEANS.test(word));
  return behind.some((word) => ABLE.test(word)) || OFFERS.test(behind[0] ?? '');
}

/** What somebody does who does not want it: opt out, keep something out, get along without. */
function isAvoidance(tokens: Tokens, at: number): boolean {
  const token = tokens[at] as Token;
  if (isA(token, 'opt-out')) return true;
  if (token.word === 'out') return tokens[at + 1]?.word === 'of';
  return AVOIDS.has(token.word);
}

function isNotOpen(tokens: Tokens, avoidance: number): boolean {
  for (let j = avoidance - 1; j >= Math.max(0, avoidance - REACH_OF_INABILITY); j--) {
    if (isInability(tokens, j)) return true;
    // "It is not possible to see them, and they stay out of …" goes on about something else
    if (ENDS.test(tokens[j]?.word ?? '') || (tokens[j]?.word === 'and' && tokens[j - 1]?.word === ',')) return false;
  }
  return false;
}

/**
 * "There is no way to keep your posts out of the training", "You cannot use it without your inputs being used to train":
 * two denials say that it is done. Index of the avoidance that is not to be had, or -1. `at` is the act.
 */
export function deniedWayOutAt(tokens: Tokens, at: number): number {
  for (let j = at - 1; j >= Math.max(0, at - REACH); j--) {
    if (tokens[j]?.mark && tokens[j]?.word !== ',' && /^[.;?]$/.test(tokens[j]?.word ?? '')) return -1;
    if (isAvoidance(tokens, j)) return isNotOpen(tokens, j) ? j : -1;
  }
  return -1;
}
