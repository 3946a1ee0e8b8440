/** What a word can be to the rules. One word may be several. */
const WORD_CLASSES = [
  'train',
  'improve',
  'improve-noun',
  'make',
  'gets-better',
  'better',
  'make-better',
  'learner',
  'model-if-taught',
  'ai-hint',
  'learn',
  'ingest',
  'ai',
  'ai-name',
  'model',
  'model-not-before',
  'model-not-after',
  'recognition',
  'ai-adjective-tail',
  'system',
  'ai-head',
  'ai-product',
  'text-mining',
  'people-taught',
  'lesson',
  'breaks-object',
  'use',
  'share',
  'hand-in',
  'we',
  'us',
  'you',
  'others',
  'providers',
  'affiliates',
  'partners',
  'buyers',
  'person-verb',
  'not',
  'not-a-denial',
  'ruled-out',
  'wish',
  'clause-break',
  'limit',
  'exception',
  'may',
  'will',
  'forbid',
  'forbid-others',
  'forbid-after',
  'compete',
  'uses-platform',
  'forbid-heading',
  'permit',
  'commitment',
  'stop',
  'opt-out',
  'opt-out-elsewhere',
  'choice',
  'consent',
  'this-use',
  'purpose',
  'scraping',
  'output',
  'data',
  'personal-data',
  'public',
  'content',
  'private-messages',
  'private',
  'talk',
  'ai-interactions',
  'profile',
  'usage-data',
  'voice-or-face',
  'customer-data',
  'third-party-data',
  'public-web',
  'deidentified-data',
  'human',
  'review',
  'past',
  'undo-not',
  'toggle',
  'form',
  'email',
  'settings',
  'minors',
  'adults',
  'business',
  'by-default',
  'automated-decision',
  'decision-effect',
  'automatic',
  'decision',
  'profiling',
  'biometric-inference',
  'analyse',
  'infer',
  'body-sign',
  'likeness',
  'synthetic',
  'label',
  'moderation',
  'personalisation',
  'disclaimer',
  'rule-for-people',
] as const;

export type WordClass = (typeof WORD_CLASSES)[number];

/**
 * The words of one language. An entry is one or more words in lower case; `stem/a/b` stands for the endings of a word
 * (`-` for none): "train/-/s/ed" is train, trains, trained. Hyphens are written as spaces: texts are read that way too.
 */
export interface Lexicon {
  /** BCP 47 primary subtag. */
  readonly language: string;
  readonly classes: Readonly<Record<WordClass, readonly string[]>>;
  /** Words that count only in these very letters ("AI" is not "ai" in "j'ai"). */
  readonly exactCase: readonly string[];
  /** Word beginnings without which no rule can find anything: what holds none of them is not read further. */
  readonly triggers: readonly string[];
  /** Region name → how it is written. */
  readonly regions: Readonly<Record<string, readonly string[]>>;
  /** Words before a region that turn it into an exception ("outside the"). */
  readonly outside: readonly string[];
  /** Words that carry no meaning of their own when they come or go. */
  readonly empty: readonly string[];
  readonly months: readonly string[];
  /** Months that are words besides: they count as such beside a number, in these very letters. */
  readonly monthsByNumber: readonly string[];
  /** Words behind which a number is a place in the document. */
  readonly numbered: readonly string[];
  /** Words that say the same as others, those drawn together above all: "we'll" is "we will", "don't" is "not". */
  readonly forms: Readonly<Record<string, string>>;
  /** Verbs that only help a denial: they carry nothing before "not". */
  readonly helpsDenial: readonly string[];
  /** Two words and what is written for them: [first, second, short]. */
  readonly abbreviations: readonly (readonly [string, string, string])[];
  /** Pairs of letters that are spelling only: [written, canonical]. */
  readonly spellings: readonly (readonly [string, string])[];
}
