import { ownWord } from '../reading.ts';
import { isAboutTraining } from './own-acts.ts';
import type { Rule } from './rule.ts';

export const forwardOnly: Rule = {
  id: 'forward-only',
  version: 2,
  topic: 'ai-training',
  examples: {
    match: [
      { text: 'Opting out does not affect training of our models that has already taken place.' },
      { text: 'You can opt out of training our models. This will not apply to data used previously.' },
    ],
    not: [
      { text: 'You can opt out of training our models at any time.' },
      { text: 'This does not affect your statutory rights.' },
    ],
  },
  read: (reading) => {
    if (ownWord(reading, 'undo-not') < 0 || ownWord(reading, 'past') < 0 || !isAboutTraining(reading)) return [];
    return [{ fact: 'forward-only', from: reading.own, to: reading.tokens.length }];
  },
};
