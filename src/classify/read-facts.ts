import type { PolicyText } from '../domain/block.ts';
import type { Fact } from '../domain/fact.ts';
import { lexiconFor } from './lexicon/lexicon-for.ts';
import { factReaderFor } from './read-findings.ts';

/**
 * All facts a document states, in reading order, each with the sentence that states it. Pure. A text in a language
 * without a lexicon states none.
 */
export function readFacts(text: PolicyText): readonly Fact[] {
  const lexicon = lexiconFor(text.language);
  if (!lexicon) return [];
  const reader = factReaderFor(lexicon);
  return reader
    .read(reader.prepare(text))
    .filter(({ isBare }) => !isBare)
    .map(({ fact }) => fact);
}
