import { describe, expect, it } from 'vitest';
import { readFacts } from '../../src/classify/read-facts.ts';
import type { Block } from '../../src/domain/block.ts';
import { CLOSE_CALLS } from './phrasings/close-calls.ts';
import { FALSE_FRIENDS } from './phrasings/false-friends.ts';
import { INDUSTRIES } from './phrasings/industries.ts';
import { LEGALESE } from './phrasings/legalese.ts';
import { NEITHER } from './phrasings/neither.ts';
import type { Phrasing } from './phrasings/phrasing.ts';
import { PLAIN_WORDS } from './phrasings/plain-words.ts';
import { REFUSES } from './phrasings/refuses.ts';
import { TRAINS } from './phrasings/trains.ts';

// Each of these presumes that training takes place, of something: that may be told besides.
const PRESUMES_TRAINING = [
  'opt-out',
  'consent-required',
  'excludes',
  'shares-for-training',
  'forward-only',
  'human-review',
];

function factsOf({ headings = [], leadIn, text }: Phrasing): string[] {
  const kind = leadIn === undefined ? 'paragraph' : 'list-item';
  const block: Block = { kind, text, headingPath: headings, leadIn: leadIn ?? null, links: [] };
  const facts = readFacts({ title: '', language: 'en', blocks: [block] });
  const training = facts.filter(({ topic }) => topic === 'ai-training').map(({ fact }) => fact);
  return training.length > 0 || facts.length === 0 ? training : ['ai-other'];
}

const kindOf = (fact: string): string => fact.split(':')[0] as string;

/** What is said, in whole facts where the phrasing names whole facts, else in kinds. */
function said(phrasing: Phrasing): { expected: Set<string>; found: Set<string> } {
  const wanted = phrasing.says.split(' ').filter(Boolean);
  const found = factsOf(phrasing);
  const implied = wanted.some((fact) => PRESUMES_TRAINING.includes(kindOf(fact)));
  const isFree = (kind: string): boolean =>
    kind === 'trains-on' && implied && !wanted.some((one) => kindOf(one) === kind);
  const kinds = new Set(found.map(kindOf).filter((kind) => !isFree(kind)));
  const named = wanted.filter((fact) => fact.includes(':') && found.includes(fact));
  return {
    expected: new Set(wanted.flatMap((fact) => [kindOf(fact), ...(fact.includes(':') ? [fact] : [])])),
    found: new Set([...kinds, ...named, ...wanted.filter((fact) => found.some((one) => kindOf(one) === fact))]),
  };
}

describe.each([
  ['that somebody trains', TRAINS],
  ['what is refused, forbidden or left to choose', REFUSES],
  ['neither', NEITHER],
  ['something in plain words', PLAIN_WORDS],
  ['something in the long sentences of contracts', LEGALESE],
  ['something close to the line', CLOSE_CALLS],
  ['something in the manner of its line of business', INDUSTRIES],
])('a sentence that says %s', (_, list) => {
  it.each(list.map((one) => [[one.headings, one.leadIn, one.text].flat().filter(Boolean).join(' › '), one] as const))(
    '%s',
    (__, phrasing) => {
      const { expected, found } = said(phrasing);
      expect(found).toEqual(expected);
    },
  );
});

describe.each(['Privacy Policy', 'Terms of Service'])('in a document called %s', (title) => {
  it.each(FALSE_FRIENDS)('this says nothing of training: %s', (text) => {
    const block: Block = { kind: 'paragraph', text, headingPath: [], leadIn: null, links: [] };
    const facts = readFacts({ title, language: 'en', blocks: [block] });
    expect(facts.filter(({ topic }) => topic === 'ai-training')).toEqual([]);
  });
});
