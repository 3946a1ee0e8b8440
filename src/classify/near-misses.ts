import type { Block, PolicyText } from '../domain/block.ts';
import { cutQuote } from './cut-quote.ts';
import { isAboutData } from './is-about-data.ts';
import type { CompiledLexicon } from './lexicon/compile-lexicon.ts';
import type { WordClass } from './lexicon/lexicon.ts';
import { ownWord, type ReadAct, type Reading, readStatement } from './reading.ts';
import { RULES } from './rules/index.ts';
import { usesData } from './rules/uses-data.ts';
import { cachedTokenReader, statementsOf } from './statements.ts';
import { isA } from './tokens.ts';

/** A sentence that comes close to stating a fact, and why it does not count. */
export interface NearMiss {
  readonly side: 'before' | 'after';
  readonly block: number;
  readonly quote: string;
  readonly reason: string;
}

function whyNoFact(reading: Reading, act: ReadAct): string {
  if (act.polarity === 'wish') return 'names a wish or a condition, and states nothing';
  if (act.actor.party === 'person') return 'speaks of what people do themselves';
  if (!usesData(reading, act)) return 'names no data of people that a system learns from';
  return 'what trains, on what, or whether it does, is not said';
}

// The first that fits is told; what they find only has to come near.
const LOOKALIKES: readonly (readonly [WordClass, (reading: Reading, at: number) => string | null])[] = [
  [
    'train',
    ({ tokens }, at) =>
      tokens.some((token, i) => Math.abs(i - at) <= 8 && (isA(token, 'people-taught') || isA(token, 'lesson')))
        ? 'it is people who are taught, or a course'
        : 'nothing that learns is named with it',
  ],
  [
    'model',
    ({ tokens }, at) =>
      isA(tokens[at - 1], 'model-not-before') || isA(tokens[at + 1], 'model-not-after')
        ? `“${tokens[at - 1]?.raw ?? ''} ${tokens[at]?.raw ?? ''}” is not a model that learns`
        : 'a model is named, but nothing that teaches it',
  ],
  ['opt-out', () => 'a way out of something else than training'],
  ['ai', () => '“AI” is part of a name, or named in passing'],
  ['ai-name', () => 'a product is named in passing'],
];

function reasonOf(reading: Reading): string | null {
  const { statement, acts } = reading;
  const [act] = acts.filter(({ isOwn }) => isOwn);
  if (act) return statement.text.endsWith('?') ? 'a question states nothing' : whyNoFact(reading, act);
  for (const [name, reason] of LOOKALIKES) {
    const at = ownWord(reading, name);
    if (at >= 0) return reason(reading, at);
  }
  return null;
}

// A sentence on AI that also has an act of teaching came close to more than it is told for.
function isTold(reading: Reading): boolean {
  const told = RULES.filter((rule) => rule.read(reading).length > 0);
  return told.some(({ topic }) => topic === 'ai-training') || (told.length > 0 && reading.acts.length === 0);
}

/** The sentences of a block that come close to stating a fact and state none. */
export function nearMissesIn(
  block: Block,
  { lexicon, text }: { readonly lexicon: CompiledLexicon; readonly text: PolicyText },
): Omit<NearMiss, 'side' | 'block'>[] {
  const statements = statementsOf(block, {
    read: cachedTokenReader(lexicon),
    lexicon,
    isTriggered: () => true,
    readAll: true,
    language: text.language,
    aboutData: isAboutData(text),
  });
  const misses: Omit<NearMiss, 'side' | 'block'>[] = [];
  let previous: Reading | null = null;
  for (const [i, statement] of statements.entries()) {
    const reading = readStatement(statement, previous, statements[i + 1]);
    previous = reading;
    if (!statement.text.endsWith('?') && isTold(reading)) continue;
    const reason = reasonOf(reading);
    if (reason !== null) misses.push({ quote: cutQuote(statement.text, 0, statement.text.length), reason });
  }
  return misses;
}
