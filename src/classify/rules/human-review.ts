import { ownWord } from '../reading.ts';
import { platformActs } from './own-acts.ts';
import type { Rule } from './rule.ts';

export const humanReview: Rule = {
  id: 'human-review',
  version: 2,
  topic: 'ai-training',
  examples: {
    match: [{ text: 'Human reviewers read some conversations to improve our language models.' }],
    not: [
      { text: 'We improve our language models with your conversations.' },
      { text: 'Human reviewers check reported posts.' },
    ],
  },
  read: (reading) => {
    if (ownWord(reading, 'human') < 0 || ownWord(reading, 'review') < 0) return [];
    const isOurs = platformActs(reading).some((act) => act.polarity !== 'denied');
    return isOurs ? [{ fact: 'human-review', from: reading.own, to: reading.tokens.length }] : [];
  },
};
