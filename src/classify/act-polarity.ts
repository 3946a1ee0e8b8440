import type { Actor } from './act-party.ts';
import { isA, type Token } from './tokens.ts';
import type { TrainingAct } from './training-acts.ts';

type Tokens = readonly Token[];
const REACH = 45;
const REACH_AFTER = 25;

export type Polarity = 'affirmed' | 'denied' | 'wish';

function isWish(tokens: Tokens, at: number): boolean {
  for (let j = at + 1; j <= at + 2; j++) if (isA(tokens[j], 'wish')) return true;
  return false;
}

// "who would prefer that it not be used"
function isPreferred(tokens: Tokens, at: number): boolean {
  return tokens.slice(Math.max(0, at - 9), at).some(({ word }) => /^prefers?$/.test(word));
}

/** "You can decide at any time not to let us …": a refusal that is left to people. */
export function isChosenNot(tokens: Tokens, at: number): boolean {
  if (tokens[at]?.word !== 'not' || tokens[at + 1]?.word !== 'to') return false;
  return tokens.slice(Math.max(0, at - 6), at).some(({ word }) => /^(?:choose|decide|elect)$/.test(word));
}

// "if you do not …"
function isCondition(tokens: Tokens, at: number): boolean {
  if (isAskedFor(tokens, at)) return true;
  const before = [1, 2, 3, 4].map((back) => tokens[at - back]);
  return (
    before.some((token) => isA(token, 'you')) &&
    before.some((token) => /^(?:if|unless|when|where|should)$/.test(token?.word ?? ''))
  );
}

// "If you do not opt out, partners may …": the condition ends at the comma, and what follows holds.
function isConditionBefore(tokens: Tokens, at: number, { party, at: subject }: Actor): boolean {
  if (party !== 'others' && party !== 'providers' && party !== 'affiliates') return false;
  return isCondition(tokens, at) && tokens.slice(at, subject).some(({ word }) => word === ',');
}

/** "if you require that your files not be used", "to request that they not be used": somebody's wish, told to us. */
export function isAskedFor(tokens: Tokens, at: number): boolean {
  const before = tokens.slice(Math.max(0, at - 10), at);
  const asks = before.findIndex(({ word }) => /^(?:requires?|requests?|asks?|instructs?|tells?)$/.test(word));
  if (asks < 0 || before.slice(asks).some(({ mark }) => mark)) return false;
  return before.slice(0, asks).some(({ word }) => /^(?:if|unless|when|where|once|to|may|can)$/.test(word));
}

const isOnlyWished = (tokens: Tokens, at: number): boolean =>
  isWish(tokens, at) || isCondition(tokens, at) || isPreferred(tokens, at) || isChosenNot(tokens, at);

const REACH_OF_EXCLUDED = 6;

// "without" denies only what stands right behind it.
function deniesAt(tokens: Tokens, at: number, act: TrainingAct): boolean {
  const token = tokens[at] as Token;
  if (isA(token, 'stop')) return isGivingUp(tokens, at, act);
  if (token.word === 'out') return isKeptOut(tokens, at, act);
  if (!isA(token, 'not') || isA(token, 'not-a-denial')) return false;
  if (token.word === 'excluded') return tokens[at + 1]?.word === 'from' && act.at - at <= REACH_OF_EXCLUDED;
  if (token.word === 'without' || token.word.startsWith('exclu'))
    return act.at - at <= 2 || (isA(tokens[at + 1], 'use') && act.at - at <= 10);
  if (token.word === 'not' && tokens[at - 1]?.word === 'or' && tokens[at - 2]?.word === 'whether') return false;
  return true;
}

// "drafts stay out of AI training"
function isKeptOut(tokens: Tokens, at: number, act: TrainingAct): boolean {
  const isKept = /^(?:stays?|kept|left|keep|remains?|leave|filter|filtered|taken)$/.test(tokens[at - 1]?.word ?? '');
  const isOf = /^(?:of|when|before|from)$/.test(tokens[at + 1]?.word ?? '');
  return isKept && isOf && act.at - at <= REACH_OF_EXCLUDED;
}

/** "We have stopped using …", "we are putting off our plans to …", not "to stop us from using …". */
function isGivingUp(tokens: Tokens, at: number, act: TrainingAct): boolean {
  const word = tokens[at]?.word ?? '';
  if (/^(?:stop|cease|discontinue|pause|delay)$/.test(word) && tokens[at - 1]?.word !== 'will') return false;
  const next = tokens[at + 1];
  return act.at === at + 1 || isA(next, 'use') || next?.word === 'the' || isOurPlan(tokens, at + 1);
}

const PLAN = /^(?:plans?|changes?|launch|rollout|start|use|processing|training)$/;

// "our change to the use of …", not "our newsletter"
function isOurPlan(tokens: Tokens, at: number): boolean {
  return tokens[at]?.word === 'our' && [1, 2].some((step) => PLAN.test(tokens[at + step]?.word ?? ''));
}

function deniedAfter(tokens: Tokens, act: TrainingAct): boolean {
  for (let j = act.at + 1; j < Math.min(tokens.length, act.at + REACH_AFTER); j++) {
    const word = tokens[j]?.word ?? '';
    if (word === '.' || word === ';' || isA(tokens[j], 'clause-break')) return false;
    if (
      isA(tokens[j], 'not') &&
      /^(?:does|is|are|do|will)$/.test(tokens[j - 1]?.word ?? '') &&
      /^(?:include|use|involve|take|happen|occur|performed|done|conducted)$/.test(tokens[j + 1]?.word ?? '')
    )
      return true;
  }
  return false;
}

/**
 * Does the sentence say that this is done, that it is not, or does it only name a wish about it ("if you do not want
 * us to …")? A negation counts up to the next subject or turn of the sentence ("we do not sell it, but we train on it").
 */
export function polarityOf(tokens: Tokens, act: TrainingAct, actor: Actor, own = 0): Polarity {
  const until = Math.max(0, act.at - REACH);
  for (let j = act.at - 1; j >= until; j--) {
    const token = tokens[j] as Token;
    if (token.word === '.' || token.word === ';' || token.word === '?') {
      // "We will not: sell it; or train on it": what introduces the list holds for all of it.
      if (token.word !== ';' || j < own || tokens[own - 1]?.word !== ':') break;
      j = own - 1;
      continue;
    }
    if (deniesAt(tokens, j, act) && !isConditionBefore(tokens, j, actor))
      return isOnlyWished(tokens, j) ? 'wish' : 'denied';
    if (breaksClause(tokens, j) && j !== actor.at) break;
    const isSubject =
      (actor.party === 'platform' || actor.party === 'person') &&
      !isA(tokens[actor.at], 'us') &&
      !isLetTo(tokens, actor.at);
    if (isSubject && j < actor.at - 1 && !isA(token, 'you'))
      return isLeftOut(tokens, actor.at) ? 'denied' : isDeniedBehind(tokens, act);
  }
  return isDeniedBehind(tokens, act);
}

const isDeniedBehind = (tokens: Tokens, act: TrainingAct): Polarity =>
  deniedAfter(tokens, act) ? 'denied' : 'affirmed';

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

function forbidsAt(tokens: Tokens, at: number, { party, at: subject }: Actor): boolean {
  const token = tokens[at] as Token;
  if (isA(token, 'not-a-denial')) return false;
  if (party === 'platform') return isA(token, 'forbid-others');
  if (isA(token, 'forbid') || (party !== 'unknown' && party !== 'person' && isKeptFrom(tokens, at))) return true;
  if (party === 'unknown') return isA(token, 'not') && /^(?:not|don't)$/.test(token.word) && isImperative(tokens, at);
  // "Our provider does not …" tells what is so; what somebody "will not" do is laid upon them.
  return isA(token, 'not') && token.word !== 'without' && at > subject && !isStatedOf(tokens, at, party);
}

// "contracts that restrict our providers from using it", "vendors are restricted from …"
function isKeptFrom(tokens: Tokens, at: number): boolean {
  if (!/^(?:restrict|bar|preclude|prevent)/.test(tokens[at]?.word ?? '')) return false;
  return tokens.slice(at + 1, at + 6).some(({ word }) => word === 'from');
}

function isStatedOf(tokens: Tokens, at: number, party: Actor['party']): boolean {
  const before = tokens[at - 1]?.word ?? '';
  // "temporary chats, which are not used to …"
  if (/^(?:which|that)$/.test(tokens[at - 2]?.word ?? '') && /^(?:is|are)$/.test(before)) return true;
  if (party !== 'providers' && party !== 'affiliates') return false;
  return /^(?:does|do|is|are)$/.test(before) || /^(?:doesn't|don't|isn't|aren't)$/.test(tokens[at]?.word ?? '');
}

// "Do not use …" at the head of a sentence speaks to the reader.
function isImperative(tokens: Tokens, at: number): boolean {
  const first = tokens[at]?.word === 'not' ? at - 1 : at;
  const before = tokens[first - 1];
  return (
    (first === at || tokens[first]?.word === 'do') && (before === undefined || before.mark || before.word === 'please')
  );
}

function saidAfter(tokens: Tokens, act: TrainingAct): boolean {
  for (let j = act.at + 1; j < Math.min(tokens.length, act.at + REACH_AFTER); j++) {
    if (tokens[j]?.word === '.') return false;
    if (isA(tokens[j], 'forbid-after')) return true;
  }
  return false;
}

// Models "that compete with ours": nobody writes that but to forbid it.
function isRivalry(tokens: Tokens, act: TrainingAct, actor: Actor): boolean {
  if (actor.party === 'platform') return false;
  const isAllowed = actor.at >= 0 && tokens.slice(actor.at, act.at).some((token) => isA(token, 'permit'));
  return !isAllowed && tokens.slice(act.at, act.at + 18).some((token) => isA(token, 'compete'));
}

function isAllowedAfter(tokens: Tokens, act: TrainingAct): boolean {
  const after = tokens.slice(act.at, act.at + REACH_AFTER);
  return after.some(({ word }) => /^(?:allowed|permitted)$/.test(word)) && !after.some((token) => isA(token, 'not'));
}

// Scraping "for training" that nobody is named for is what documents forbid; who does it says "we".
function isCollecting(tokens: Tokens, act: TrainingAct): boolean {
  for (let j = Math.max(0, act.at - 30); j < act.at; j++) if (isA(tokens[j], 'scraping')) return true;
  return false;
}

// "if your call should not be used"
function isInCondition(tokens: Tokens, at: number): boolean {
  for (let j = at - 1; j >= Math.max(0, at - 8); j--) {
    if (tokens[j]?.mark) return false;
    if (/^(?:if|unless|whether)$/.test(tokens[j]?.word ?? '')) return true;
  }
  return false;
}

// "if you require that it not be used for training": a condition binds nobody.
function isOnlyIf(tokens: Tokens, { party, at }: Actor, forbidden: number): boolean {
  // behind a comma the condition is over
  if (party === 'unknown') return isInCondition(tokens, forbidden);
  if (party !== 'person' || tokens.slice(at, forbidden).some(({ word }) => word === ',')) return false;
  return [1, 2, 3].some((back) => /^(?:if|unless|when)$/.test(tokens[at - back]?.word ?? ''));
}

const RESERVES = /^(?:may|shall|must|can|cannot|right|licen[cs]e|permission|rights)$/;
const MATERIAL =
  /^(?:site|website|service|services|platform|content|materials?|works?|publications?|fonts?|images?|texts?|data|archive|articles?|database|catalogue|catalog|documentation|api|part)$/;

// "No other licences are granted, including any right to use it for training."
function isLicenceKept(before: Tokens): boolean {
  const has = (pattern: RegExp): boolean => before.some(({ word }) => pattern.test(word));
  return has(/^(?:rights?|licen[cs]es?)$/) && has(/^(?:granted|implied|conveyed)$/);
}

/** "No part of this site may be used to train …": rights kept from others, not a promise about people's data. */
function isMaterialReserved(tokens: Tokens, act: TrainingAct): boolean {
  const before = tokens.slice(Math.max(0, act.at - REACH), act.at);
  const isTheirs = before.some(
    (token) =>
      token.word.startsWith('your') ||
      isA(token, 'personal-data') ||
      isA(token, 'customer-data') ||
      isA(token, 'ai-interactions') ||
      isA(token, 'private-messages'),
  );
  const isMaterial = before.some(
    ({ word }, i) => MATERIAL.test(word) && /^(?:this|the|our|any|no|of|on)$/.test(before[i - 1]?.word ?? ''),
  );
  if (isLicenceKept(before)) return true;
  return !isTheirs && isMaterial && before.some(({ word }) => RESERVES.test(word));
}

// "You shall not use it, or assist anyone to use it": what is forbidden stands before the first of the two.
function isHelped(tokens: Tokens, { at }: Actor): boolean {
  return /^(?:assist|help|encourage|enable|allow|permit|authori[sz]e|cause)$/.test(tokens[at - 1]?.word ?? '');
}

export interface Surroundings {
  readonly headings: readonly Tokens[];
  /** Index of the first word of the statement itself. */
  readonly own: number;
}

/** Is the act one that somebody must not do? */
export function isForbidden(tokens: Tokens, act: TrainingAct, actor: Actor, around: Surroundings): boolean {
  const isPerson = actor.party === 'person' || actor.party === 'platform';
  const from = Math.max(0, isPerson ? actor.at - (isHelped(tokens, actor) ? 20 : 8) : act.at - 60);
  for (let j = act.at - 1; j >= from; j--) {
    if (tokens[j]?.word === '.' && j >= around.own) break;
    if (forbidsAt(tokens, j, actor))
      return !isWish(tokens, j) && !isPreferred(tokens, j) && !isOnlyIf(tokens, actor, j);
  }
  if (actor.party !== 'platform' && saidAfter(tokens, act)) return true;
  if (isRivalry(tokens, act, actor)) return true;
  const isUsing =
    actor.party === 'person' &&
    isA(tokens[actor.at], 'uses-platform') &&
    !tokens.slice(Math.max(0, actor.at - 4), actor.at).some((token) => isA(token, 'permit'));
  if (actor.party !== 'unknown' && !isUsing) return false;
  if (isCollecting(tokens, act)) return !isAllowedAfter(tokens, act);
  if (polarityOf(tokens, act, actor) === 'denied') return isMaterialReserved(tokens, act);
  return around.headings.some((heading) => heading.some((token) => isA(token, 'forbid-heading')));
}
