import { dataKindsIn } from '../data-kinds.ts';
import { isSaidByOthers } from '../kind-in-context.ts';
import { headingTrains, type ReadAct, type Reading } from '../reading.ts';
import { isA } from '../tokens.ts';
import { perKind, scopeOf } from './act-scope.ts';
import { answerBelow, saidOfThis } from './answers.ts';
import { itemOfTraining } from './item-of-training.ts';
import { wayOutAt } from './opt-out.ts';
import type { Finding, Rule } from './rule.ts';
import { usesData } from './uses-data.ts';

function saysSo(act: ReadAct, reading: Reading): boolean {
  if (!act.isOwn || act.forbidden || (act.polarity === 'denied' && !isForOthers(act, reading))) return false;
  if (act.actor.party !== 'platform' && act.actor.party !== 'unknown') return false;
  return usesData(reading, act) && !isTaughtByReviewers(reading, act);
}

/** "Once you opt out, your posts are not used": those of all others are. */
function isForOthers(act: ReadAct, reading: Reading): boolean {
  const wayOut = wayOutAt(reading);
  return wayOut >= 0 && wayOut < act.at;
}

/** "What our moderators' feedback teaches the systems": nobody's data is named. */
function isTaughtByReviewers(reading: Reading, act: ReadAct): boolean {
  const { from, to } = scopeOf(reading, act);
  const start = Math.max(from, reading.own);
  return isSaidByOthers(reading.tokens, start, to) && dataKindsIn(reading.tokens, start, to).length === 0;
}

const OPENING = 4;

/** "We train our models. For this purpose we use your posts.": what the training uses, told behind it. */
function usedForThis(reading: Reading): Finding[] {
  const { tokens, own, followsTraining } = reading;
  if (!followsTraining || reading.acts.length > 0) return [];
  const words = tokens.slice(own);
  const isPurpose = words.slice(0, OPENING).some((token, i) => isA(token, 'purpose') && isA(words[i - 1], 'this-use'));
  const use = words.findIndex((token) => isA(token, 'use') && !isA(token, 'purpose'));
  if (!isPurpose || use < 0 || words.some((token) => isA(token, 'not') && !isA(token, 'not-a-denial'))) return [];
  return dataKindsIn(tokens, own + use, tokens.length).map((kind) => ({
    fact: `trains-on:${kind}`,
    from: own,
    to: tokens.length,
  }));
}

const WE_USE = /^(?:use|process|rely|draw)$/;

/** Under "How we train our models": "We use pictures that our members have shared." */
function usedUnderHeading({ tokens, own, acts, statement }: Reading): Finding[] {
  const heading = statement.headings.at(-1);
  if (acts.length > 0 || heading === undefined || !headingTrains(heading)) return [];
  const words = tokens.slice(own);
  const use = words.findIndex((token, i) => WE_USE.test(token.word) && i <= OPENING && isA(words[i - 1], 'we'));
  if (use < 0 || words.some((token) => isA(token, 'not') && !isA(token, 'not-a-denial'))) return [];
  // "We use safeguards to protect your data" says what for: something else
  const purpose = words.findIndex(({ word }, i) => i > use && word === 'to');
  const end = purpose < 0 ? words.length : purpose;
  return dataKindsIn(tokens, own + use + 1, own + end).map((kind) => ({
    fact: `trains-on:${kind}`,
    from: own,
    to: tokens.length,
  }));
}

export const trainsOn: Rule = {
  id: 'trains-on',
  version: 12,
  topic: 'ai-training',
  examples: {
    match: [
      { text: 'While we use bookings to train our models, we do not use your letters for this purpose.' },
      { text: 'We are delaying our change to the use of your data to train AI.' },
      { text: 'We may use the photos you share to improve our machine-learning systems.' },
      { leadIn: 'We use your information to:', text: 'train our models' },
      { headings: ['Develop and improve AI'], text: 'Public content you share', leadIn: 'We use:' },
      { text: 'Your prompts help us fine-tune the language models behind the assistant.' },
      { text: 'The information we collect is used to develop and improve our algorithms.' },
      { text: 'This licence includes the right to use your posts for training artificial intelligence.' },
      { text: 'We train artificial intelligence. For this purpose we use your profile and your posts.' },
      { leadIn: 'To improve the language models behind our helper, we use:', text: 'pictures that you have sent' },
      { text: 'We do not sell your data, but we use it to train our models.' },
      { text: 'If you object, your posts will no longer be used to train our models.' },
      { headings: ['Purposes: improving our models'], text: 'To that end we build and improve AI models.' },
      { leadIn: 'We will not train our models on your notes, except on:', text: 'notes you send as feedback' },
      { headings: ['How we train our models'], text: 'We use pictures that members have shared.' },
      { text: 'We use your personal data to train our recommendation models.' },
      { text: 'Songs you upload become training data for our recommender.' },
      { text: 'We use your songs as examples for our models.' },
      { text: 'Your songs are the material from which our models are built.' },
      { text: 'We use your recordings so that our AI can learn.' },
      { text: 'The more songs you upload, the better our model becomes.' },
      { text: 'The engine is trained with your recordings.' },
      { text: 'We use your songs for the purpose of machine learning.' },
      { text: 'We use your songs to make our AI more helpful.' },
      { text: 'Your recordings help our AI learn.' },
      { text: 'Recordings are used so that our speech recognition keeps improving.' },
      { text: 'Do you use my songs to train AI? Yes.' },
      { headings: ['Are my songs used to train AI?'], text: 'Yes, they are.' },
      { text: 'We train our AI on what people share. Your public songs are used for this.' },
      { text: 'By uploading a map you let us use it as training material for tools that generate levels.' },
    ],
    not: [
      { text: 'Recognition in the cloud is more accurate than recognition on your device.' },
      { text: 'The course teaches machine learning with real data.' },
      { text: 'Your heart rate becomes training data for your coach.' },
      { headings: ['How we train our models'], text: 'We use encryption to protect your messages.' },
      { leadIn: 'To improve our language models, we use:', text: 'posts are not part of this' },
      { headings: ['How we train AI'], leadIn: 'Examples are:', text: 'Preparing drafts of messages' },
      { text: 'We train our staff. For this purpose we use your letters.' },
      { text: "Moderators' inputs are then used to train our filters." },
      { text: 'We do not use your messages to train our models.' },
      { text: 'We train our employees in the handling of personal data.' },
      { leadIn: 'You must not:', text: 'Copy. Use the output to train machine-learning models.' },
      { text: 'Rights in 3D models made with the app belong to the people who created such models.' },
      { text: 'Our business model depends on the data we collect.' },
      { text: 'We collect your device model and operating system to improve our services.' },
      { text: 'We use AI to improve our services.' },
      { text: 'You may not use our content to train AI models.' },
      { text: 'You can buy train tickets with the data in your profile.' },
      { text: 'We defend you against claims that data we use to train our models infringes the rights of others.' },
      { text: 'We use your answers to improve our services (but not to train our models).' },
      { text: '"Derived Model" means a model that was fine-tuned on output of our services.' },
      { text: 'We use your plans to train your own model, which nobody else can use.' },
      { text: 'We share plans with our affiliate Westmill, so that Westmill can train its models.' },
      { text: 'Nothing in these rules prevents you from fine-tuning our models on your texts.' },
      { text: 'Military training footage is removed.' },
      { text: 'We improve our products and services with the information you give us.' },
    ],
  },
  read: (reading) => {
    const found = reading.acts
      .filter((act) => saysSo(act, reading))
      .flatMap((act) => perKind('trains-on', reading, act));
    if (found.length > 0) return found;
    const item = itemOfTraining(reading, 'trains-on');
    if (item.length > 0) return item;
    const answered = [...answerBelow(reading, 'trains-on'), ...saidOfThis(reading, 'trains-on')];
    if (answered.length > 0) return answered;
    const heading = usedUnderHeading(reading);
    return heading.length > 0 ? heading : usedForThis(reading);
  },
};
