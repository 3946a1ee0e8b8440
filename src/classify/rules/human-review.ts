import type { Reading } from '../reading.ts';
import { isA } from '../tokens.ts';
import { platformActs } from './own-acts.ts';
import type { Rule } from './rule.ts';

// Who reads stands beside the reading: "shared with contractors" or "our team" elsewhere in the sentence does not.
const REACH = 8;

function isReviewedByPeople({ tokens, own }: Reading): boolean {
  const reviews = tokens.flatMap((token, i) => (i >= own && isA(token, 'review') ? [i] : []));
  return tokens.some((token, i) => i >= own && isA(token, 'human') && reviews.some((j) => Math.abs(i - j) <= REACH));
}

export const humanReview: Rule = {
  id: 'human-review',
  version: 3,
  topic: 'ai-training',
  examples: {
    match: [{ text: 'Human reviewers read some conversations to improve our language models.' }],
    not: [
      { text: 'We improve our language models with your conversations.' },
      { text: 'Human reviewers check reported posts.' },
    ],
  },
  read: (reading) => {
    if (!isReviewedByPeople(reading)) return [];
    const isOurs = platformActs(reading).some((act) => act.polarity !== 'denied');
    return isOurs ? [{ fact: 'human-review', from: reading.own, to: reading.tokens.length }] : [];
  },
};
