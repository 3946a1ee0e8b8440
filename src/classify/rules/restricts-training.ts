import type { ReadAct, Reading } from '../reading.ts';
import { has, ownWord } from '../reading.ts';
import { isA } from '../tokens.ts';
import { actFocus, scopeOf } from './act-scope.ts';
import type { Rule } from './rule.ts';
import { isPeoplesData } from './whose-data.ts';

/** What others may not train with. */
export function restrictedThing(reading: Reading, act: ReadAct): string {
  if (act.actor.party === 'providers') return 'model-providers';
  const { from, to } = scopeOf(reading, act);
  if (['others', 'affiliates', 'platform'].includes(act.actor.party) && isPeoplesData(reading, act))
    return 'model-providers';
  const near = reading.tokens.slice(from, to);
  if (near.some((token) => isA(token, 'scraping'))) return 'scraping';
  if (near.some((token) => isA(token, 'output'))) return 'output';
  return 'content';
}

// "You may not build AI systems that …" forbids a product; what counts is teaching with the platform's material.
function teachesWithOurs(reading: Reading, act: ReadAct): boolean {
  if (act.kind === 'train' || act.kind === 'ingest' || act.kind === 'crawl') return true;
  if (act.kind === 'purpose' && has(reading, 'use')) return true;
  const material = ['output', 'ai-interactions', 'content', 'data', 'compete', 'scraping'] as const;
  return (has(reading, 'use') || has(reading, 'scraping')) && material.some((name) => ownWord(reading, name) >= 0);
}

export const restrictsTraining: Rule = {
  id: 'restricts-training',
  version: 6,
  topic: 'ai-training',
  examples: {
    match: [
      { leadIn: 'You must not:', text: 'Misuse. Except as agreed with us, use the output to train AI models.' },
      { text: 'You may not use automated means to collect content for training AI.' },
      { leadIn: 'You must not:', text: 'use output to develop models that compete with ours' },
      { headings: ['Prohibited uses'], text: 'Training a machine learning model on content of the site' },
      { text: 'Except as permitted by us, no photo may be used as input to train a model.' },
      { text: 'We do not grant you any right to train AI on our songs.' },
      { text: 'Under no circumstances may you train AI on our songs.' },
      { text: 'Training AI on our songs is against these rules.' },
      { text: 'You need a licence to train AI on our songs.' },
      { text: 'AI scraping of the catalogue is not permitted.' },
      { text: 'AI crawlers may not access our pages.' },
      { text: 'Training AI on the material of this site is prohibited.' },
      { text: 'Our providers are not permitted to use your data to train their models.' },
    ],
    not: [
      { text: 'We give no guarantee that third parties will not use your drawings to train AI models.' },
      { text: 'Your songs cannot be used to train AI.' },
      { text: 'Vendor reserves the right to use Customer Data to train its models.' },
      { text: 'We do not use your content to train AI.' },
      { text: 'You may not use the service to train for competitions.' },
      { text: 'You may not scrape the service.' },
      { text: 'AI crawlers read our pages.' },
    ],
  },
  read: (reading) =>
    reading.acts
      .filter((act) => act.isOwn && act.forbidden && teachesWithOurs(reading, act))
      .map((act) => ({ fact: `restricts-training:${restrictedThing(reading, act)}`, ...actFocus(reading, act) })),
};
