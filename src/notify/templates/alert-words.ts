import type { Direction, FactChange, Severity, Topic } from '../../domain/fact.ts';

const DATA: Readonly<Record<string, string>> = {
  'personal-data': 'your personal data',
  'public-content': 'your public posts',
  'user-content': 'content you upload or write',
  'private-messages': 'your private messages',
  'ai-interactions': 'what you ask AI and what it answers',
  profile: 'your profile',
  'usage-data': 'how you use the service',
  'voice-or-face': 'your voice or face',
  'customer-data': 'data of business customers',
  'third-party-data': 'data about you from others',
  'public-web': 'what stands publicly on the web',
  'deidentified-data': 'de-identified data',
};

/** For subject lines, where every letter counts. */
const SHORT_DATA: Readonly<Record<string, string>> = {
  'personal-data': 'personal data',
  'public-content': 'public posts',
  'user-content': 'your content',
  'private-messages': 'private messages',
  'ai-interactions': 'AI chats',
  profile: 'profiles',
  'usage-data': 'usage data',
  'voice-or-face': 'voice or face',
  'customer-data': 'customer data',
  'third-party-data': 'data from others',
  'public-web': 'the public web',
  'deidentified-data': 'de-identified data',
};

/** Phrases for a subject line: `{}` takes the value; the second one is used where the fact went away. */
const SHORT: Readonly<Record<string, readonly [string, string]>> = {
  'trains-on': ['AI training on {}', 'no more AI training on {}'],
  excludes: ['no AI training on {}', 'promise dropped for {}'],
  'consent-required': ['consent for AI training', 'consent for AI training dropped'],
  'opt-out': ['way to refuse AI training', 'way to refuse AI training removed'],
  'shares-for-training': ['data shared for AI training', 'no more sharing for AI training'],
  'restricts-training': ['limits on AI training by others', 'fewer limits on AI training by others'],
  'permits-training': ['others may train AI', 'others may no longer train AI'],
  'forward-only': ['refusing does not undo AI training', 'note on past AI training dropped'],
  'human-review': ['people review data for AI', 'no more human review for AI'],
  'likeness-use': ['use of your likeness', 'no more use of your likeness'],
  'automated-decision': ['automated decisions', 'automated decisions dropped'],
  'biometric-inference': ['inference from face or voice', 'no more inference from face or voice'],
};

/** `trains-on:public-content` as its two halves; the value is "" where there is none. */
export function factParts(fact: string): { readonly kind: string; readonly value: string } {
  const [kind = '', value = ''] = fact.split(':', 2);
  return { kind, value };
}

/** What kind of data a value names, as the reader would say it. */
export function dataWords(value: string): string {
  return DATA[value] ?? 'your data';
}

/** Whose or what data a fact speaks of; null where it names none. */
export function dataOf(change: FactChange): string | null {
  const { kind, value } = factParts(change.fact);
  if (kind === 'likeness-use' || kind === 'biometric-inference') return dataWords('voice-or-face');
  return kind === 'trains-on' || kind === 'excludes' ? (DATA[value] ?? null) : null;
}

/** A fact change in a handful of words, for a subject line. */
export function shortWords(change: FactChange): string {
  const { kind, value } = factParts(change.fact);
  if (kind === 'opt-out' && value === 'not-offered') {
    return change.effect === 'removed' ? 'refusing AI training' : 'no way to refuse AI training';
  }
  if (kind === 'opt-out' && change.before?.fact === 'consent-required')
    return 'refusing instead of consent to AI training';
  const known = SHORT[kind];
  if (known === undefined) return change.topic === 'ai-training' ? 'AI training' : 'AI';
  const phrase = change.effect === 'removed' ? known[1] : known[0];
  const words = phrase.replace('{}', SHORT_DATA[value] ?? 'your data');
  return change.effect === 'reworded' ? `${words}, reworded` : words;
}

export const TOPIC_WORDS: Readonly<Record<Topic, string>> = { 'ai-training': 'AI training', 'ai-other': 'AI' };

export const SEVERITY_WORDS: Readonly<Record<Severity, string>> = {
  critical: 'Critical',
  high: 'High',
  medium: 'Medium',
  low: 'Low',
  none: 'For information',
};

export const DIRECTION_WORDS: Readonly<Record<Direction, string>> = {
  'less-protective': 'less protection for people',
  'more-protective': 'more protection for people',
  neutral: 'neither better nor worse for people',
};
