import type { Fact, FactChange, Modality } from '../../domain/fact.ts';
import { clip, visibleText } from '../visible-text.ts';
import { dataWords, factParts } from './alert-words.ts';

/** How a clause goes on after "says"; `can` puts a verb behind "it" according to the modality. */
type Clause = (value: string, can: (plain: string, third: string) => string) => string;

const WAYS: Readonly<Record<string, string>> = {
  toggle: 'you can refuse AI training by a switch',
  form: 'you can refuse AI training by a form',
  email: 'you can refuse AI training by e-mail',
  'account-setting': 'you can refuse AI training in your settings',
  'not-offered': 'you cannot refuse AI training',
};

const RECEIVERS: Readonly<Record<string, string>> = {
  affiliates: 'affiliates',
  partners: 'partners or other third parties',
  buyers: 'buyers of data',
  'model-providers': 'providers of AI models',
};

const THINGS: Readonly<Record<string, string>> = {
  scraping: 'with what they scrape from it',
  content: 'with its content',
  output: 'with the output of its AI',
  'model-providers': 'as providers of its AI models',
};

const CLAUSES: Readonly<Record<string, Clause>> = {
  'trains-on': (value, can) => `it ${can('train', 'trains')} AI on ${dataWords(value)}`,
  excludes: (value) => `it does not train AI on ${dataWords(value)}`,
  'consent-required': () => 'it trains AI only with consent',
  'opt-out': (value) => WAYS[value] ?? 'you can refuse AI training',
  'shares-for-training': (value, can) =>
    `it ${can('let', 'lets')} ${RECEIVERS[value] ?? 'others'} train AI with the data`,
  'restricts-training': (value) => `others may not train AI ${THINGS[value] ?? 'with it'}`,
  'permits-training': (value) => `others may train AI ${THINGS[value] ?? 'with it'}`,
  'forward-only': () => 'refusing does not undo AI training that took place',
  'human-review': () => 'people may look at data to improve its AI',
  'likeness-use': (_value, can) => `it ${can('use', 'uses')} your likeness with AI`,
  'automated-decision': (_value, can) =>
    `it ${can('decide', 'decides')} about people or ${can('profile', 'profiles')} them automatically`,
  'biometric-inference': (_value, can) =>
    `it ${can('recognise', 'recognises')} or ${can('infer', 'infers')} things from faces or voices`,
  'ai-label': () => 'AI-made content is labelled',
  'ai-feature': () => 'it offers AI features',
  'ai-content-rules': () => 'there are rules for AI-made content',
  'ai-moderation': (_value, can) => `it ${can('moderate', 'moderates')} content by AI`,
  'ai-personalisation': (_value, can) => `it ${can('personalise', 'personalises')} by AI`,
  'ai-disclaimer': () => 'its AI can be wrong or is not answered for',
};

function verb(modality: Modality | undefined): (plain: string, third: string) => string {
  return (plain, third) => (modality === 'may' || modality === 'will' ? `${modality} ${plain}` : third);
}

/** For whom and where a fact holds; "" where it names nobody and no place. */
export function conditionsOf(fact: Fact | null): string {
  const putOff = fact?.putOff ? ['put off for now'] : [];
  return clip([...putOff, ...(fact?.subjects ?? []), ...(fact?.regions ?? [])].map(visibleText).join(', '), 80);
}

function clauseOf(fact: Fact | null): string | null {
  if (fact === null) return null;
  const { kind, value } = factParts(fact.fact);
  const clause = CLAUSES[kind];
  if (clause === undefined) return null;
  const conditions = conditionsOf(fact);
  return `${clause(value, verb(fact.modality))}${conditions === '' ? '' : ` (${conditions})`}`;
}

/**
 * A fact change in plain words, to follow the platform's name: "now says it may train AI on your private messages".
 * `describe` names facts that this vocabulary does not know.
 */
export function sayChange(change: FactChange, describe: (change: FactChange) => string): string {
  const [before, after] = [clauseOf(change.before), clauseOf(change.after)];
  if (before === null && after === null) return `changed what it says: ${clip(visibleText(describe(change)), 300)}`;
  if (before === null) return `now says ${after}`;
  if (after === null) {
    const { kind, value } = factParts(change.fact);
    return kind === 'excludes'
      ? `no longer promises not to train AI on ${dataWords(value)}`
      : `no longer says ${before}`;
  }
  if (before !== after) return `now says ${after}; before, it said ${before}`;
  const sense =
    change.direction === 'neutral'
      ? ''
      : `, with ${change.direction === 'less-protective' ? 'less' : 'more'} protection`;
  return `says in other words that ${after}${sense}`;
}
