import type { ReadAct, Reading } from '../reading.ts';
import { isA } from '../tokens.ts';
import { isLearningSystem } from '../what-learns.ts';
import type { Rule } from './rule.ts';
import { isOfLiability } from './uses-data.ts';
import { isHandedOver } from './whose-data.ts';

const PARTIES = [
  ['affiliates', 'affiliates'],
  ['buyers', 'buyers'],
  ['providers', 'model-providers'],
  ['partners', 'partners'],
] as const;

const FIRM = /^(?:compan(?:y|ies)|firms?|developers?|providers?|vendors?|labs?|businesses|organi[sz]ations)$/;
const RELATIVE = /^(?:whose|behind|that|which|who)$/;

/** "the companies whose models we use", "firms that supply our language models". */
function makesModels({ tokens }: Reading, at: number): boolean {
  if (!FIRM.test(tokens[at]?.word ?? '') || !RELATIVE.test(tokens[at + 1]?.word ?? '')) return false;
  for (let j = at + 2; j <= at + 7; j++) {
    const token = tokens[j];
    if (token === undefined || token.mark || isA(token, 'train')) return false;
    if (isLearningSystem(tokens, j)) return true;
  }
  return false;
}

function recipientsBetween(reading: Reading, from: number, to: number): string[] {
  const found = new Set<string>();
  for (let j = Math.max(0, from); j < Math.min(to, reading.tokens.length); j++) {
    const hit = PARTIES.find(([name]) => isA(reading.tokens[j], name));
    if (makesModels(reading, j)) found.add('model-providers');
    else if (hit) found.add(hit[1]);
  }
  return [...found];
}

// Also in the sentence before: "Partners receive reviews. They may …"
const BEFORE_THEM = 40;

/** Whom "they" means stands before it. */
function named(reading: Reading, at: number, act: ReadAct): string[] {
  const here = recipientsBetween(reading, at, at + 3);
  if (here.length > 0) return here;
  const earlier = recipientsBetween(reading, act.at - BEFORE_THEM, at);
  if (earlier.length > 0) return earlier;
  // "We license it to companies that train …": whoever they are
  return reading.tokens.slice(Math.max(0, at - BEFORE_THEM), at).some((token) => isA(token, 'share'))
    ? ['partners']
    : [];
}

/** "made available to universities for the development of AI": to somebody, for their learning. */
function isGivenFor({ tokens }: Reading, shared: number, act: ReadAct): boolean {
  const to = tokens.findIndex(({ word }, i) => i > shared && i <= shared + 3 && word === 'to');
  if (to < 0 || to >= act.at || /^(?:us|our|you|the|train|improve|develop|help)$/.test(tokens[to + 1]?.word ?? ''))
    return false;
  let link = act.at - 1;
  while (/^(?:the|their|of|purposes?)$/.test(tokens[link]?.word ?? '')) link--;
  return (
    tokens[link]?.word === 'for' && !tokens.slice(to, act.at).some((token) => isA(token, 'we') || isA(token, 'us'))
  );
}

function recipients(reading: Reading, act: ReadAct): string[] {
  const { party, at } = act.actor;
  if (party === 'others' || party === 'affiliates' || party === 'providers') return named(reading, at, act);
  if (party === 'person') return [];
  const start = Math.max(0, act.at - 30);
  let shared = -1;
  for (let j = act.at - 1; j >= start; j--) {
    if (reading.tokens[j]?.word === '.') break;
    if (isA(reading.tokens[j], 'share')) shared = j;
  }
  if (shared < 0 || (party === 'platform' && at > shared)) return [];
  const found = recipientsBetween(reading, shared, act.at);
  // "made available to AI companies for training their models"
  const isTheirs = reading.tokens.slice(act.at, act.object).some(({ word }) => word === 'their');
  // "disclosed to universities, which use it to train"
  if (found.length === 0 && isGivenFor(reading, shared, act)) return ['partners'];
  const isRelative = reading.tokens.slice(shared, act.at).some(({ word }) => word === 'which' || word === 'who');
  return found.length > 0 || !(isTheirs || (isRelative && party === 'platform')) ? found : ['partners'];
}

export const sharesForTraining: Rule = {
  id: 'shares-for-training',
  version: 6,
  topic: 'ai-training',
  examples: {
    match: [
      { text: 'Our affiliates may use the information we share with them to train their AI models.' },
      { text: 'Partners who license our archive may train their models on it.' },
      { text: 'We share your posts with our affiliates so that they can train their AI models.' },
      {
        text: 'We may give recordings to the companies whose models we use so that they can train theirs.',
      },
      { text: 'Third parties may use your content to train their artificial intelligence models.' },
      { leadIn: 'We share your plans with:', text: 'AI companies, which use them to train their models' },
      { text: 'Partners receive your reviews. They may use them to train their AI models.' },
      { text: 'We share plans with our affiliate Westmill, so that Westmill can train its models.' },
      { text: 'If you do not object, recipients of the recordings may use them to train their own models.' },
      { text: 'If you do not opt out, those who receive it, our partners, may use your posts to train their models.' },
    ],
    not: [
      { text: 'We share your posts with our affiliates to show you ads.' },
      { text: 'Third parties may not use your content to train AI models.' },
      { text: 'We train our models on your posts.' },
      { text: 'Researchers may use the corpus to train language models.' },
    ],
  },
  read: (reading) =>
    reading.acts
      .filter((act) => act.isOwn && !act.forbidden && act.polarity === 'affirmed')
      .filter((act) => isHandedOver(reading, act) && !isOfLiability(reading, act))
      .flatMap((act) => recipients(reading, act))
      .map((to) => ({ fact: `shares-for-training:${to}`, from: reading.own, to: reading.tokens.length })),
};
