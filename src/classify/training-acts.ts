import { isDataWord } from './data-kinds.ts';
import { ingestAct } from './ingest-acts.ts';
import { betterAct, helpAct, learnAct } from './learn-acts.ts';
import { isA, type Token } from './tokens.ts';
import { trainAct } from './train-act.ts';
import { isAct, isModel, isNameOfAi, near, objectLeft, objectRight, STOPS } from './what-learns.ts';

type ActKind = 'train' | 'improve' | 'learn' | 'ingest' | 'purpose' | 'crawl';

/** A place where something is taught: the act, and what learns. Indexes into the statement's tokens. */
export interface TrainingAct {
  readonly kind: ActKind;
  readonly at: number;
  /** What learns; -1 where the sentence leaves it to the context ("to opt out of training"). */
  readonly object: number;
  /** Where its clause begins; 0 where that is not known. */
  readonly clause?: number;
}

type Tokens = readonly Token[];
const ON = new Set(['on', 'with', 'using', 'by', 'from']);
const REACH_OF_PURPOSE = 5;

// "AI features and the models behind them": the models are what learns.
function modelBeside(tokens: Tokens, object: number): number {
  if (isModel(tokens, object)) return object;
  for (let j = object + 1; j <= object + 6; j++) {
    if (STOPS.has(tokens[j]?.word ?? '') || isA(tokens[j], 'breaks-object')) return object;
    if (isModel(tokens, j) && tokens[j - 1]?.word === 'the' && tokens[j - 2]?.word === 'and') return j;
  }
  return object;
}

// "improved abilities", "outside of developed apps": what something is like
function isAttribute(tokens: Tokens, at: number): boolean {
  if (!tokens[at]?.word.endsWith('ed') || isAct(tokens[at - 2])) return false;
  const before = tokens[at - 1];
  return before?.mark === true || /^(?:the|an?|our|of|with|for|more|newly|and)$/.test(before?.word ?? '');
}

// "model weights, training data", "AI safety research"
function isOfSomethingElse(tokens: Tokens, object: number, at: number): boolean {
  const between = tokens.slice(object + 1, at);
  return (
    between.some(({ mark }) => mark) || (tokens[at]?.word === 'research' && between.some((token) => !isA(token, 'ai')))
  );
}

function improveAct(tokens: Tokens, at: number): TrainingAct | null {
  if (isA(tokens[at], 'improve') && !isAttribute(tokens, at)) {
    const right = objectRight(tokens, at, 'improve');
    if (right >= 0) return { kind: 'improve', at, object: modelBeside(tokens, right) };
    const word = tokens[at]?.word ?? '';
    if (
      word.endsWith('ed') &&
      near(tokens, at + 1, 2, (token) => ON.has(token.word)) &&
      !near(tokens, at + 2, 3, (token) => isA(token, 'ai'))
    ) {
      const left = objectLeft(tokens, at, 6);
      if (left >= 0 && !isA(tokens[at], 'make') && !isNameOfAi(tokens[left]))
        return { kind: 'improve', at, object: left };
    }
  }
  if (!isA(tokens[at], 'improve-noun')) return null;
  const right = tokens[at + 1]?.word === 'of' || isAct(tokens[at + 2]) ? objectRight(tokens, at, 'improve') : -1;
  const object = right >= 0 ? right : objectLeft(tokens, at, 3);
  return object >= 0 && !isOfSomethingElse(tokens, object, at) ? { kind: 'improve', at, object } : null;
}

/** "for machine-learning purposes", "use of your information for AI". */
function purposeAct(tokens: Tokens, at: number): TrainingAct | null {
  if (isA(tokens[at], 'purpose') && tokens[at]?.word.startsWith('purpose')) {
    const object = objectLeft(tokens, at, REACH_OF_PURPOSE);
    if (tokens.slice(object + 1, at).some(({ word }) => word === 'for')) return null;
    const isFor = object >= 0 && near(tokens, Math.max(0, object - 8), 9, (token) => token.word === 'for');
    return isFor ? { kind: 'purpose', at, object } : null;
  }
  if (tokens[at]?.word !== 'for') return null;
  const first = firstPurpose(tokens, at);
  const object = [1, 2, 3, 4, 5, 6, 7].map((step) => first + step).find((j) => isListed(tokens, first, j));
  if (object === undefined || !endsThere(tokens, object)) return null;
  const isUse =
    near(tokens, Math.max(0, at - 12), 12, (token) => isA(token, 'use') || isA(token, 'scraping')) &&
    (/^(?:it|them|this|these|datasets?|corpus|corpora)$/.test(tokens[at - 1]?.word ?? '') ||
      near(tokens, Math.max(0, at - 3), 3, (token) => isA(token, 'scraping')) ||
      near(tokens, Math.max(0, at - 14), 14, (_, i) => i < at && isDataWord(tokens, i)));
  return isUse ? { kind: 'purpose', at, object } : null;
}

// "for the purpose of machine learning"
function firstPurpose(tokens: Tokens, at: number): number {
  const noun = tokens[at + 1]?.word === 'the' ? at + 2 : at + 1;
  return /^purposes?$/.test(tokens[noun]?.word ?? '') && tokens[noun + 1]?.word === 'of' ? noun + 1 : at;
}

// "for AI", "for benchmarking, analytics and machine learning"
function isListed(tokens: Tokens, at: number, j: number): boolean {
  if (!isA(tokens[j], 'ai')) return false;
  return (
    j - at <= 3 ||
    (/^(?:and|or|including)$/.test(tokens[j - 1]?.word ?? '') && tokens.slice(at, j).some(({ word }) => word === ','))
  );
}

const CRAWLS = /^(?:scrap(?:ing|ers?)|crawl(?:ing|ers?))$/;
const REACH_OF_BAN = 12;

/** "AI scraping is not permitted": what is collected so is collected for AI. Where nothing is forbidden it is only a name. */
function crawlAct(tokens: Tokens, at: number): TrainingAct | null {
  if (!CRAWLS.test(tokens[at]?.word ?? '') || !isA(tokens[at - 1], 'ai')) return null;
  const around = tokens.slice(Math.max(0, at - REACH_OF_BAN), at + REACH_OF_BAN);
  return around.some((token) => isA(token, 'forbid')) ? { kind: 'crawl', at, object: at - 1 } : null;
}

function endsThere(tokens: Tokens, i: number): boolean {
  let next = i + 1;
  while (isA(tokens[next], 'ai')) next++;
  const token = tokens[next];
  return (
    token === undefined ||
    token.mark ||
    /^(?:at|and|or|training|development|research|is|are|may|shall|must)$/.test(token.word)
  );
}

// Words of no class at which an act can be read.
const UNCLASSED = new Set(['for', 'which', 'example', 'examples', 'fodder', 'feedstock', 'lessons']);

/** More in one statement is not language: reading every one in the light of all others would take for ever. */
const MOST_ACTS = 16;

/** All acts of teaching in these words. `aiNearby`: the text around speaks of AI, so that bare "training" counts. */
export function findTrainingActs(tokens: Tokens, aiNearby: boolean): TrainingAct[] {
  const acts: TrainingAct[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at] as Token;
    if (token.classes.size === 0 && !UNCLASSED.has(token.word)) continue;
    if (isA(token, 'text-mining') && !isA(tokens[at + 1], 'text-mining'))
      acts.push({ kind: 'purpose', at, object: at });
    const act =
      (isA(token, 'train') ? trainAct(tokens, at, aiNearby) : null) ??
      improveAct(tokens, at) ??
      learnAct(tokens, at) ??
      ingestAct(tokens, at) ??
      purposeAct(tokens, at) ??
      crawlAct(tokens, at) ??
      betterAct(tokens, at) ??
      helpAct(tokens, at);
    if (act) acts.push(act);
    if (acts.length === MOST_ACTS) break;
  }
  return acts;
}
