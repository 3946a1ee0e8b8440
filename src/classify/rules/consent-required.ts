import { ownWord, type Reading } from '../reading.ts';
import { isA, type Token } from '../tokens.ts';
import { clauseOf } from './act-scope.ts';
import { platformActs } from './own-acts.ts';
import type { Rule } from './rule.ts';

const NEAR = 25;

// "Withdrawing your consent does not affect …": the law's boilerplate about any consent.
function isWithdrawn({ tokens }: Reading, at: number): boolean {
  return tokens.slice(Math.max(0, at - 4), at + 6).some(({ word }) => /^withdr[ae]w/.test(word));
}

const AGREES =
  /^(?:consent|consents|consented|agree|agrees|agreed|authori[sz]e|authori[sz]es|authori[sz]ed|approve|approves|approved)$/;
const REACH_OF_UNLESS = 7;

// "unless you explicitly consent", "unless specifically authorised", not "unless authorised by law"
function isUnlessAgreed(tokens: readonly Token[], at: number): boolean {
  if (tokens[at]?.word !== 'unless') return false;
  for (let i = at + 1; i <= at + REACH_OF_UNLESS; i++) {
    const token = tokens[i];
    if (token === undefined || token.mark || token.word === 'otherwise') return false;
    if (AGREES.test(token.word)) return !/^(?:by|under)$/.test(tokens[i + 1]?.word ?? '');
    if (token.word === 'opted' && tokens[i + 1]?.word === 'in') return true;
  }
  return false;
}

/** Where it is said that somebody agrees, or -1. */
function consentAt(reading: Reading): number {
  const named = ownWord(reading, 'consent');
  if (named >= 0) return named;
  return reading.tokens.findIndex((_, i) => i >= reading.own && isUnlessAgreed(reading.tokens, i));
}

// "Where you have agreed, or where the law allows it": one ground of several.
function isOneOfSeveral({ tokens }: Reading, at: number): boolean {
  const behind = tokens.slice(at, at + 10);
  return behind.some(
    ({ word }, i) => word === 'or' && /^(?:where|when|if|as|otherwise|on)$/.test(behind[i + 1]?.word ?? ''),
  );
}

const TAKES_PART =
  /^(?:do|share|opt|allow|let|participate|take|join|contribute|donate|help|agree|consent|give|permit|enable)$/;

// "Unless you choose to send feedback", "if you turn on private chats, we do not …": another choice than to agree to it.
function isOtherChoice({ tokens, acts, own }: Reading, at: number): boolean {
  const words = tokens.slice(Math.max(own, at - 2), at + 7).map(({ word }) => word);
  const choose = words.indexOf('choose');
  if (choose >= 0 && words[choose + 1] === 'to') return !TAKES_PART.test(words[choose + 2] ?? '');
  const isCondition = /^(?:if|when)$/.test(words[0] ?? '') || /^(?:if|when)$/.test(tokens[at]?.word ?? '');
  const enables = words.some((word) => /^(?:enabled?|turn|turned|switch|switched)$/.test(word));
  return isCondition && enables && tokens[at - 1]?.word !== 'only' && acts.every((act) => act.polarity === 'denied');
}

export const consentRequired: Rule = {
  id: 'consent-required',
  version: 5,
  topic: 'ai-training',
  examples: {
    match: [
      { text: 'Only if you opt in will recordings be used to teach our speech models.' },
      { text: 'We will not use your video to train our AI without your consent.' },
      { text: 'We train our models on your notes. We do so only with your explicit consent.' },
      { text: 'If you choose to do so, we collect samples of your handwriting to improve our recognition models.' },
    ],
    not: [
      { text: 'If you enable private mode, your chats will not be used to train our models.' },
      { text: 'Chats are not used to train our models, unless you choose to send a report.' },
      { text: 'We use your notes to train our models.' },
      { text: 'We train our models. Withdrawing your consent does not affect this earlier processing.' },
      { text: 'Where you have consented, or where the law allows it, we train our models on your notes.' },
      { text: 'We share your location only with your consent.' },
      { text: 'You may not train AI on our content without our written consent.' },
    ],
  },
  read: (reading) => {
    const at = consentAt(reading);
    if (
      at < 0 ||
      ownWord(reading, 'opt-out') >= 0 ||
      isWithdrawn(reading, at) ||
      isOneOfSeveral(reading, at) ||
      isOtherChoice(reading, at)
    )
      return [];
    const near = platformActs(reading).some((act) => Math.abs(act.at - at) <= NEAR);
    const refers =
      reading.followsTraining && reading.tokens.slice(reading.own).some((t) => isA(t, 'this-use') || t.word === 'so');
    return near || refers ? [{ fact: 'consent-required', ...clauseOf(reading, at, at) }] : [];
  },
};
