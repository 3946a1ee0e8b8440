import { readFacts } from '../../../src/classify/read-facts.ts';
import type { Block } from '../../../src/domain/block.ts';
import type { Phrasing } from './phrasing.ts';

// Each of these presumes that training takes place, of something: that may be told besides.
const PRESUMES_TRAINING = [
  'opt-out',
  'consent-required',
  'excludes',
  'shares-for-training',
  'forward-only',
  'human-review',
];

const kindOf = (fact: string): string => fact.split(':')[0] as string;

function factsOf({ headings = [], leadIn, text }: Phrasing, wanted: readonly string[]): string[] {
  const kind = leadIn === undefined ? 'paragraph' : 'list-item';
  const block: Block = { kind, text, headingPath: headings, leadIn: leadIn ?? null, links: [] };
  const facts = readFacts({ title: '', language: 'en', blocks: [block] });
  const training = facts.filter(({ topic }) => topic === 'ai-training').map(({ fact }) => fact);
  if (training.length > 0 || facts.length === 0) return training;
  const named = facts.map(({ fact }) => fact).filter((fact) => wanted.includes(fact));
  return named.length > 0 ? named : ['ai-other'];
}

export interface Said {
  readonly expected: ReadonlySet<string>;
  readonly found: ReadonlySet<string>;
}

/** What a phrasing should say and what was read in it: in whole facts where it names whole facts, else in kinds. */
export function said(phrasing: Phrasing): Said {
  const wanted = phrasing.says.split(' ').filter(Boolean);
  const found = factsOf(phrasing, wanted);
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
