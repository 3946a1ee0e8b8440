import type { Actor } from './act-party.ts';
import { deniedWayOutAt } from './double-denial.ts';
import { isPlan, isPuttingOff } from './put-off.ts';
import { isTakenOutByThem, takenOutAt } from './takes-out.ts';
import { isA, type Token } from './tokens.ts';
import type { TrainingAct } from './training-acts.ts';
import { isCondition, isOnlyWished } from './wishes.ts';

type Tokens = readonly Token[];
const REACH = 45;
const REACH_AFTER = 25;

export type Polarity = 'affirmed' | 'denied' | 'wish';

const REACH_OF_EXCLUDED = 6;

// "without" denies only what stands right behind it.
function deniesAt(tokens: Tokens, at: number, act: TrainingAct): boolean {
  const token = tokens[at] as Token;
  if (isA(token, 'stop')) return isGivingUp(tokens, at, act);
  if (token.word === 'out') return isKeptOut(tokens, at, act);
  if (!isA(token, 'not') || isA(token, 'not-a-denial')) return false;
  if (token.word === 'excluded') return tokens[at + 1]?.word === 'from' && act.at - at <= REACH_OF_EXCLUDED;
  if (token.word === 'without' || token.word.startsWith('exclu'))
    return act.at - at <= 2 || (isA(tokens[firstBehind(tokens, at)], 'use') && act.at - at <= 10);
  if (saysWhichData(tokens, at)) return false;
  if (token.word === 'not' && isWhetherOrNot(tokens, at)) return false;
  return true;
}

/** "posts that are not private": which data is meant, not "posts that are not used". */
function saysWhichData(tokens: Tokens, at: number): boolean {
  if (!/^(?:is|are|was|were)$/.test(tokens[at - 1]?.word ?? '')) return false;
  if (!/^(?:that|which)$/.test(tokens[at - 2]?.word ?? '')) return false;
  const next = tokens[at + 1];
  const isDone = (['use', 'train', 'improve', 'ingest'] as const).some((name) => isA(next, name));
  return !isDone && !/^(?:included|part|being|made|sent)$/.test(next?.word ?? '');
}

// "whether or not", "whether you pay or not"
function isWhetherOrNot(tokens: Tokens, at: number): boolean {
  return tokens[at - 1]?.word === 'or' && tokens.slice(Math.max(0, at - 10), at).some(({ word }) => word === 'whether');
}

// "without ever being used to train"
function firstBehind(tokens: Tokens, at: number): number {
  let next = at + 1;
  while (/^(?:ever|being|having|been|us|our|your|it|them)$/.test(tokens[next]?.word ?? '')) next++;
  return next;
}

// "drafts stay out of AI training"
function isKeptOut(tokens: Tokens, at: number, act: TrainingAct): boolean {
  const isKept = /^(?:stays?|kept|left|keep|remains?|leave|filter|filtered|taken)$/.test(tokens[at - 1]?.word ?? '');
  const isOf = /^(?:of|when|before|from)$/.test(tokens[at + 1]?.word ?? '');
  return isKept && isOf && act.at - at <= REACH_OF_EXCLUDED;
}

/** "We have stopped using …", "we have paused our plans to …", not "to stop us from using …". */
function isGivingUp(tokens: Tokens, at: number, act: TrainingAct): boolean {
  const word = tokens[at]?.word ?? '';
  // what is put off is still planned
  if (isPuttingOff(tokens, at)) return false;
  if (/^(?:stop|cease|discontinue|pause)$/.test(word) && tokens[at - 1]?.word !== 'will') return false;
  const next = tokens[at + 1];
  return (
    act.at === at + 1 || isA(next, 'use') || next?.word === 'the' || (next?.word === 'our' && isPlan(tokens, at + 2))
  );
}

const REACH_OF_USE = 16;

// "While we use it to train, we do not use messages", not "To train we do not use it"
function isOfAnotherUse(tokens: Tokens, act: number, not: number): boolean {
  if (!isA(tokens[not - 2], 'we')) return false;
  return tokens.slice(Math.max(0, act - REACH_OF_USE), act).some((token) => isA(token, 'we'));
}

function deniedAfter(tokens: Tokens, act: TrainingAct): boolean {
  for (let j = act.at + 1; j < Math.min(tokens.length, act.at + REACH_AFTER); j++) {
    const word = tokens[j]?.word ?? '';
    if (word === '.' || word === ';' || isA(tokens[j], 'clause-break')) return false;
    if (isPlainNo(tokens, j) || (isA(tokens[j], 'ruled-out') && !hasComma(tokens, act.at, j))) return true;
    if (
      isA(tokens[j], 'not') &&
      !isOfAnotherUse(tokens, act.at, j) &&
      /^(?:does|is|are|do|will|would|shall)$/.test(tokens[j - 1]?.word ?? '') &&
      /^(?:something|one|include|use|involve|take|happen|occur|performed|done|conducted|carried|planned|intended|envisaged|foreseen|undertaken)$/.test(
        tokens[j + 1]?.word ?? '',
      )
    )
      return true;
    if (isA(tokens[j], 'not') && tokens[j + 1]?.word === 'do' && (tokens[j + 2]?.mark ?? true)) return true;
  }
  return false;
}

// "Use of your data for training AI: no."
function isPlainNo(tokens: Tokens, at: number): boolean {
  const next = tokens[at + 1];
  return (
    /^(?:no|never|none)$/.test(tokens[at]?.word ?? '') &&
    tokens[at - 1]?.mark === true &&
    (next === undefined || next.mark)
  );
}

// "We train on posts, and those of minors are excluded" leaves out something else.
const hasComma = (tokens: Tokens, from: number, to: number): boolean =>
  tokens.slice(from, to).some(({ word }) => word === ',');

/**
 * Does the sentence say that this is done, that it is not, or does it only name a wish about it ("if you do not want
 * us to …")? A negation counts up to the next subject or turn of the sentence ("we do not sell it, but we train on it").
 */
export function polarityOf(tokens: Tokens, act: TrainingAct, actor: Actor, own = 0): Polarity {
  if (deniedWayOutAt(tokens, act.at) >= 0) return 'affirmed';
  const taken = takenOutAt(tokens, act.at);
  if (taken < 0) return polarityBefore(tokens, act, actor, own);
  if (isA(tokens[taken - 1], 'not')) return 'affirmed';
  return isTakenOutByThem(tokens, taken) ? 'wish' : 'denied';
}

function polarityBefore(tokens: Tokens, act: TrainingAct, actor: Actor, own: number): Polarity {
  const until = Math.max(act.clause ?? 0, act.at - REACH);
  for (let j = act.at - 1; j >= until; j--) {
    const token = tokens[j] as Token;
    if (token.word === '.' || token.word === ';' || token.word === '?') {
      // "We will not: sell it; or train on it": what introduces the list holds for all of it.
      if (token.word !== ';' || j < own || tokens[own - 1]?.word !== ':') break;
      j = own - 1;
      continue;
    }
    if (isOverBefore(tokens, j, actor)) break;
    if (deniesAt(tokens, j, act)) return isOnlyWished(tokens, j) ? 'wish' : 'denied';
    if (breaksClause(tokens, j) && j !== actor.at) break;
    if (isSubject(tokens, actor) && j < actor.at - 1 && !isA(token, 'you'))
      return isLeftOut(tokens, actor.at) ? 'denied' : isDeniedBehind(tokens, act);
  }
  return isDeniedBehind(tokens, act);
}

function isSubject(tokens: Tokens, { party, at }: Actor): boolean {
  return (
    (party === 'platform' || party === 'person') &&
    !isA(tokens[at], 'us') &&
    !isLetTo(tokens, at) &&
    !isInverted(tokens, at)
  );
}

/** "If you do not opt out, partners may …": a condition ends at the comma, before whoever does something then. */
function isOverBefore(tokens: Tokens, at: number, { at: subject }: Actor): boolean {
  if (at >= subject || !isA(tokens[at], 'not') || !isCondition(tokens, at)) return false;
  return tokens.slice(at, subject).some(({ word }) => word === ',');
}

const isDeniedBehind = (tokens: Tokens, act: TrainingAct): Polarity =>
  deniedAfter(tokens, act) ? 'denied' : 'affirmed';

/** "At no time do we …": the subject stands behind what denies it. */
export function isInverted(tokens: Tokens, subject: number): boolean {
  return /^(?:do|does|did|will|would|shall|should|may|can|must|have|has|is|are)$/.test(tokens[subject - 1]?.word ?? '');
}

/** "… is not part of the data we use to train": denied of what stands before. */
function isLeftOut(tokens: Tokens, subject: number): boolean {
  if (!isA(tokens[subject - 1], 'data')) return false;
  const before = tokens.slice(Math.max(0, subject - 9), subject);
  return before.some(
    (token, i) => isA(token, 'not') && /^(?:included|part|among|contained)$/.test(before[i + 1]?.word ?? ''),
  );
}

// "Nothing permits the Supplier to …": who is let do it is not the subject.
function isLetTo(tokens: Tokens, at: number): boolean {
  if (tokens[at - 1]?.word === 'by') return true;
  return [1, 2].some((back) =>
    /^(?:permits?|allows?|entitles?|authori[sz]es?|enables?|lets?|grants?)$/.test(tokens[at - back]?.word ?? ''),
  );
}

// Not the "but" of "including but not limited to".
function breaksClause(tokens: Tokens, at: number): boolean {
  // "we do not profile or otherwise decide" goes on
  if (tokens[at]?.word === 'otherwise' && tokens[at - 1]?.word === 'or') return false;
  return isA(tokens[at], 'clause-break') && !isA(tokens[at + 1], 'not-a-denial');
}
