import { readFacts } from '../../../../src/classify/read-facts.ts';
import type { Phrasing } from '../phrasing.ts';

/** True if exactly the kinds of data that it names are read as used, and as left out. */
export function readsKinds({ says, text }: Phrasing): boolean {
  const block = { kind: 'paragraph' as const, text, headingPath: [], leadIn: null, links: [] };
  const facts = readFacts({ title: '', language: 'en', blocks: [block] }).map(({ fact }) => fact);
  const found = new Set(facts.filter((fact) => /^(?:trains-on|excludes):/.test(fact)));
  return found.symmetricDifference(new Set(says.split(' '))).size === 0;
}
