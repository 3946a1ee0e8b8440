import { isDataWord } from './data-kinds.ts';
import { isA, type Token } from './tokens.ts';
import type { TrainingAct } from './training-acts.ts';
import { isLearningSystem, isModel, isNameOfAi, near, objectLeft } from './what-learns.ts';

type Tokens = readonly Token[];
const REACH_OF_LEARNER = 8;
const REACH_OF_SENTENCE = 16;

// A system, or something of which it is denied: "you learn from" and "teams learn from" are about people.
function isLearner(token: Token | undefined): boolean {
  return isA(token, 'learner') || isA(token, 'system') || isA(token, 'not') || isA(token, 'ai-name');
}

const AUXILIARY = /^(?:can|may|will|could|to|might|does|do|not|never|also|then)$/;

/** "The assistant reads your files but does not learn from them": index of what would learn, or -1. */
function learnerFromThem(tokens: Tokens, at: number): number {
  if (!/^(?:it|them|these|those|this|that)$/.test(tokens[at + 2]?.word ?? '')) return -1;
  for (let j = at - 1; j >= Math.max(0, at - REACH_OF_SENTENCE); j--) {
    const token = tokens[j] as Token;
    if (/^[.;?]$/.test(token.word) || isA(token, 'we') || /^you(?!r)/.test(token.word) || isA(token, 'people-taught'))
      return -1;
    if (isLearningSystem(tokens, j) || isA(token, 'learner')) return j;
  }
  return -1;
}

/** "We use your notes so that our AI can learn": index of what learns, or -1. */
function learnerSoThat(tokens: Tokens, at: number): number {
  let j = at - 1;
  while (AUXILIARY.test(tokens[j]?.word ?? '')) j--;
  if (!isLearningSystem(tokens, j) && !isA(tokens[j], 'learner')) return -1;
  const so = tokens.findIndex(({ word }, i) => i >= j - 4 && i < j && word === 'so');
  const isOfData =
    so > 0 &&
    near(tokens, Math.max(0, so - REACH_OF_SENTENCE), REACH_OF_SENTENCE, (_, i) => i < so && isDataWord(tokens, i));
  return isOfData ? j : -1;
}

export function learnAct(tokens: Tokens, at: number): TrainingAct | null {
  if (!isA(tokens[at], 'learn') || isA(tokens[at], 'ai')) return null;
  const isFromWhich = [2, 3, 4, 5].some(
    (back) => tokens[at - back]?.word === 'which' && tokens[at - back - 1]?.word === 'from',
  );
  if (tokens[at + 1]?.word !== 'from' && !isFromWhich) {
    const learner = learnerSoThat(tokens, at);
    return learner >= 0 ? { kind: 'learn', at, object: learner } : null;
  }
  const object = objectLeft(tokens, at, REACH_OF_LEARNER);
  // "the data our models learn from": what they learn from stands before it
  if (object >= 0 && at - object <= 3) return { kind: 'learn', at, object };
  // "our systems learn from …"
  const isOwnSystem =
    isLearner(tokens[at - 1]) && !isA(tokens[at - 1], 'not') && /^(?:our|its)$/.test(tokens[at - 2]?.word ?? '');
  if (isOwnSystem) return { kind: 'learn', at, object: at - 1 };
  const isPerson = ![1, 2, 3, 4, 5, 6].some((back) => isLearner(tokens[at - back]));
  const fromData = near(tokens, at + 2, 6, (_, i) => isDataWord(tokens, i));
  if (fromData && (object >= 0 || !isPerson)) return { kind: 'learn', at, object };
  const learner = learnerFromThem(tokens, at);
  return learner >= 0 ? { kind: 'learn', at, object: learner } : null;
}

const GETS = /^(?:becomes?|gets?|is|are|will|works?|performs?)$/;

/** "The more you write, the better our model becomes": index of the model, or -1. */
function theBetter(tokens: Tokens, at: number): number {
  if (!isA(tokens[at], 'better') || tokens[at - 1]?.word !== 'the') return -1;
  const object = [1, 2, 3, 4].map((step) => at + step).find((j) => isLearningSystem(tokens, j));
  return object !== undefined && GETS.test(tokens[object + 1]?.word ?? '') ? object : -1;
}

/** "… so that our models improve": index of the model, or -1. */
function improvesItself(tokens: Tokens, at: number): number {
  if (!/^improves?$/.test(tokens[at]?.word ?? '')) return -1;
  const next = tokens[at + 1];
  if (next && !next.mark && !/^(?:over|with|through|further)$/.test(next.word)) return -1;
  const object = objectLeft(tokens, at, 3);
  const isSubject = object >= 0 && !tokens.slice(object, at).some(({ word }) => word === 'to');
  return isSubject && near(tokens, Math.max(0, object - 4), 4, ({ word }) => /^(?:so|that)$/.test(word)) ? object : -1;
}

/** "so that our models become more accurate". */
export function betterAct(tokens: Tokens, at: number): TrainingAct | null {
  const itself = Math.max(theBetter(tokens, at), improvesItself(tokens, at));
  if (itself >= 0) return { kind: 'improve', at, object: itself };
  const make = isA(tokens[at], 'better')
    ? [1, 2, 3, 4, 5].map((back) => at - back).find((j) => isA(tokens[j], 'make-better'))
    : undefined;
  if (make === undefined && !isA(tokens[at], 'gets-better')) return null;
  const object = objectLeft(tokens, at, 4);
  if (make === undefined) {
    // "recognition that is more accurate" is only praised
    const isGrowing = /^(?:keep|get|become|grow|improve)/.test(tokens[at]?.word ?? '');
    const what =
      object >= 0
        ? object
        : !isGrowing
          ? undefined
          : [1, 2, 3].map((back) => at - back).find((j) => isA(tokens[j], 'recognition'));
    return what === undefined ? null : { kind: 'improve', at, object: what };
  }
  // "make AI safer for everyone" is a wish for the world; a model is made better by teaching it
  const isOurs = /^(?:our|its)$/.test(tokens[object - 1]?.word ?? '') || isModel(tokens, object);
  return object > make && isOurs ? { kind: 'improve', at: make, object } : null;
}

/** "your comments help our models understand how people talk". */
export function helpAct(tokens: Tokens, at: number): TrainingAct | null {
  if (!/^(?:help|helps|helping)$/.test(tokens[at]?.word ?? '')) return null;
  const object = [1, 2, 3, 4]
    .map((step) => at + step)
    .find((j) => isLearningSystem(tokens, j) || isNameOfAi(tokens[j]) || isA(tokens[j], 'recognition'));
  if (object === undefined || !near(tokens, object + 1, 3, ({ word }) => LEARNS.test(word))) return null;
  const isHelpedByData = near(tokens, Math.max(0, at - 10), 10, (_, i) => i < at && isDataWord(tokens, i));
  return isHelpedByData ? { kind: 'learn', at, object } : null;
}

const LEARNS = /^(?:understand|learn|recogni[sz]e|predict|become|get|improve|spot|detect)$/;
