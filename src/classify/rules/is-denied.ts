import { actorOf } from '../act-party.ts';
import { polarityOf } from '../act-polarity.ts';
import type { WordClass } from '../lexicon/lexicon.ts';
import type { Reading } from '../reading.ts';
import { isA } from '../tokens.ts';

/** Indexes of the statement's own words of this class. */
export function indexesOf({ tokens, own }: Reading, name: WordClass): number[] {
  const found: number[] = [];
  for (let i = own; i < tokens.length; i++) if (isA(tokens[i], name)) found.push(i);
  return found;
}

const RIGHT = /^(?:rights?|subject|subjected|object|refuse)$/;
const REACH = 12;

/** Is it said that this is not done? Not where a right "not to be subject to" it is given: that presumes it is done. */
export function isDenied({ tokens }: Reading, at: number): boolean {
  const act = { kind: 'purpose', at, object: -1 } as const;
  const actor = actorOf(tokens, act);
  // Only the platform's own "we" begins a new clause here: "no decision about you is …" denies across the "you".
  const subject = actor.party === 'platform' ? actor : ({ party: 'unknown', at: -1 } as const);
  if (polarityOf(tokens, act, subject) !== 'denied') return false;
  // "not without your consent": with it, it is done.
  if (tokens.some((token) => isA(token, 'consent'))) return false;
  return !tokens.slice(Math.max(0, at - REACH), at).some(({ word }) => RIGHT.test(word));
}
