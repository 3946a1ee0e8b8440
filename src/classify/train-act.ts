import { isNamedData } from './data-kinds.ts';
import { isA, type Token } from './tokens.ts';
import type { TrainingAct } from './training-acts.ts';
import {
  isLearningSystem,
  isModel,
  isNameOfAi,
  learnerLeft,
  near,
  objectLeft,
  objectRight,
  REACH,
  REACH_OF_PRONOUN,
} from './what-learns.ts';

type Tokens = readonly Token[];

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

const SUBJECT_OF_COURSES =
  /^(?:protection|privacy|security|handling|processing|breach|breaches|governance|literacy|compliance|ethics|safety|law|laws)$/;

/** "We do not train on your data", but "training on data protection": where AI is not near, only who trains can be told. */
function isOnData(tokens: Tokens, at: number, aiNearby: boolean): boolean {
  const next = tokens[at + 1]?.word ?? '';
  if (next === 'by' || !ON.has(next)) return false;
  const isPresent = isOfMachines(tokens, at) || /^(?:train|trains)$/.test(tokens[at]?.word ?? '');
  const isOfPeople = tokens.slice(Math.max(0, at - 10), at + 8).some((token) => isA(token, 'people-taught'));
  if (isOfPeople || !(aiNearby || isPresent)) return false;
  return near(
    tokens,
    at + 2,
    5,
    (_, i) => isNamedData(tokens[i]) && !SUBJECT_OF_COURSES.test(tokens[i + 1]?.word ?? ''),
  );
}

// Nobody fine-tunes on tickets or pre-trains on texts but a model.
function isOfMachines(tokens: Tokens, at: number): boolean {
  const word = tokens[at]?.word ?? '';
  if (word.startsWith('pretrain') || tokens[at - 1]?.word === 'pre') return true;
  return (word.startsWith('finetun') || tokens[at - 1]?.word === 'fine') && tokens[at + 1]?.word === 'on';
}

// "We don't train on it": who says "we" does not speak of lessons.
function isOnThem(tokens: Tokens, at: number, aiNearby: boolean): boolean {
  if (tokens[at + 1]?.word !== 'on' || !/^(?:it|them|these|those|this)$/.test(tokens[at + 2]?.word ?? '')) return false;
  const isOurs = tokens.slice(Math.max(0, at - 3), at).some((token) => isA(token, 'we'));
  return aiNearby || (tokens[at]?.word === 'train' && isOurs);
}

// "turn off training on their chats": nobody's lessons can be switched off.
function isSwitched(tokens: Tokens, at: number): boolean {
  return tokens[at]?.word === 'training' && [1, 2].some((back) => isA(tokens[at - back], 'opt-out'));
}

/** An act of training itself, told apart from courses, corpora and people who are taught. */
export function trainAct(tokens: Tokens, at: number, nearby: boolean): TrainingAct | null {
  const aiNearby = nearby || isOfMachines(tokens, at) || isSwitched(tokens, at);
  const next = tokens[at + 1];
  // "training data" is a thing; only what is used as such is taught with
  if (CORPUS.has(next?.word ?? '') && !BEFORE_CORPUS.has(tokens[at - 1]?.word ?? '')) return corpusAct(tokens, at);
  if (isCourse(tokens, at)) return null;
  const object = trainedRight(tokens, at) ?? (isLesson(next) ? null : trainedLeft(tokens, at));
  if (object !== null) return { kind: 'train', at, object };
  if (isLesson(next)) return next?.word.startsWith('material') ? materialAct(tokens, at) : null;
  const meant = trainedByPronoun(tokens, at);
  if (meant >= 0) return { kind: 'train', at, object: meant };
  if (isOnThem(tokens, at, aiNearby)) return { kind: 'train', at, object: -1 };
  const word = tokens[at]?.word;
  const onData = isOnData(tokens, at, aiNearby);
  const standsAlone =
    (word === 'training' || word === 'train' || (word === 'tuning' && tokens[at - 1]?.word === 'fine')) &&
    (aiNearby || (word === 'training' && isA(tokens[at - 2], 'scraping')));
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

// "training courses on machine learning", not "training video models" or "training material for AI"
function isCourse(tokens: Tokens, at: number): boolean {
  const next = tokens[at + 1];
  if (tokens[at]?.word !== 'training' || !isLesson(next) || next?.word.startsWith('material')) return false;
  const behind = tokens[at + 2];
  return behind === undefined || behind.mark || /^(?:on|in|about|covering|regarding)$/.test(behind.word);
}

function isLesson(token: Token | undefined): boolean {
  return isA(token, 'people-taught') || isA(token, 'lesson');
}

// "engineers are trained on AI", "the course teaches machine learning": what people are taught about.
function isSubjectMatter(tokens: Tokens, at: number, object: number): boolean {
  const word = tokens[at]?.word ?? '';
  if (/^(?:trained|training)$/.test(word) && /^(?:on|in|about)$/.test(tokens[at + 1]?.word ?? '')) return true;
  if (/^teach/.test(word) && isOwnOrFed(tokens, at, object)) return false;
  const isField =
    isA(tokens[object], 'ai') &&
    !isModel(tokens, object) &&
    !isModel(tokens, object + 1) &&
    !isModel(tokens, object + 2);
  return /^(?:teach|taught)/.test(word) && isField;
}

// "to teach our AI", "we use photos to teach AI": no pupils, but what is taught with data
function isOwnOrFed(tokens: Tokens, at: number, object: number): boolean {
  let first = object;
  while (isA(tokens[first - 1], 'ai')) first--;
  if (/^(?:our|its)$/.test(tokens[first - 1]?.word ?? '')) return true;
  const isUsed =
    tokens[at - 1]?.word === 'to' && tokens.slice(Math.max(0, at - 8), at).some((token) => isA(token, 'use'));
  return isUsed || near(tokens, object + 1, 4, ({ word }, i) => ON.has(word) && tokens[i + 1]?.word === 'your');
}

// "Fine-tuned models are available to …": which models are meant, not that they are tuned
function isTunedKind(tokens: Tokens, at: number): boolean {
  const tuned = tokens[at]?.word === 'fine' ? at + 1 : at;
  if (tokens[tuned]?.word !== 'tuned') return false;
  const before = tokens[tokens[tuned - 1]?.word === 'fine' ? tuned - 2 : tuned - 1];
  return before === undefined || before.mark || /^(?:the|your|such|of|any|and|or)$/.test(before.word);
}

function trainedRight(tokens: Tokens, at: number): number | null {
  const right = objectRight(tokens, at, 'train');
  if (right < 0 || isSubjectMatter(tokens, at, right) || isTunedKind(tokens, at)) return null;
  if (isLearningSystem(tokens, right) || isNameOfAi(tokens[right]) || isA(tokens[right], 'recognition')) return right;
  // "training services" are courses, "training our services" is not
  const word = tokens[at]?.word ?? '';
  const isOf = word === 'training' && tokens[at + 1]?.word === 'of' && isA(tokens[right], 'learner');
  const isVerb = isOf || (word !== 'trained' && (word !== 'training' || DETERMINERS.has(tokens[at + 1]?.word ?? '')));
  return isVerb ? right : null;
}

function trainedLeft(tokens: Tokens, at: number): number | null {
  const isPassive = tokens[at]?.word === 'trained';
  // "a model trained by others", and "to train for exams"
  if (isPassive && tokens[at + 1]?.word === 'by' && tokens[at + 2]?.word !== 'us') return null;
  if (/^trains?$/.test(tokens[at]?.word ?? '') && !ON.has(tokens[at + 1]?.word ?? '')) return null;
  // "is not trained to give advice" tells what it can do, not what it learned from
  let next = at + 1;
  while (isA(tokens[next], 'train')) next++;
  if (tokens[next]?.word === 'to') return null;
  const on = near(tokens, at + 1, 3, (token) => ON.has(token.word));
  let start = at;
  const isPast = [1, 2].some((back) => tokens[at - back]?.word === 'already') || tokens[at + 1]?.word === 'before';
  if (isPassive && isPast)
    while (/^(?:been|already|have|has|that|which|were|was|are|is)$/.test(tokens[start - 1]?.word ?? '')) start--;
  const left = objectLeft(tokens, start, isPassive ? (on ? 12 : 2) : 4);
  if (left >= 0) return left;
  const subject = isPassive && on ? trainedSubject(tokens, at) : -1;
  return subject >= 0 ? subject : null;
}

const BE = /^(?:is|are|was|were|be|been|being|not|never|also)$/;

/** "The engine is trained with your recordings", "it is not trained on your data": index of what is, or -1. */
function trainedSubject(tokens: Tokens, at: number): number {
  let subject = at - 1;
  while (
    BE.test(tokens[subject]?.word ?? '') ||
    /^(?:may|can|will|has|have|isn't|aren't|wasn't)$/.test(tokens[subject]?.word ?? '')
  )
    subject--;
  if (
    subject === at - 1 ||
    !near(tokens, at + 2, 4, (token, i) => isNamedData(token) || /^(?:them|it|these)$/.test(tokens[i]?.word ?? ''))
  )
    return -1;
  if (/^(?:it|they|these)$/.test(tokens[subject]?.word ?? '')) return learnerLeft(tokens, subject);
  return isA(tokens[subject], 'learner') || (isA(tokens[subject], 'system') && !isA(tokens[subject], 'people-taught'))
    ? subject
    : -1;
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

const CORPUS = new Set(['data', 'set', 'sets', 'datasets', 'corpus', 'dataset']);
const BEFORE_CORPUS = new Set(['as', 'for', 'our', 'into', 'model', 'models', 'ai', 'of']);
const BEFORE_BARE = new Set(['for', 'of', 'from', 'in', 'crawling', 'to', 'as', 'scraping', 'model']);
const AFTER_BARE = new Set(['purposes', 'purpose', 'data', 'process', 'set', 'sets', 'datasets', 'corpus']);

function isBare(tokens: Tokens, at: number): boolean {
  const before = tokens[at - 1]?.word ?? '';
  if (tokens[at]?.word === 'train' && tokens[at + 1]?.word === 'for') return false;
  if (tokens[at]?.word === 'tuning') return BEFORE_BARE.has(tokens[at - 2]?.word ?? '');
  return BEFORE_BARE.has(before) || AFTER_BARE.has(tokens[at + 1]?.word ?? '') || isA(tokens[at - 2], 'scraping');
}
