import { isDataWord } from './data-kinds.ts';
import { isA, type Token } from './tokens.ts';

type ActKind = 'train' | 'improve' | 'learn' | 'ingest' | 'purpose';

/** A place where something is taught: the act, and what learns. Indexes into the statement's tokens. */
export interface TrainingAct {
  readonly kind: ActKind;
  readonly at: number;
  /** What learns; -1 where the sentence leaves it to the context ("to opt out of training"). */
  readonly object: number;
}

type Tokens = readonly Token[];
const STOPS = new Set(['.', ';', ':', '!', '?', '|', '•']);
const REACH = 16;
// "create" and "build" take whatever stands right behind them.
const REACH_OF_MAKING = 8;
const REACH_OF_PRONOUN = 24;
const REACH_OF_LEARNER = 8;

/** Artificial intelligence itself, not something made with it ("AI-generated images"). */
export function isLearningSystem(tokens: Tokens, i: number): boolean {
  const token = tokens[i];
  if (isA(token, 'ai')) {
    if (isA(tokens[i + 1], 'ai')) return true;
    return !isA(tokens[i + 1], 'ai-adjective-tail') || isA(tokens[i + 2], 'model') || isA(tokens[i + 2], 'system');
  }
  return isModel(tokens, i);
}

/** May what is improved be the AI itself ("AI systems", "AI and …"), or is it something else ("AI personas")? */
function isHeadOfAi(tokens: Tokens, i: number): boolean {
  if (!isA(tokens[i], 'ai')) return true;
  let next = i + 1;
  while (isA(tokens[next], 'ai')) next++;
  const token = tokens[next];
  if (token === undefined || token.mark || isA(tokens[next - 1], 'model')) return true;
  return (['ai-head', 'system', 'model', 'breaks-object', 'improve', 'improve-noun', 'train'] as const).some((name) =>
    isA(token, name),
  );
}

/** A model or algorithm that could learn: not a business model, a device model, a model form. */
function isModel(tokens: Tokens, i: number): boolean {
  if (!isA(tokens[i], 'model')) return false;
  if (isA(tokens[i - 1], 'ai')) return true;
  if (isA(tokens[i - 1], 'model-not-before') && !isKindOfForecast(tokens, i - 1)) return false;
  if (isA(tokens[i + 1], 'model-not-after')) return false;
  return !(tokens[i + 1]?.word === 'of' && isA(tokens[i + 3] ?? tokens[i + 2], 'model-not-before'));
}

// "train our pricing models", but "the pricing model was developed": such a model learns only where it is taught.
function isKindOfForecast(tokens: Tokens, i: number): boolean {
  if (!isA(tokens[i], 'model-if-taught')) return false;
  return [1, 2, 3, 4, 5].some((back) => isA(tokens[i - back], 'train') && !isA(tokens[i - back], 'people-taught'));
}

function isAct(token: Token | undefined): boolean {
  return isA(token, 'train') || isA(token, 'improve');
}

function isNameOfAi(token: Token | undefined): boolean {
  return isA(token, 'ai-name');
}

function isNamedObject(tokens: Tokens, at: number, j: number, kind: 'train' | 'improve'): boolean {
  if (isNameOfAi(tokens[j]) && !isA(tokens[at], 'make')) return true;
  return kind === 'improve' && isA(tokens[j], 'recognition');
}

// "…, your language model is synced": behind the comma begins another clause.
function startsAnew(tokens: Tokens, at: number): boolean {
  return tokens[at - 1]?.word === ',' && /^(?:your|it|this|they|please|see)$/.test(tokens[at]?.word ?? '');
}

/** The first thing to the right that can learn, or -1. */
function objectRight(tokens: Tokens, at: number, kind: 'train' | 'improve'): number {
  let weak = -1;
  // one tunes much that does not learn
  const takesWeak = kind === 'train' && !tokens[at]?.word.startsWith('tun');
  const reach = isA(tokens[at], 'make') ? REACH_OF_MAKING : REACH;
  for (let j = at + 1; j < Math.min(tokens.length, at + reach); j++) {
    const token = tokens[j] as Token;
    if (STOPS.has(token.word) || startsAnew(tokens, j)) break;
    if (isLearningSystem(tokens, j) && (kind === 'train' || isHeadOfAi(tokens, j))) return j;
    if (j - at <= 8 && isNamedObject(tokens, at, j, kind)) return j;
    if (isAct(token) || token.mark) continue;
    if (kind === 'train' && isA(token, 'people-taught')) return weak;
    if (isA(token, 'breaks-object')) break;
    if (takesWeak && weak < 0 && j - at <= 8 && (isA(token, 'system') || isA(token, 'learner'))) weak = j;
  }
  return weak;
}

/** The nearest thing to the left that can learn, within `reach` words of the same clause, or -1. */
function objectLeft(tokens: Tokens, at: number, reach: number): number {
  for (let j = at - 1; j >= Math.max(0, at - reach); j--) {
    if (STOPS.has(tokens[j]?.word ?? '')) return -1;
    if (isLearningSystem(tokens, j) || isNameOfAi(tokens[j])) return j;
  }
  return -1;
}

const ON = new Set(['on', 'with', 'using', 'by', 'from']);
const DETERMINERS = new Set([
  'our',
  'the',
  'these',
  'its',
  'their',
  'your',
  'new',
  'and',
  ',',
  'other',
  'any',
  'a',
  'an',
  'or',
]);

function near(tokens: Tokens, from: number, reach: number, test: (token: Token, at: number) => boolean): boolean {
  for (let j = from; j < Math.min(tokens.length, from + reach); j++) {
    const token = tokens[j] as Token;
    if (STOPS.has(token.word)) return false;
    if (test(token, j)) return true;
  }
  return false;
}

function trainAct(tokens: Tokens, at: number, aiNearby: boolean): TrainingAct | null {
  const next = tokens[at + 1];
  // "training data" is a thing; only what is used as such is taught with
  if (CORPUS.has(next?.word ?? '') && !BEFORE_CORPUS.has(tokens[at - 1]?.word ?? '')) return corpusAct(tokens, at);
  const object = trainedRight(tokens, at) ?? (isLesson(next) ? null : trainedLeft(tokens, at));
  if (object !== null) return { kind: 'train', at, object };
  if (isLesson(next)) return next?.word.startsWith('material') ? materialAct(tokens, at) : null;
  const meant = trainedByPronoun(tokens, at);
  if (meant >= 0) return { kind: 'train', at, object: meant };
  const onThem = aiNearby && next?.word === 'on' && /^(?:it|them|these|those|this)$/.test(tokens[at + 2]?.word ?? '');
  if (onThem) return { kind: 'train', at, object: -1 };
  const onData =
    next?.word !== 'by' && ON.has(next?.word ?? '') && near(tokens, at + 2, 6, (_, i) => isDataWord(tokens, i));
  const word = tokens[at]?.word;
  const standsAlone = (word === 'training' || word === 'train') && (aiNearby || isA(tokens[at - 2], 'scraping'));
  return onData || (standsAlone && isBare(tokens, at)) ? { kind: 'train', at, object: -1 } : null;
}

/** "use it as training material for AI models": what the corpus is for. */
function corpusAct(tokens: Tokens, at: number): TrainingAct | null {
  const isThing = CORPUS.has(tokens[at + 1]?.word ?? '');
  if (isThing && !/^(?:from|in|into|to|as)$/.test(tokens[at - (tokens[at - 1]?.word === 'the' ? 2 : 1)]?.word ?? ''))
    return null;
  const end = Math.min(tokens.length, at + REACH);
  const isFor = tokens.findIndex((token, i) => i > at && i < end && /^(?:for|of)$/.test(token.word));
  const object = isFor < 0 ? -1 : [1, 2, 3].map((step) => isFor + step).find((i) => isLearningSystem(tokens, i));
  return object !== undefined && object >= 0 ? { kind: 'train', at, object } : null;
}

// "as training material", unless it is people who are taught
function materialAct(tokens: Tokens, at: number): TrainingAct | null {
  const act = corpusAct(tokens, at);
  if (act || tokens[at - 1]?.word !== 'as') return act;
  const isForPeople = near(tokens, at + 1, 8, (token) => isA(token, 'people-taught'));
  const isForSystems = near(tokens, at + 1, 8, (token) => isA(token, 'system') || isA(token, 'learner'));
  return isForSystems && !isForPeople ? { kind: 'train', at, object: -1 } : null;
}

function isLesson(token: Token | undefined): boolean {
  return isA(token, 'people-taught') || isA(token, 'lesson');
}

function trainedRight(tokens: Tokens, at: number): number | null {
  const right = objectRight(tokens, at, 'train');
  if (right < 0) return null;
  if (isLearningSystem(tokens, right) || isNameOfAi(tokens[right])) return right;
  // "training services" are courses, "training our services" is not
  const word = tokens[at]?.word ?? '';
  const isVerb = word !== 'trained' && (word !== 'training' || DETERMINERS.has(tokens[at + 1]?.word ?? ''));
  return isVerb ? right : null;
}

function trainedLeft(tokens: Tokens, at: number): number | null {
  const isPassive = tokens[at]?.word === 'trained';
  // "is not trained to give advice" tells what it can do, not what it learned from
  let next = at + 1;
  while (isA(tokens[next], 'train')) next++;
  if (tokens[next]?.word === 'to') return null;
  const on = near(tokens, at + 1, 3, (token) => ON.has(token.word));
  let start = at;
  if (isPassive && [1, 2].some((back) => tokens[at - back]?.word === 'already'))
    while (/^(?:been|already|have|has|that|which|were|was|are|is)$/.test(tokens[start - 1]?.word ?? '')) start--;
  const left = objectLeft(tokens, start, isPassive ? (on ? 12 : 2) : 4);
  return left >= 0 ? left : null;
}

/** "… whose models it uses so that they can train theirs": what the pronoun means stands before it. */
function trainedByPronoun(tokens: Tokens, at: number): number {
  const next = tokens[at + 1]?.word ?? '';
  const isTheirs =
    /^(?:theirs|ours|yours)$/.test(next) || (/^(?:their|our|its)$/.test(next) && tokens[at + 2]?.word === 'own');
  if (isTheirs) return objectLeft(tokens, at, REACH_OF_PRONOUN);
  let i = at + 1;
  while (isA(tokens[i], 'improve') || /^(?:and|or|,)$/.test(tokens[i]?.word ?? '')) i++;
  const isIt = /^(?:it|them|these|those)$/.test(tokens[i]?.word ?? '') && !isLesson(tokens[i + 1]);
  return isIt ? learnerLeft(tokens, at) : -1;
}

/** The last thing before it that can be taught, assistants included. */
function learnerLeft(tokens: Tokens, at: number): number {
  for (let j = at - 1; j >= Math.max(0, at - REACH_OF_PRONOUN); j--) {
    if (STOPS.has(tokens[j]?.word ?? '')) return -1;
    if (isLearningSystem(tokens, j) || isNameOfAi(tokens[j]) || isA(tokens[j], 'learner')) return j;
  }
  return -1;
}

const CORPUS = new Set(['data', 'set', 'sets', 'datasets', 'corpus', 'dataset']);
const BEFORE_CORPUS = new Set(['as', 'for', 'our', 'into', 'model', 'models', 'ai', 'of']);
const BEFORE_BARE = new Set(['for', 'of', 'from', 'in', 'crawling', 'to', 'as', 'scraping', 'model']);
const AFTER_BARE = new Set(['on', 'purposes', 'purpose', 'data', 'process', 'set', 'sets', 'datasets', 'corpus']);

function isBare(tokens: Tokens, at: number): boolean {
  const before = tokens[at - 1]?.word ?? '';
  return BEFORE_BARE.has(before) || AFTER_BARE.has(tokens[at + 1]?.word ?? '') || isA(tokens[at - 2], 'scraping');
}

// "AI features and the models behind them": the models are what learns.
function modelBeside(tokens: Tokens, object: number): number {
  if (isModel(tokens, object)) return object;
  for (let j = object + 1; j <= object + 6; j++) {
    if (STOPS.has(tokens[j]?.word ?? '') || isA(tokens[j], 'breaks-object')) return object;
    if (isModel(tokens, j) && tokens[j - 1]?.word === 'the' && tokens[j - 2]?.word === 'and') return j;
  }
  return object;
}

function improveAct(tokens: Tokens, at: number): TrainingAct | null {
  if (isA(tokens[at], 'improve')) {
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
  return object >= 0 ? { kind: 'improve', at, object } : null;
}

// A system, or something of which it is denied: "you learn from" and "teams learn from" are about people.
function isLearner(token: Token | undefined): boolean {
  return isA(token, 'learner') || isA(token, 'system') || isA(token, 'not') || isA(token, 'ai-name');
}

function learnAct(tokens: Tokens, at: number): TrainingAct | null {
  if (!isA(tokens[at], 'learn') || isA(tokens[at], 'ai')) return null;
  const isFromWhich = [2, 3, 4, 5].some(
    (back) => tokens[at - back]?.word === 'which' && tokens[at - back - 1]?.word === 'from',
  );
  if (tokens[at + 1]?.word !== 'from' && !isFromWhich) return null;
  const object = objectLeft(tokens, at, REACH_OF_LEARNER);
  // "the data our models learn from": what they learn from stands before it
  if (object >= 0 && at - object <= 3) return { kind: 'learn', at, object };
  const isPerson = ![1, 2, 3, 4, 5, 6].some((back) => isLearner(tokens[at - back]));
  const fromData = near(tokens, at + 2, 6, (_, i) => isDataWord(tokens, i));
  return fromData && (object >= 0 || !isPerson) ? { kind: 'learn', at, object } : null;
}

// Not the "feeds" that show what is new.
function isFeeding(tokens: Tokens, at: number): boolean {
  const word = tokens[at]?.word ?? '';
  return word === 'feeding' || word === 'fed' || (word === 'feed' && tokens[at - 1]?.word === 'to');
}

function ingestAct(tokens: Tokens, at: number): TrainingAct | null {
  if (!isA(tokens[at], 'ingest')) return null;
  const word = tokens[at]?.word ?? '';
  let goesIn = word === 'as';
  for (let j = at + 1; j < Math.min(tokens.length, at + 12); j++) {
    if (STOPS.has(tokens[j]?.word ?? '')) return null;
    goesIn ||= tokens[j]?.word === 'into' || (isFeeding(tokens, at) && j - at <= 4 && isA(tokens[j], 'ai'));
    if (goesIn && isLearningSystem(tokens, j)) return { kind: 'ingest', at, object: j };
  }
  return null;
}

/** "for machine-learning purposes", "use of your information for AI". */
function purposeAct(tokens: Tokens, at: number): TrainingAct | null {
  if (isA(tokens[at], 'purpose') && tokens[at]?.word.startsWith('purpose')) {
    const object = objectLeft(tokens, at, 2);
    const isFor = object >= 0 && near(tokens, Math.max(0, object - 8), 9, (token) => token.word === 'for');
    return isFor ? { kind: 'purpose', at, object } : null;
  }
  if (tokens[at]?.word !== 'for') return null;
  const object = [1, 2, 3].map((step) => at + step).find((j) => isA(tokens[j], 'ai'));
  if (object === undefined || !endsThere(tokens, object)) return null;
  const isUse =
    near(tokens, Math.max(0, at - 12), 12, (token) => isA(token, 'use') || isA(token, 'scraping')) &&
    (/^(?:it|them|this|these)$/.test(tokens[at - 1]?.word ?? '') ||
      near(tokens, Math.max(0, at - 8), 8, (_, i) => i < at && isDataWord(tokens, i)));
  return isUse ? { kind: 'purpose', at, object } : null;
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

/** "so that our models become more accurate". */
function betterAct(tokens: Tokens, at: number): TrainingAct | null {
  const isMade = isA(tokens[at], 'better') && [1, 2, 3, 4, 5].some((back) => isA(tokens[at - back], 'make-better'));
  if (!isMade && !isA(tokens[at], 'gets-better')) return null;
  const object = objectLeft(tokens, at, 4);
  // "make AI safer for everyone" is a wish for the world; a model is made better by teaching it
  return object >= 0 && (!isMade || isModel(tokens, object)) ? { kind: 'improve', at, object } : null;
}

/** More in one statement is not language: reading every one in the light of all others would take for ever. */
const MOST_ACTS = 16;

/** All acts of teaching in these words. `aiNearby`: the text around speaks of AI, so that bare "training" counts. */
export function findTrainingActs(tokens: Tokens, aiNearby: boolean): TrainingAct[] {
  const acts: TrainingAct[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at] as Token;
    if (token.classes.size === 0 && token.word !== 'for') continue;
    if (isA(token, 'text-mining') && !isA(tokens[at + 1], 'text-mining'))
      acts.push({ kind: 'purpose', at, object: at });
    const act =
      (isA(token, 'train') ? trainAct(tokens, at, aiNearby) : null) ??
      improveAct(tokens, at) ??
      learnAct(tokens, at) ??
      ingestAct(tokens, at) ??
      purposeAct(tokens, at) ??
      betterAct(tokens, at);
    if (act) acts.push(act);
    if (acts.length === MOST_ACTS) break;
  }
  return acts;
}
