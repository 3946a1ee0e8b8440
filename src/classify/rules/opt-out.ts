import { ownWord, type Reading } from '../reading.ts';
import { isA } from '../tokens.ts';
import { focusOf } from './act-scope.ts';
import { platformActs } from './own-acts.ts';
import type { Rule } from './rule.ts';

type Way = 'toggle' | 'form' | 'email' | 'account-setting' | 'not-offered' | 'unspecified';

function wayOf(reading: Reading, at: number): Way {
  const { tokens } = reading;
  for (let j = Math.max(reading.own, at - 5); j < at; j++) {
    if (isA(tokens[j], 'not') && !isA(tokens[at], 'not') && !isA(tokens[j + 1], 'wish') && !isA(tokens[j], 'opt-out'))
      return 'not-offered';
  }
  if (ownWord(reading, 'toggle') >= 0) return 'toggle';
  if (ownWord(reading, 'settings') >= 0) return 'account-setting';
  if (ownWord(reading, 'form') >= 0) return 'form';
  if (ownWord(reading, 'email') >= 0) return 'email';
  return 'unspecified';
}

export const optOut: Rule = {
  id: 'opt-out',
  version: 2,
  topic: 'ai-training',
  examples: {
    match: [
      { text: 'You can opt out of the use of your posts to train our AI models in your settings.' },
      { text: 'We train our models on what you write. You can turn this off at any time.' },
      { text: 'If you do not want us to use your content to train our models, fill in this form.' },
      { headings: ['How we train our models'], text: 'You have the right to object to this.' },
      { text: 'You can choose whether your recordings are used to improve our speech models.' },
    ],
    not: [
      { text: 'You can opt out of marketing e-mails in your settings.' },
      { text: 'We use your posts to train our AI models.' },
      { text: 'You may opt out of arbitration within 30 days.' },
    ],
  },
  read: (reading) => {
    const at = ownWord(reading, 'opt-out');
    if (at < 0) return [];
    const near = platformActs(reading).some((act) => Math.abs(act.at - at) <= 45);
    const refers = reading.followsTraining && ownWord(reading, 'opt-out-elsewhere') < 0;
    if (!near && !refers) return [];
    return [{ fact: `opt-out:${wayOf(reading, at)}`, ...focusOf(reading, at, at) }];
  },
};
