import { isForbidden } from './act-forbidden.ts';
import { type Actor, actorOf } from './act-party.ts';
import { type Polarity, polarityOf } from './act-polarity.ts';
import { clauseStart } from './clause-start.ts';
import type { WordClass } from './lexicon/lexicon.ts';
import { refersBack } from './refers-back.ts';
import type { Statement } from './statements.ts';
import { isA, type Token } from './tokens.ts';
import { findTrainingActs, type TrainingAct } from './training-acts.ts';
import { isLearningSystem } from './what-learns.ts';

/** A training act with its grammar. */
export interface ReadAct extends TrainingAct {
  readonly actor: Actor;
  readonly polarity: Polarity;
  readonly forbidden: boolean;
  /** It stands in the statement itself, not only in what introduces it. */
  readonly isOwn: boolean;
}

/** A statement as the rules see it. */
export interface Reading {
  readonly statement: Statement;
  readonly tokens: readonly Token[];
  readonly own: number;
  readonly acts: readonly ReadAct[];
  /** A heading above speaks of training AI. */
  readonly headingTrains: boolean;
  /** A statement before it in its block spoke of training. */
  readonly afterTraining: boolean;
  /** "This" means training: the statement just before it, or the heading it stands under, is about the platform's. */
  readonly followsTraining: boolean;
}

/** Index of the first own word of this class, or -1. */
export function ownWord(reading: Reading, name: WordClass): number {
  for (let i = reading.own; i < reading.tokens.length; i++) if (isA(reading.tokens[i], name)) return i;
  return -1;
}

/** Does any word, own or introducing, belong to this class? */
export function has(reading: Reading, name: WordClass): boolean {
  return reading.tokens.some((token) => isA(token, name));
}

function speaksOfAi(tokens: readonly Token[]): boolean {
  return tokens.some(
    (token, i) => isA(token, 'ai') || isA(token, 'ai-name') || isA(token, 'ai-hint') || isLearningSystem(tokens, i),
  );
}

const trainsInHeading = new WeakMap<readonly Token[], boolean>();

/** Does a heading speak of training AI? */
// A heading's tokens are one object for all its blocks, so the answer depends on nothing but the heading.
export function headingTrains(heading: readonly Token[]): boolean {
  let known = trainsInHeading.get(heading);
  if (known === undefined) {
    known = findTrainingActs(heading, false).length > 0;
    trainsInHeading.set(heading, known);
  }
  return known;
}

/** "Messages are never used for training. Our models learn from …": what is trained is named in the next sentence. */
function isExplainedBy(next: Statement | undefined, tokens: readonly Token[]): boolean {
  if (next === undefined || !tokens.some((token) => isA(token, 'train'))) return false;
  return findTrainingActs(next.tokens.slice(next.own), false).length > 0;
}

/**
 * Reads the grammar of a statement once, for all rules. `previous` is the reading of the statement before it in its block,
 * `next` the statement behind it.
 */
export function readStatement(statement: Statement, previous: Reading | null, next?: Statement): Reading {
  const { tokens, own, headings } = statement;
  const inHeading = headings.some(headingTrains);
  const afterTraining = previous !== null && (previous.acts.length > 0 || previous.afterTraining);
  const aiNearby =
    inHeading || afterTraining || speaksOfAi(tokens) || headings.some(speaksOfAi) || isExplainedBy(next, tokens);
  const acts = findTrainingActs(tokens, aiNearby).map((found): ReadAct => {
    const act = { ...found, clause: clauseStart(tokens, found.at, own) };
    const actor = actorOf(tokens, act);
    const polarity = polarityOf(tokens, act, actor, own);
    const forbidden = act.kind === 'crawl' || isForbidden(tokens, act, actor, { headings, own });
    return {
      ...act,
      actor,
      polarity,
      forbidden,
      isOwn: act.at >= own,
    };
  });
  const innermost = headings.at(-1);
  // "This includes older posts." hands on what was said before it.
  const handedOn = previous?.followsTraining === true && refersBack(previous.tokens.slice(previous.own));
  const followsTraining =
    handedOn ||
    (innermost !== undefined && headingTrains(innermost)) ||
    (previous?.acts.some((act) => !act.forbidden && act.actor.party !== 'person' && act.actor.party !== 'others') ??
      false);
  return { statement, tokens, own, acts, headingTrains: inHeading, afterTraining, followsTraining };
}
