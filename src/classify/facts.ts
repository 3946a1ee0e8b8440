import type { Topic } from '../domain/fact.ts';
import { DATA_KINDS } from './data-kinds.ts';

export interface FactEntry {
  /** "kind" or "kind:value". */
  readonly fact: string;
  readonly topic: Topic;
  /** A short phrase for people: "trains AI on public content". */
  readonly phrase: string;
  /** What its appearing means for the person whose data it is. */
  readonly added: 'less-protective' | 'more-protective' | 'neutral';
}

type Row = readonly [fact: string, phrase: string];

const KIND_PHRASES: Record<(typeof DATA_KINDS)[number], string> = {
  'personal-data': 'personal data',
  'public-content': 'public content',
  'user-content': 'content people upload',
  'private-messages': 'private messages',
  'ai-interactions': 'conversations with AI',
  profile: 'profiles',
  'usage-data': 'usage data',
  'voice-or-face': 'voices or faces',
  'customer-data': 'data of business customers',
  'third-party-data': 'data from third parties',
  'public-web': 'the public web',
  'deidentified-data': 'de-identified data',
};

const entries = (topic: Topic, added: FactEntry['added'], rows: readonly Row[]): FactEntry[] =>
  rows.map(([fact, phrase]) => ({ fact, topic, phrase, added }));

const perKind = (fact: string, phrase: string): Row[] =>
  DATA_KINDS.map((kind) => [`${fact}:${kind}`, `${phrase} ${KIND_PHRASES[kind]}`]);

const OTHERS: readonly Row[] = [
  ['affiliates', 'affiliates'],
  ['partners', 'partners or other third parties'],
  ['buyers', 'buyers of data'],
  ['model-providers', 'providers of AI models'],
];

const THINGS: readonly Row[] = [
  ['scraping', 'with scraped content'],
  ['content', 'with its content'],
  ['output', 'with its output'],
  ['model-providers', 'as a provider of AI models'],
];

/** Everything a document can be found to say; the same table stands in docs/reference/facts.md. */
export const FACTS: readonly FactEntry[] = [
  ...entries('ai-training', 'less-protective', perKind('trains-on', 'trains AI on')),
  ...entries('ai-training', 'more-protective', perKind('excludes', 'does not train AI on')),
  ...entries('ai-training', 'more-protective', [
    ['consent-required', 'trains AI only with consent'],
    ['opt-out:toggle', 'opt-out from AI training by a switch'],
    ['opt-out:form', 'opt-out from AI training by a form'],
    ['opt-out:email', 'opt-out from AI training by e-mail'],
    ['opt-out:account-setting', 'opt-out from AI training in the settings'],
    ['opt-out:unspecified', 'opt-out from AI training'],
  ]),
  ...entries('ai-training', 'less-protective', [['opt-out:not-offered', 'no opt-out from AI training']]),
  ...entries(
    'ai-training',
    'less-protective',
    OTHERS.map(([to, phrase]) => [`shares-for-training:${to}`, `lets ${phrase} train AI with the data`]),
  ),
  ...entries(
    'ai-training',
    'more-protective',
    THINGS.map(([what, phrase]) => [`restricts-training:${what}`, `forbids others to train AI ${phrase}`]),
  ),
  ...entries(
    'ai-training',
    'less-protective',
    THINGS.map(([what, phrase]) => [`permits-training:${what}`, `allows others to train AI ${phrase}`]),
  ),
  ...entries('ai-training', 'less-protective', [
    ['forward-only', 'refusing does not undo past AI training'],
    ['human-review', 'people review data to improve AI'],
  ]),
  ...entries('ai-other', 'less-protective', [
    ['likeness-use', "uses people's likeness with AI"],
    ['automated-decision', 'automated decisions or profiling'],
    ['biometric-inference', 'recognises or infers from faces or voices'],
  ]),
  ...entries('ai-other', 'more-protective', [
    ['ai-label', 'labels for AI-made content'],
    ['no-automated-decision', 'no automated decisions or profiling'],
    ['no-biometric-inference', 'does not recognise or infer from faces or voices'],
  ]),
  ...entries('ai-other', 'neutral', [
    ['ai-feature', 'AI features'],
    ['ai-content-rules', 'rules on AI-made content'],
    ['ai-moderation', 'moderation by AI'],
    ['ai-personalisation', 'personalisation by AI'],
    ['ai-disclaimer', 'disclaimer about AI'],
  ]),
];

const byName = new Map(FACTS.map((entry) => [entry.fact, entry]));

/** The entry of a fact; undefined for one that is not in the vocabulary. */
export function factEntry(fact: string): FactEntry | undefined {
  return byName.get(fact);
}
