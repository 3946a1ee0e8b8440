import type { WordClass } from '../lexicon/lexicon.ts';
import { has, ownWord, type Reading } from '../reading.ts';
import { aiMentions, findingAt } from './ai-mentions.ts';
import type { Example, Rule } from './rule.ts';

interface Kind {
  readonly fact: string;
  readonly when: (reading: Reading) => boolean;
  readonly match: readonly Example[];
  readonly not: readonly Example[];
}

const says = (name: WordClass) => (reading: Reading) => ownWord(reading, name) >= 0;
const forbids = (reading: Reading) =>
  has(reading, 'forbid') ||
  has(reading, 'rule-for-people') ||
  reading.statement.headings.some((h) => h.some((t) => t.classes.has('forbid-heading')));

const SHOWS = /^(?:generat|creat|appear|show|clon|replica|avatar|advert|promot|depict|ads?$|synthe|digitally|imitat)/;

// "AI features use your voice": only where something is made or shown with it.
function isLikenessShown({ tokens, own }: Reading): boolean {
  const words = tokens.slice(own);
  const likeness = words.findIndex((token) => token.classes.has('likeness'));
  if (likeness < 0) return false;
  const named = words.some((token) => token.classes.has('likeness') && !/^(?:your|face|voice|image)$/.test(token.word));
  return named || words.some(({ word }, i) => SHOWS.test(word) && words[i - 1]?.classes.has('ai') !== true);
}

/** What a sentence about AI is about, the most telling first; the last takes what is left. */
const KINDS: readonly Kind[] = [
  {
    fact: 'likeness-use',
    when: (reading) => isLikenessShown(reading) && !forbids(reading),
    match: [{ text: 'AI features may show your likeness in pictures made for your friends.' }],
    not: [
      { text: 'AI features use your voice as a prompt.' },
      { text: 'AI helps you write captions.' },
      { text: 'You must not post AI images of the likeness of others.' },
    ],
  },
  {
    fact: 'ai-label',
    when: (reading) => says('label')(reading) && !says('share')(reading),
    match: [{ text: 'Realistic videos made with AI must be labelled.' }],
    not: [{ text: 'Our AI assistant answers questions.' }],
  },
  {
    fact: 'ai-disclaimer',
    when: says('disclaimer'),
    match: [{ text: 'Answers of the AI assistant may be inaccurate.' }],
    not: [{ text: 'Our AI assistant answers questions.' }],
  },
  {
    fact: 'ai-moderation',
    when: says('moderation'),
    match: [
      { text: 'We use machine learning to detect spam.' },
      { text: 'We use automated systems to detect and prevent fraud.' },
    ],
    not: [{ text: 'We use machine learning to sort your photos.' }],
  },
  {
    fact: 'ai-personalisation',
    when: says('personalisation'),
    match: [{ text: 'We use AI to recommend songs.' }],
    not: [{ text: 'We use AI to transcribe speech.' }],
  },
  {
    fact: 'ai-content-rules',
    when: forbids,
    match: [{ text: 'Do not post AI-generated pictures of real people.' }],
    not: [{ text: 'We offer an AI assistant.' }],
  },
  {
    fact: 'ai-feature',
    when: () => true,
    match: [{ text: 'We offer an AI assistant.' }, { text: 'Some features use generative models.' }],
    not: [{ text: 'We offer a personal trainer.' }, { text: 'PNG SVG AI' }, { text: "J'ai un compte." }],
  },
];

/** One rule a kind; a sentence is of the first kind that fits. */
export const aiMentionRules: readonly Rule[] = KINDS.map((kind, place) => ({
  id: kind.fact,
  version: 2,
  topic: 'ai-other',
  examples: { match: kind.match, not: kind.not },
  read: (reading: Reading) => {
    const mentions = aiMentions(reading);
    if (mentions.length === 0 || !kind.when(reading)) return [];
    return KINDS.slice(0, place).some((earlier) => earlier.when(reading)) ? [] : findingAt(kind.fact, mentions);
  },
}));
