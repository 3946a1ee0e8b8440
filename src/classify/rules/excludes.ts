import { dataKindsIn } from '../data-kinds.ts';
import type { ReadAct, Reading } from '../reading.ts';
import { isA, type Token } from '../tokens.ts';
import { perKind } from './act-scope.ts';
import { answerBelow, saidOfThis } from './answers.ts';
import { itemOfTraining } from './item-of-training.ts';
import { isOffAnyway, isOurDoing, wayOutAt } from './opt-out.ts';
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
    (token, i) =>
      i >= reading.own && isA(token, 'opt-out') && !isOurDoing(reading.tokens, i) && !isOffAnyway(reading.tokens, i),
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

const REACH_OF_EXCEPTION = 8;
const CLAUSE_ENDS = /^(?:[.;:]|but|unless|if|we)$/;

// "… on public posts, but not on private messages", "never with personal data"
function isTurnedAway(tokens: readonly Token[], at: number): boolean {
  return (
    /^(?:not|never)$/.test(tokens[at]?.word ?? '') &&
    /^(?:,|but|and)$/.test(tokens[at - 1]?.word ?? '') &&
    /^(?:on|with|from|using)$/.test(tokens[at + 1]?.word ?? '')
  );
}

/** The data that a use leaves out: "We train on what you post, except private messages." */
function leftOut(reading: Reading): Finding[] {
  const { tokens, own } = reading;
  if (!tokens.some((token, i) => i >= own && (isA(token, 'exception') || isTurnedAway(tokens, i)))) return [];
  const isUsed = ({ isOwn, forbidden, polarity, actor: { party } }: ReadAct): boolean =>
    isOwn && !forbidden && polarity === 'affirmed' && (party === 'platform' || party === 'unknown');
  const uses = reading.acts.filter((act) => isUsed(act) && usesData(reading, act));
  if (uses.length === 0) return [];
  const found: Finding[] = [];
  for (let at = own; at < tokens.length; at++) {
    const isBehind = uses.some((act) => act.at < at);
    if (!(isBehind && isTurnedAway(tokens, at)) && !(isA(tokens[at], 'exception') && (isBehind || at === own)))
      continue;
    let to = at + 1;
    while (to < tokens.length && to - at <= REACH_OF_EXCEPTION && !CLAUSE_ENDS.test(tokens[to]?.word ?? '')) {
      if (at === own && tokens[to]?.word === ',') break;
      to++;
    }
    found.push(...dataKindsIn(tokens, at, to).map((kind) => ({ fact: `excludes:${kind}`, from: at, to })));
  }
  return found;
}

export const excludes: Rule = {
  id: 'excludes',
  version: 12,
  topic: 'ai-training',
  examples: {
    match: [
      { text: 'Your photos are never used for training. Our AI models are trained on public works.' },
      { text: 'Data of schools is opted out of model training by default.' },
      { text: 'We train our models on public reviews, but not on private messages.' },
      { text: 'Except for private messages, we use what you write to train our models.' },
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
      { text: 'As regulators asked, we are delaying our plans to use your information to improve our AI.' },
      { text: 'We cannot guarantee that other sites will not use your songs to train AI models.' },
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
      { text: 'You allow us to use content that is not personal data to improve our models.' },
      { text: 'We use your files to train our models, except where the law forbids it.' },
      { text: 'Once you turn private mode on, your chats are not used to train our models.' },
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
    found.push(...leftOut(reading));
    if (found.length > 0 || wayOut >= 0) return found;
    const answered = [...answerBelow(reading, 'excludes'), ...saidOfThis(reading, 'excludes')];
    return answered.length > 0 ? answered : itemOfTraining(reading, 'excludes');
  },
};
