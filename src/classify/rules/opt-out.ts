import { deniedWayOutAt } from '../double-denial.ts';
import { ownWord, type ReadAct, type Reading } from '../reading.ts';
import { isTakenOutByThem, takenOutAt } from '../takes-out.ts';
import { isA, type Token } from '../tokens.ts';
import { isAskedFor, isChosenNot } from '../wishes.ts';
import { clauseOf, focusOf } from './act-scope.ts';
import { platformActs } from './own-acts.ts';
import type { Rule } from './rule.ts';
import { isHandedOver } from './whose-data.ts';

type Way = 'toggle' | 'form' | 'email' | 'account-setting' | 'not-offered' | 'unspecified';

function wayOf(reading: Reading, at: number): Way {
  const { tokens } = reading;
  if (deniedWayOut(reading) === at) return 'not-offered';
  const before = tokens.slice(Math.max(reading.own, at - 5), at).map(({ word }) => word);
  if (
    before.some(
      (word, i) => /^(?:cannot|can't|unable)$/.test(word) || (word === 'not' && IMPOSSIBLE.test(before[i + 1] ?? '')),
    )
  )
    return 'not-offered';
  for (let j = Math.max(reading.own, at - 5); j < at; j++) {
    if (isA(tokens[j], 'not') && !isA(tokens[at], 'not') && !isA(tokens[j + 1], 'wish') && !isA(tokens[j], 'opt-out'))
      return 'not-offered';
  }
  if (ownWord(reading, 'settings') >= 0) return 'account-setting';
  if (ownWord(reading, 'toggle') >= 0) return 'toggle';
  if (ownWord(reading, 'form') >= 0) return 'form';
  if (ownWord(reading, 'email') >= 0) return 'email';
  return 'unspecified';
}

const IMPOSSIBLE = /^(?:possible|able|available|offered)$/;
const ASKS = /^(?:request|requests|ask|asks|contact|write|email|tell|instruct)$/;
const LEAVES = /^(?:removed|excluded|withdrawn)$/;

// What a way out can hang on besides the words that name one.
const MAY_OFFER = new Set([
  'removed',
  'excluded',
  'withdrawn',
  'not',
  'switch',
  'switched',
  'turn',
  'turned',
  'toggle',
  'enable',
  'enabled',
  'activate',
  'activated',
]);

/** Index of the word that offers a way out, or -1: named as such, or "ask us to have it removed from the training". */
export function wayOutAt(reading: Reading): number {
  const { tokens, own } = reading;
  const denied = deniedWayOut(reading);
  if (denied >= 0) return denied;
  const taken = takenOut(reading);
  if (taken >= 0) return taken;
  for (let i = own; i < tokens.length; i++) {
    if (!isA(tokens[i], 'opt-out') && !MAY_OFFER.has(tokens[i]?.word ?? '')) continue;
    if (
      (isA(tokens[i], 'opt-out') || isSwitchingOff(tokens, i) || isChosenNot(tokens, i)) &&
      !isOnlyMentioned(tokens, i) &&
      !isOurDoing(tokens, i)
    )
      return i;
    if (isAskedAgainst(reading, i) || isRefusingMode(reading, i)) return i;
    const isLeft = LEAVES.test(tokens[i]?.word ?? '') || (tokens[i]?.word === 'not' && isAskedFor(tokens, i));
    if (!isLeft || platformActs(reading).length === 0) continue;
    if (tokens.slice(Math.max(own, i - 12), i).some(({ word }) => ASKS.test(word))) return i;
  }
  return -1;
}

/** "There is no way to keep your posts out of the training": index of the way out that there is not, or -1. */
function deniedWayOut(reading: Reading): number {
  const acts = platformActs(reading).filter(({ polarity }) => polarity === 'affirmed');
  return Math.max(-1, ...acts.map(({ at }) => deniedWayOutAt(reading.tokens, at)).filter((at) => at >= reading.own));
}

/** "You can keep your essays out of the training": index of the verb, or -1. */
function takenOut(reading: Reading): number {
  const verbs = platformActs(reading).map(({ at }) => takenOutAt(reading.tokens, at));
  return verbs.find((verb) => verb >= reading.own && isTakenOutByThem(reading.tokens, verb)) ?? -1;
}

/** "Tell us if your call should not be used to train": `at` is "not". */
function isAskedAgainst(reading: Reading, at: number): boolean {
  const { tokens, own } = reading;
  if (!/^(?:not|never)$/.test(tokens[at]?.word ?? '') || !/^(?:be|to|use|train)$/.test(tokens[at + 1]?.word ?? ''))
    return false;
  const before = tokens.slice(Math.max(own, at - 20), at);
  const asks = before.findIndex(({ word }) => /^(?:ask|tell|inform|instruct|notify|let)$/.test(word));
  if (asks < 0 || before.slice(asks).some(({ word }) => /^(?:[.;]|we|our)$/.test(word))) return false;
  return before.slice(asks).some(({ word }) => /^(?:if|that|to)$/.test(word)) && platformActs(reading).length > 0;
}

const REACH_OF_MODE = 20;

/** "If you enable private mode, your chats are not used to train": who turns it on refuses. */
function isRefusingMode({ tokens, own, acts }: Reading, at: number): boolean {
  const verb = tokens[at]?.word ?? '';
  const isOn = tokens.slice(at + 1, at + 7).some(({ word }) => word === 'on');
  if (!/^(?:enable|activate)/.test(verb) && !(/^(?:turn|switch)/.test(verb) && isOn)) return false;
  const before = tokens.slice(Math.max(own, at - 7), at);
  const condition = before.findLastIndex(({ word }) => /^(?:if|when|whenever|once|while)$/.test(word));
  if (condition < 0 || before.slice(condition).some(({ mark }) => mark)) return false;
  const comma = tokens.findIndex(({ word }, i) => i > at && word === ',');
  const denied = acts.find((act) => act.isOwn && act.at > comma && act.polarity === 'denied');
  if (comma < 0 || !denied || denied.at - comma > REACH_OF_MODE) return false;
  // "…, we use them to answer you and we do not …": said of all, whatever is turned on
  const between = tokens.slice(comma, denied.at);
  return !between.some((token, i) => isA(token, 'we') && /^(?:and|but)$/.test(between[i - 1]?.word ?? ''));
}

// "We exclude your essays from training", "we choose not to train": no way out but what is so.
export function isOurDoing(tokens: readonly Token[], at: number): boolean {
  let first = at;
  while (isA(tokens[first - 1], 'opt-out')) first--;
  const before = /^(?:have|will|also|always)$/.test(tokens[first - 1]?.word ?? '')
    ? tokens[first - 2]
    : tokens[first - 1];
  return isA(before, 'we');
}

// "switch the setting off"
function isSwitchingOff(tokens: readonly Token[], at: number): boolean {
  return (
    /^(?:switch|turn|toggle)$/.test(tokens[at]?.word ?? '') &&
    tokens.slice(at, at + 6).some(({ word }) => word === 'off')
  );
}

function lastWord({ tokens }: Reading, at: number): number {
  return Math.max(
    at,
    tokens.findLastIndex((token) => isA(token, 'opt-out') || isA(token, 'settings')),
  );
}

// "The switch is turned off by default", "you are opted out by default": nobody need do anything.
export function isOffAnyway(tokens: readonly Token[], at: number): boolean {
  const isState = [1, 2].some((back) => /^(?:is|are|be)$/.test(tokens[at - back]?.word ?? ''));
  return isState && tokens.slice(at + 1, at + 9).some((token) => isA(token, 'by-default'));
}

// "Even if you opt out", "opting out does not undo …": said of a way out, not offering one.
function isOnlyMentioned(tokens: readonly Token[], at: number): boolean {
  if (tokens[at]?.word === 'object' && /^(?:recognition|detection|storage|tracking)$/.test(tokens[at + 1]?.word ?? ''))
    return true;
  const before = tokens.slice(Math.max(0, at - 5), at);
  if (before.some(({ word }) => word === 'even') || isOffAnyway(tokens, at)) return true;
  const isGerund = [at, at - 1].some((i) => /^(?:opting|objecting)$/.test(tokens[i]?.word ?? ''));
  return isGerund && tokens.slice(at, at + 6).some((token) => isA(token, 'undo-not'));
}

/** "If you do not opt out, partners may train on your posts": whoever trains, it is people's data that is kept from them. */
function actsOfRecipients(reading: Reading): ReadAct[] {
  return reading.acts.filter(
    (act) =>
      act.isOwn &&
      !act.forbidden &&
      act.polarity === 'affirmed' &&
      /^(?:others|affiliates|providers)$/.test(act.actor.party) &&
      isHandedOver(reading, act),
  );
}

export const optOut: Rule = {
  id: 'opt-out',
  version: 8,
  topic: 'ai-training',
  examples: {
    match: [
      { text: 'You can opt out of the use of your posts to train our AI models in your settings.' },
      { text: 'We train our models on what you write. You can turn this off at any time.' },
      { text: 'If you do not want us to use your content to train our models, fill in this form.' },
      { headings: ['How we train our models'], text: 'You have the right to object to this.' },
      { text: 'You can choose whether your recordings are used to improve our speech models.' },
      { text: 'Authors may ask us to have their texts removed from the training data of our models.' },
      { text: 'You cannot opt out of AI training.' },
      { text: 'If you enable Quiet Mode, your chats will not be used to train our models.' },
      { text: 'If you do not opt out, third parties may use your posts to train their own models.' },
      { text: 'You can keep your songs out of AI training.' },
      { text: 'The app cannot be used without your songs being used to train our models.' },
    ],
    not: [
      { text: 'Data of schools is opted out of model training by default.' },
      { text: 'We exclude your songs from AI training.' },
      { text: 'You can opt out of marketing e-mails in your settings.' },
      { text: 'We use your posts to train our AI models.' },
      { text: 'You may opt out of arbitration within 30 days.' },
      { text: 'Even if you opt out, we use reported chats to train our models.' },
    ],
  },
  read: (reading) => {
    const at = wayOutAt(reading);
    if (at < 0) return [];
    const near = [...platformActs(reading), ...actsOfRecipients(reading)].some((act) => Math.abs(act.at - at) <= 45);
    const refers = reading.followsTraining && ownWord(reading, 'opt-out-elsewhere') < 0;
    if (!near && !refers) return [];
    // Where the use is told by the sentence before, only the clause of the way out tells of it.
    const focus = near ? focusOf : clauseOf;
    return [{ fact: `opt-out:${wayOf(reading, at)}`, ...focus(reading, at, lastWord(reading, at)) }];
  },
};
