import type { WordClass } from './lexicon/lexicon.ts';
import { isA, type Token } from './tokens.ts';
import type { TrainingAct } from './training-acts.ts';

type Party = 'platform' | 'person' | 'others' | 'providers' | 'affiliates' | 'unknown';

/** Who does it, and the index of the word that says so (-1 where nothing does). */
export interface Actor {
  readonly party: Party;
  readonly at: number;
}

type Tokens = readonly Token[];
const REACH = 70;

function followedBy(tokens: Tokens, at: number, reach: number, test: (token: Token) => boolean): boolean {
  for (let j = at + 1; j <= Math.min(tokens.length - 1, at + reach); j++) if (test(tokens[j] as Token)) return true;
  return false;
}

/** "you may not …", but not the "you" of "content you provide". */
function isPersonActing(tokens: Tokens, at: number): boolean {
  if (!isA(tokens[at], 'you') || isA(tokens[at - 1], 'data') || isA(tokens[at + 1], 'data')) return false;
  const reach = tokens[at]?.word.startsWith('you') ? 3 : 4;
  return followedBy(tokens, at, reach, (token) => isA(token, 'person-verb'));
}

const SOURCES = /^(?:sources?|websites?|sites?|apps?|applications?)$/;

// Not the "third party" of "third-party data", nor one that something comes from, nor "we and our affiliates".
function isOtherActing(tokens: Tokens, at: number, name: WordClass): boolean {
  let last = at;
  while (isA(tokens[last + 1], name)) last++;
  let first = at;
  while (isA(tokens[first - 1], name)) first--;
  const before = [1, 2, 3].map((back) => tokens[first - back]);
  const next = tokens[last + 1];
  if (before.some((token) => token?.word === 'from')) return false;
  if (before.some((token) => isA(token, 'we')) && before.some((token) => token?.word === 'and')) return false;
  if (isA(next, 'data') || SOURCES.test(next?.word ?? '')) return false;
  if (['for', 'allow', 'permit', 'that', 'by'].includes(before[0]?.word ?? '')) return true;
  return (
    followedBy(tokens, last, 5, (token) => isA(token, 'person-verb')) ||
    followedBy(tokens, last, 2, (token) => /^(?:to|from|that|who)$/.test(token.word))
  );
}

function partyAt(tokens: Tokens, at: number): Party | null {
  const token = tokens[at] as Token;
  if (isA(token, 'we')) return 'platform';
  if (token.word === 'us') return 'platform';
  if (isA(token, 'affiliates') && isOtherActing(tokens, at, 'affiliates')) return 'affiliates';
  if (isA(token, 'providers') && isOtherActing(tokens, at, 'providers')) return 'providers';
  if (isA(token, 'others') && isOtherActing(tokens, at, 'others')) return 'others';
  return isPersonActing(tokens, at) ? 'person' : null;
}

// Who "uses our services" or "uses output" to do it is not the platform.
function usesThePlatform(tokens: Tokens, at: number): boolean {
  if (!isA(tokens[at], 'uses-platform')) return false;
  const next = tokens[at + 1]?.word === 'of' ? at + 2 : at + 1;
  const isOurs = tokens[next]?.word === 'our' || tokens[next]?.word === 'the';
  return (isOurs && isA(tokens[next + 1], 'system')) || (tokens[next]?.word ?? '').startsWith('output');
}

// "You agree that Acme may …"
function agreesThat(tokens: Tokens, at: number): boolean {
  for (let j = at + 1; j <= at + 6; j++)
    if (/^(?:agree|acknowledge|understand|consent)s?$/.test(tokens[j]?.word ?? ''))
      return !isA(tokens[j + 1], 'not') && tokens[j + 1]?.word !== 'to';
  return false;
}

/** Who trains: the nearest acting party to the left of the act, in its sentence or in what introduces it. */
export function actorOf(tokens: Tokens, act: TrainingAct): Actor {
  let use = -1;
  for (let j = act.at - 1; j >= Math.max(0, act.at - REACH); j--) {
    const token = tokens[j] as Token;
    if (usesThePlatform(tokens, j)) use = j;
    if (token.word === '.' || token.word === '?') break;
    const party = token.classes.size > 0 ? partyAt(tokens, j) : null;
    if (party === null) continue;
    if (party === 'person' && agreesThat(tokens, j)) return { party: 'platform', at: j };
    // "You can opt out of training": the person chooses, the platform trains.
    const chooses = party === 'person' && isChoice(tokens, j, act.at);
    return { party: chooses ? 'platform' : party, at: j };
  }
  return use >= 0 ? { party: 'person', at: use } : { party: 'unknown', at: -1 };
}

function isChoice(tokens: Tokens, from: number, to: number): boolean {
  for (let j = from + 1; j < to; j++)
    if (isA(tokens[j], 'opt-out') || isA(tokens[j], 'choice') || isA(tokens[j], 'consent')) return true;
  return false;
}
