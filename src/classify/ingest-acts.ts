import { isDataWord } from './data-kinds.ts';
import { isA, type Token } from './tokens.ts';
import type { TrainingAct } from './training-acts.ts';
import { isLearningSystem, near, STOPS } from './what-learns.ts';

type Tokens = readonly Token[];
const REACH_OF_PURPOSE = 5;

// Not the "feeds" that show what is new.
function isFeeding(tokens: Tokens, at: number): boolean {
  const word = tokens[at]?.word ?? '';
  return word === 'feeding' || word === 'fed' || (word === 'feed' && tokens[at - 1]?.word === 'to');
}

const INTO = /^(?:into|in|of|from)$/;
const BETWEEN = /^(?:a|an|any|the|our|their|its|this|that|future|new|all|other|such)$/;
const CORPUS = /^(?:data|datasets?|sets?|corpus|corpora|materials?|examples?|samples?|pool)$/;
const GOES_IN =
  /^(?:goes?|going|gone|ends?|ended|included?|including|flows?|enters?|added?|part|put|out|excluded?|removed?|filtered|kept|used|appears?|turned?|turns?|made|converted|transformed|way|lands?|landed|winds?|finds?|contributed?|fed|feeds?|folded|source)$/;
const IS = /^(?:is|are|be|become|becomes|became|as|constitutes?|provides?|supply|supplies|yields?|serves?)$/;

/** "ends up in a training set", "becomes training data for our models": index of the corpus, or -1. `at` is "training". */
function corpusOf(tokens: Tokens, at: number): number {
  const head = tokens[at + 1]?.word ?? '';
  if (tokens[at]?.word !== 'training' || !CORPUS.test(head)) return -1;
  if (head.startsWith('material') && !isForMachines(tokens, at)) return -1;
  let before = at - 1;
  while (
    at - before < REACH_OF_PURPOSE + 3 &&
    (BETWEEN.test(tokens[before]?.word ?? '') || isA(tokens[before], 'ai') || isA(tokens[before], 'model'))
  )
    before--;
  const link = tokens[before]?.word ?? '';
  if (INTO.test(link))
    return near(tokens, Math.max(0, before - 4), 5, (token, i) => i < before && GOES_IN.test(token.word)) ? at + 1 : -1;
  const isOfData = near(tokens, Math.max(0, before - REACH_OF_SUBJECT), REACH_OF_SUBJECT, (_, i) =>
    i < before ? isDataWord(tokens, i) : false,
  );
  return IS.test(link) && isOfData && isForMachines(tokens, at) ? at + 1 : -1;
}

const REACH_OF_SUBJECT = 10;

// "training material for our AI", not "for our teachers"
function isForMachines(tokens: Tokens, at: number): boolean {
  const behind = tokens.slice(at + 2, at + 10);
  if (behind.some((token) => isA(token, 'people-taught'))) return false;
  return (
    behind.some((token, i) => isLearningSystem(tokens, at + 2 + i) || isA(token, 'learner') || isA(token, 'system')) ||
    tokens.slice(0, at).some((token) => isA(token, 'ai'))
  );
}

const EXAMPLES = /^(?:examples?|material|fodder|feedstock|lessons|samples)$/;

/** "as examples for our models": index of what learns from them, or -1. */
function taughtByExamples(tokens: Tokens, at: number): number {
  if (!EXAMPLES.test(tokens[at]?.word ?? '') || tokens[at + 1]?.word !== 'for') return -1;
  if (!/^(?:as|are|is|be|become|becomes|into)$/.test(tokens[at - 1]?.word ?? '')) return -1;
  const isOfData = near(tokens, Math.max(0, at - REACH_OF_SUBJECT), REACH_OF_SUBJECT, (_, i) =>
    i < at - 1 ? isDataWord(tokens, i) : false,
  );
  return isOfData ? ([2, 3, 4].map((step) => at + step).find((j) => isLearningSystem(tokens, j)) ?? -1) : -1;
}

/** "Your notes feed our models": index of what is fed, or -1. */
function fedBy(tokens: Tokens, at: number): number {
  if (!/^feeds?$/.test(tokens[at]?.word ?? '') || !/^(?:our|the|these|its)$/.test(tokens[at + 1]?.word ?? ''))
    return -1;
  if (!isDataWord(tokens, at - 1)) return -1;
  return [2, 3].map((step) => at + step).find((j) => isLearningSystem(tokens, j)) ?? -1;
}

const MADE_FROM = /^(?:built|made|developed|created|formed|trained)$/;

/** "the material from which our models are built": index of what is made of it, or -1. `at` is "which". */
function madeFrom(tokens: Tokens, at: number): number {
  if (tokens[at]?.word !== 'which' || !/^(?:from|on|with|of)$/.test(tokens[at - 1]?.word ?? '')) return -1;
  const object = [2, 3, 4, 5].map((step) => at + step).find((j) => isLearningSystem(tokens, j));
  if (object === undefined || !/^(?:our|its|the)$/.test(tokens[at + 1]?.word ?? '')) return -1;
  return near(tokens, object + 1, 3, ({ word }) => MADE_FROM.test(word)) ? object : -1;
}

export function ingestAct(tokens: Tokens, at: number): TrainingAct | null {
  const object = [corpusOf, taughtByExamples, fedBy, madeFrom].map((find) => find(tokens, at)).find((j) => j >= 0);
  if (object !== undefined) return { kind: 'ingest', at, object };
  if (!isA(tokens[at], 'ingest')) return null;
  const word = tokens[at]?.word ?? '';
  let goesIn = word === 'as';
  for (let j = at + 1; j < Math.min(tokens.length, at + 12); j++) {
    if (STOPS.has(tokens[j]?.word ?? '')) return null;
    goesIn ||= tokens[j]?.word === 'into' || (isFeeding(tokens, at) && j - at <= 4 && isLearningSystem(tokens, j));
    if (goesIn && isLearningSystem(tokens, j)) return { kind: 'ingest', at, object: j };
  }
  return null;
}
