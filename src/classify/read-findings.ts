import type { Block, PolicyText } from '../domain/block.ts';
import type { Fact } from '../domain/fact.ts';
import { createBlockMemory } from './block-memory.ts';
import { conditionsOf } from './conditions.ts';
import { cutQuote } from './cut-quote.ts';
import { isAboutData } from './is-about-data.ts';
import type { CompiledLexicon } from './lexicon/compile-lexicon.ts';
import { headingTrains, type Reading, readStatement } from './reading.ts';
import { RULES } from './rules/index.ts';
import type { Finding, Rule } from './rules/rule.ts';
import { cachedTokenReader, statementsOf } from './statements.ts';
import { withTitleLines } from './title-lines.ts';
import { isA, type Token } from './tokens.ts';

/** A fact with what is needed to compare it: the words of its sentence, the same list for all facts of one, and which say it (`to` exclusive). */
export interface FoundFact {
  readonly fact: Fact;
  readonly words: readonly Token[];
  readonly from: number;
  readonly to: number;
  /** Those words as they are written. */
  readonly matched: string;
  /** It stands in a heading or a link of a menu, without a verb: the form of a sentence elsewhere, perhaps, but nothing stated. */
  readonly isBare: boolean;
  /** Only the sentence before it makes it a fact ("You can turn this off."). */
  readonly leansOnPrevious: boolean;
  /** Only what introduces it, a lead-in or a heading, makes it a fact ("Public posts" under "What trains our AI"). */
  readonly leansOnContext: boolean;
  /** The words of what introduces its sentence: a lead-in, or the sentence that says what "them" means. */
  readonly introduction: readonly Token[];
  /** How many exceptions and conditions its sentence makes. */
  readonly limits: number;
}

/** What one block says, without its place: equal for equal blocks, so that both versions share the work. */
type BlockFacts = readonly FoundFact[];

export interface FactReader {
  /** The text as it is read: with what serves as a heading made one. Block by block the same document. */
  prepare(text: PolicyText): PolicyText;
  /** All facts of a prepared document, or of the blocks that are wanted, in reading order. */
  read(text: PolicyText, isWanted?: (block: number) => boolean): FoundFact[];
}

/** "AI tutor" in a menu: an item that is nothing but a link. */
function isMenuItem({ kind, text, links, leadIn }: Block): boolean {
  return kind === 'list-item' && leadIn === null && links.some(({ start, end }) => start === 0 && end === text.length);
}

/** A heading or the name of a page, without a verb, names what stands below it or there and states nothing. */
function isBareName({ statement, tokens, own }: Reading): boolean {
  if (statement.block.kind !== 'heading' && !isMenuItem(statement.block)) return false;
  return !tokens.slice(own).some((token) => isA(token, 'we') || (isA(token, 'person-verb') && token.word !== 'using'));
}

function limitsIn(tokens: readonly Token[], own: number): number {
  const starts = (name: 'limit' | 'consent') => (token: Token, i: number) =>
    i >= own && isA(token, name) && !isA(tokens[i - 1], name);
  return tokens.filter(starts('limit')).length + tokens.filter(starts('consent')).length;
}

type FactInSentence = Omit<FoundFact, 'words'>;

function toFact(reading: Reading, rule: Rule, finding: Finding, lexicon: CompiledLexicon): FactInSentence {
  const { statement, tokens, own } = reading;
  const from = Math.max(own, finding.from);
  const to = Math.max(from + 1, finding.to);
  const first = tokens[from]?.start ?? 0;
  const last = tokens[Math.min(to, tokens.length) - 1]?.end ?? statement.text.length;
  const { headingPath, leadIn, kind } = statement.block;
  const isItem = kind === 'list-item' || kind === 'table-row';
  const introduced = [leadIn, statement.introducedBy].filter((text) => text !== null);
  const fact: Fact = {
    fact: finding.fact,
    topic: rule.topic,
    quote: cutQuote(statement.text, first, last),
    context: [...headingPath, ...introduced],
    block: -1,
    ...conditionsOf(reading, finding.from, finding.to, lexicon),
    rule: { id: rule.id, version: rule.version },
  };
  return {
    fact,
    from: from - own,
    to: to - own,
    isBare: rule.topic === 'ai-other' && isBareName(reading),
    matched: statement.text.slice(first, last),
    introduction: tokens.slice(0, own),
    limits: limitsIn(tokens, own),
    leansOnContext: rule.topic === 'ai-training' && isItem && !reading.acts.some((act) => act.isOwn),
    leansOnPrevious: reading.acts.length === 0 && !reading.headingTrains && rule.topic === 'ai-training',
  };
}

function factsOfStatement(reading: Reading, lexicon: CompiledLexicon): FoundFact[] {
  // A question states nothing.
  if (reading.statement.text.endsWith('?')) return [];
  const found = new Map<string, FactInSentence>();
  let isTraining = false;
  for (const rule of RULES) {
    // A sentence about training is no news about AI beside it.
    if (rule.topic === 'ai-other' && isTraining) continue;
    for (const finding of rule.read(reading)) {
      isTraining ||= rule.topic === 'ai-training';
      if (!found.has(finding.fact)) found.set(finding.fact, toFact(reading, rule, finding, lexicon));
    }
  }
  // One list for all facts of a sentence: it is how they are known to be of one.
  const words = reading.tokens.slice(reading.own);
  return [...found.values()].map((fact) => ({ ...fact, words }));
}

/** Characters of text whose facts stay in memory: two versions of the longest policies, or the last dozens of usual ones. */
const MOST_REMEMBERED = 1_000_000;

function createFactReader(lexicon: CompiledLexicon): FactReader {
  let read = cachedTokenReader(lexicon);
  const isTriggered = (text: string): boolean => lexicon.trigger.test(text.toLowerCase());
  const memory = createBlockMemory<BlockFacts>(MOST_REMEMBERED, () => {
    read = cachedTokenReader(lexicon);
  });
  const factsOfBlock = (block: Block, language: string, aboutData: boolean): BlockFacts => {
    const readAll =
      (block.leadIn !== null && isTriggered(block.leadIn)) ||
      block.headingPath.slice(-4).some((heading) => headingTrains(read(heading)));
    if (!readAll && !isTriggered(block.text)) return [];
    let previous: Reading | null = null;
    const facts: FoundFact[] = [];
    const statements = statementsOf(block, { read, lexicon, isTriggered, readAll, language, aboutData });
    for (const [i, statement] of statements.entries()) {
      const reading = readStatement(statement, previous, statements[i + 1]);
      facts.push(...factsOfStatement(reading, lexicon));
      previous = reading;
    }
    return facts;
  };
  return {
    prepare: (text) => withTitleLines(text, (line) => isTriggered(line) && headingTrains(read(line))),
    read: (text, isWanted = () => true) => {
      const aboutData = isAboutData(text);
      return text.blocks.flatMap((block, index) => {
        if (!isWanted(index)) return [];
        const facts = memory.get(block, `${text.language} ${aboutData}`, () =>
          factsOfBlock(block, text.language, aboutData),
        );
        return facts.map((found) => ({ ...found, fact: { ...found.fact, block: index } }));
      });
    },
  };
}

const readers = new WeakMap<CompiledLexicon, FactReader>();

/** The reader of a language. What it remembers from one text to the next is only what equal blocks say. */
export function factReaderFor(lexicon: CompiledLexicon): FactReader {
  let reader = readers.get(lexicon);
  if (!reader) {
    reader = createFactReader(lexicon);
    readers.set(lexicon, reader);
  }
  return reader;
}
