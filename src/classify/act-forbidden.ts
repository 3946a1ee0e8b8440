import { type Actor, isGrantedTo } from './act-party.ts';
import { isInverted, polarityOf } from './act-polarity.ts';
import { isDataWord } from './data-kinds.ts';
import { deniedWayOutAt } from './double-denial.ts';
import { isNotGuaranteed } from './not-guaranteed.ts';
import { isA, type Token } from './tokens.ts';
import type { TrainingAct } from './training-acts.ts';
import { isPreferred, isWish } from './wishes.ts';

type Tokens = readonly Token[];
const REACH = 45;
const REACH_AFTER = 25;
const REACH_OF_SUBJECT = 8;

function forbidsAt(tokens: Tokens, at: number, { party, at: subject }: Actor): boolean {
  const token = tokens[at] as Token;
  if (isA(token, 'not-a-denial') || isRightToAct(tokens, at) || isNotGuaranteed(tokens, at)) return false;
  if (party === 'platform') return isA(token, 'forbid-others');
  if (party === 'unknown' && isPromisedOf(tokens, at)) return false;
  if (isA(token, 'forbid') || (party !== 'unknown' && party !== 'person' && isKeptFrom(tokens, at))) return true;
  if (party === 'unknown') return isA(token, 'not') && /^(?:not|don't)$/.test(token.word) && isImperative(tokens, at);
  // "Our provider does not …" tells what is so; what somebody "will not" do is laid upon them.
  const isOfThem =
    at > subject || (party === 'person' && (isGrantedTo(tokens, subject) || isInverted(tokens, subject)));
  return isA(token, 'not') && token.word !== 'without' && isOfThem && !isStatedOf(tokens, at, party);
}

/** "Your chats may not be used": of what is theirs nobody but the platform promises it. */
function isPromisedOf(tokens: Tokens, at: number): boolean {
  for (let i = at - 1; i >= Math.max(0, at - REACH_OF_SUBJECT); i--) {
    if (tokens[i]?.mark) return false;
    if (isTheirs(tokens, i)) return !isLeftToUs(tokens, at);
  }
  return false;
}

function isTheirs(tokens: Tokens, i: number): boolean {
  const token = tokens[i];
  if (token?.word === 'your') return isDataWord(tokens, i + 1) && !isA(tokens[i + 1], 'output');
  return isA(token, 'personal-data') || isA(token, 'customer-data');
}

// "We reserve the right to use …" is leave we give ourselves; the right "to text and data mining" is kept from others.
function isRightToAct(tokens: Tokens, at: number): boolean {
  if (!/^reserv(?:e|es|ing)$/.test(tokens[at]?.word ?? '') || tokens[at + 2]?.word !== 'right') return false;
  const verb = tokens[at + 4];
  return isA(verb, 'use') || isA(verb, 'share') || isA(verb, 'train') || isA(verb, 'improve');
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

// Scraping "for training" that nobody is named for is what documents forbid; who does it says "we" or "our crawler".
function isCollecting(tokens: Tokens, act: TrainingAct): boolean {
  for (let j = Math.max(0, act.at - 30); j < act.at; j++)
    if (isA(tokens[j], 'scraping')) return tokens[j - 1]?.word !== 'our';
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

const LEAVE =
  /^(?:permi(?:t|ts|tted|ssion)|authori[sz](?:ed|ation)|licen[cs]ed?|agreed?|agreement|consent|approv(?:ed|al)|allowed)$/;

/** "Except as permitted by us, no content may be used …", "without our written consent": who must ask us is somebody else. */
function isLeftToUs(tokens: Tokens, at: number): boolean {
  for (let j = Math.max(0, at - REACH); j < Math.min(tokens.length, at + REACH_AFTER); j++) {
    if (!/^(?:except|unless|without|save)$/.test(tokens[j]?.word ?? '')) continue;
    const behind = tokens.slice(j + 1, j + 9);
    const leave = behind.findIndex(({ word }) => LEAVE.test(word));
    if (leave < 0 || behind.slice(0, leave).some(({ word }) => word.startsWith('your'))) continue;
    const isOurs = behind.slice(0, leave).some(({ word }) => /^(?:our|we)$/.test(word));
    const next = behind.slice(leave + 1, leave + 3).map(({ word }) => word);
    if (isOurs || (/^(?:by|from|with)$/.test(next[0] ?? '') && next[1] === 'us')) return true;
  }
  return false;
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
  if (isLicenceKept(before) || isLeftToUs(tokens, act.at)) return true;
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
  if (deniedWayOutAt(tokens, act.at) >= 0) return false;
  const isPerson = actor.party === 'person' || actor.party === 'platform';
  const from = Math.max(act.clause ?? 0, isPerson ? actor.at - (isHelped(tokens, actor) ? 20 : 8) : act.at - 60);
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
