import { dataKindsIn } from '../data-kinds.ts';
import type { ReadAct, Reading } from '../reading.ts';
import { isA } from '../tokens.ts';
import { perKind } from './act-scope.ts';
import { answerBelow, saidOfThis } from './answers.ts';
import { itemOfTraining } from './item-of-training.ts';
import { isOurDoing, wayOutAt } from './opt-out.ts';
import type { Finding, Rule } from './rule.ts';
import { usesData } from './uses-data.ts';
import { isPeoplesData } from './whose-data.ts';

const isPromise = (act: ReadAct): boolean => !act.forbidden && act.polarity === 'denied';

// "Our contracts do not authorise training on your files": we forbid it, whoever would do it.
const FORBIDDEN: ReadonlySet<ReadAct['actor']['party']> = new Set([
  'providers',
  'others',
  'affiliates',
  'platform',
] as const);

// "Our providers may not train on your data" promises so to those whose data it is.
const isForbiddenToOthers = ({ forbidden, actor }: ReadAct): boolean => forbidden && FORBIDDEN.has(actor.party);

/** Index of the first word that offers or mentions a way out, or -1. */
function firstWayOut(reading: Reading): number {
  const named = reading.tokens.findIndex(
    (token, i) => i >= reading.own && isA(token, 'opt-out') && !isOurDoing(reading.tokens, i),
  );
  const found = [named, wayOutAt(reading)].filter((i) => i >= 0);
  return found.length > 0 ? Math.min(...found) : -1;
}

// "Once you opt out, we do not …" is the way out, not a promise to all; "we do not, and you can ask …" is one.
function isForWhoOptsOut({ tokens }: Reading, act: ReadAct, wayOut: number): boolean {
  if (wayOut < 0) return false;
  const between = tokens.slice(act.at, wayOut);
  return !between.some(({ word }, i) => word === 'and' && between[i + 1]?.word === 'you');
}

const REACH_OF_LEFT_OUT = 12;

/** "We train on public songs, but not on your letters": what the second half leaves out. */
function leftOut(reading: Reading): Finding[] {
  const { tokens } = reading;
  const act = reading.acts.find(
    ({ isOwn, forbidden, polarity, actor }) =>
      isOwn && !forbidden && polarity === 'affirmed' && (actor.party === 'platform' || actor.party === 'unknown'),
  );
  if (!act) return [];
  const not = tokens.findIndex(
    ({ word }, i) =>
      i > act.at && word === 'not' && BUT.test(tokens[i - 1]?.word ?? '') && FROM.test(tokens[i + 1]?.word ?? ''),
  );
  if (not < 0) return [];
  const end = tokens.findIndex(({ word }, i) => i > not && /^[.;,]$/.test(word));
  const to = Math.min(end < 0 ? tokens.length : end, not + REACH_OF_LEFT_OUT);
  return dataKindsIn(tokens, not, to).map((kind) => ({ fact: `excludes:${kind}`, from: not, to }));
}

const BUT = /^(?:but|and|,)$/;
const FROM = /^(?:on|with|from)$/;

export const excludes: Rule = {
  id: 'excludes',
  version: 6,
  topic: 'ai-training',
  examples: {
    match: [
      { text: 'Messages between friends are never used to train our models.' },
      { text: 'We do not use your files to develop or improve AI.' },
      { text: "Your data isn't used for training our models." },
      { text: 'Our AI providers are not permitted to train their models on your data.' },
      { text: 'No customer data is used to train machine learning models.' },
      { text: 'The keyboard does not learn from the data you type.' },
      { text: 'We have decided against using your songs to train our models.' },
      { text: 'Training of AI with your songs: no.' },
      { text: 'Do you train AI on my songs? No.' },
      { headings: ['Are my songs used to train AI?'], text: 'No. We keep them for you.' },
      { text: 'We train our AI on what people share. Private messages are not used for this.' },
      { text: 'We train on public songs, but not on private messages.' },
      { text: 'The assistant reads your letters but does not learn from them.' },
      { text: "We don't train on it, whatever your recordings say." },
      { text: 'At no time do we train our AI on your songs.' },
      { text: 'We keep your songs out of AI training.' },
      { text: 'We have chosen not to train AI with your songs.' },
      { text: 'Your songs are stored without ever being used to train AI.' },
      { text: 'Your songs may not be used to train AI.' },
      { text: 'The licence does not allow us to train AI on your songs.' },
      { leadIn: 'We never use the following to train our models:', text: 'photos you post' },
      { headings: ['What we do not use to train AI'], text: 'Private chats', leadIn: 'These are:' },
      { leadIn: 'We will not use your recordings to:', text: 'train speech models' },
      { leadIn: 'We train our models on what you upload, with the exception of:', text: 'private messages' },
    ],
    not: [
      { text: 'We never sell data, and your songs may be used to train our AI.' },
      { text: 'There is no charge for this: our models learn from your songs.' },
      { text: 'Can I train a model on the songs here? No.' },
      { headings: ['Can I train AI on the songs here?'], text: 'No, you cannot.' },
      { text: 'We train our AI on what people share. If your songs are not to be used for this, tell us.' },
      { text: 'There is no way to keep your songs out of the training of our models.' },
      { text: 'Unless we have agreed to it in writing, no photo on this site may be used to train AI.' },
      { text: 'Unless otherwise agreed, Vendor reserves the right to use Customer Data to train its models.' },
      { text: "If you'd rather your songs weren't used to train our models, tell us." },
      { leadIn: 'We will not train our models on your notes, except on:', text: 'notes you send as feedback' },
      { leadIn: 'We do not use your drawings to train AI unless:', text: 'you mark a drawing as an example' },
      { leadIn: 'We use the following to train our models:', text: 'photos you post' },
      { leadIn: 'If you do not want us to train our models, you can:', text: 'delete your posts' },
      { text: 'We use your files to train our models.' },
      { text: 'If you do not want us to use your content to train our models, you can opt out.' },
      { text: 'You may not use our output to train other models.' },
      { text: 'We use data, including but not limited to posts, to train our models.' },
      { text: 'We do not sell your data, but we use it to train our models.' },
    ],
  },
  read: (reading) => {
    const wayOut = firstWayOut(reading);
    const found = reading.acts
      .filter((act) => act.isOwn && act.actor.party !== 'person' && !isForWhoOptsOut(reading, act, wayOut))
      .filter((act) =>
        isForbiddenToOthers(act) ? isPeoplesData(reading, act) : isPromise(act) && usesData(reading, act),
      )
      .flatMap((act) => perKind('excludes', reading, act));
    if (found.length > 0) return [...found, ...leftOut(reading)];
    const apart = leftOut(reading);
    if (apart.length > 0 || wayOut >= 0) return apart;
    const answered = [...answerBelow(reading, 'excludes'), ...saidOfThis(reading, 'excludes')];
    return answered.length > 0 ? answered : itemOfTraining(reading, 'excludes');
  },
};
