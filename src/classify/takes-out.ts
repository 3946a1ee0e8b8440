import { isA, type Token } from './tokens.ts';

type Tokens = readonly Token[];

const REACH_OF_FROM = 8;
const REACH_OF_VERB = 10;
const TAKES =
  /^(?:keep|keeps|keeping|kept|leave|leaves|leaving|left|exclude|excludes|excluding|excluded|withdraw|withdraws|withdrawing|withdrawn|remove|removes|removing|removed|take|takes|taking|taken|hold|holds|held|opt|opts|opted|pull|pulls|pulled|spare|spares|spared|protect|protects|protected|shield|shields|shielded|exempt|exempts|exempted|bar|bars|barred|prevent|prevents|preventing|prevented|filter|filters|filtered|stay|stays|remain|remains|delete|deletes)$/;
const BETWEEN =
  /^(?:the|our|their|its|any|all|such|further|future|being|be|having|use|used|to|in|for|of|data|sets?|it)$/;

/**
 * "keep it out of the training", "exclude it from use for training": index of the verb that takes something out of the
 * act at `at`, or -1.
 */
export function takenOutAt(tokens: Tokens, at: number): number {
  for (let j = at - 1; j >= Math.max(0, at - REACH_OF_FROM); j--) {
    const token = tokens[j] as Token;
    if (/^(?:from|when)$/.test(token.word) || (token.word === 'out' && tokens[j + 1]?.word === 'of'))
      return verbBefore(tokens, j);
    const isPartOfAct = (['ai', 'model', 'train', 'improve', 'improve-noun'] as const).some((name) => isA(token, name));
    if (!isPartOfAct && !BETWEEN.test(token.word)) return -1;
  }
  return -1;
}

function verbBefore(tokens: Tokens, from: number): number {
  for (let j = from - 1; j >= Math.max(0, from - REACH_OF_VERB); j--) {
    const token = tokens[j] as Token;
    if (TAKES.test(token.word)) return j;
    if (token.mark && token.word !== ',') return -1;
  }
  return -1;
}

const MAY = /^(?:can|may|could|must|should|will|want|wish|prefer|are)$/;
const ASKS = /^(?:ask|asks|tell|request|instruct|require|want|wish|like|let|to)$/;

/** Is it people who take it out ("you can keep …", "ask us to exclude …"), or is it simply so? */
export function isTakenOutByThem(tokens: Tokens, verb: number): boolean {
  return tokens.slice(Math.max(0, verb - 5), verb).some((token, i, before) => {
    if (ASKS.test(token.word)) return true;
    return isA(token, 'you') && (/^you(?!r)/.test(token.word) || MAY.test(before[i + 1]?.word ?? ''));
  });
}
