import type { PolicyText } from '../domain/block.ts';
import type { Fact, FactChange } from '../domain/fact.ts';
import type { Redline } from '../domain/redline.ts';
import { type ComparedVersions, classifyChange } from './classify-change.ts';
import type { CompiledLexicon } from './lexicon/compile-lexicon.ts';
import { lexiconFor } from './lexicon/lexicon-for.ts';
import { type NearMiss, nearMissesIn } from './near-misses.ts';
import { type FoundFact, factReaderFor } from './read-findings.ts';

/** Why a version is said to state a fact. */
export interface FactEvidence {
  readonly fact: Fact;
  readonly side: 'before' | 'after';
  /** Id and version of the rule: "trains-on 3". */
  readonly rule: string;
  /** The words that made the rule say so, letter for letter. */
  readonly matched: string;
}

/** What made a change mean what it means, and what nearly counted. */
export interface Explanation {
  readonly facts: readonly { readonly change: FactChange; readonly evidence: readonly FactEvidence[] }[];
  readonly nearMisses: readonly NearMiss[];
}

const isSame = (one: Fact, other: Fact): boolean =>
  one.fact === other.fact && one.block === other.block && one.quote === other.quote;

function evidenceOf(fact: Fact | null, side: FactEvidence['side'], found: readonly FoundFact[]): FactEvidence[] {
  const source = fact && found.find((one) => isSame(one.fact, fact));
  if (!source) return [];
  return [{ fact, side, rule: `${fact.rule.id} ${fact.rule.version}`, matched: source.matched }];
}

/** Blocks whose words changed, by side. */
function changedBlocks({ hunks }: Redline, side: FactEvidence['side']): Set<number> {
  return new Set(
    hunks.filter(({ cosmetic }) => cosmetic === null).flatMap((hunk) => hunk[side].map(({ index }) => index)),
  );
}

interface Side {
  readonly side: FactEvidence['side'];
  readonly text: PolicyText;
  readonly found: readonly FoundFact[];
  readonly told: readonly Fact[];
}

/** Facts that stand where words changed, and are no news. */
function unchangedFacts({ side, found, told }: Side, blocks: ReadonlySet<number>): NearMiss[] {
  return found
    .filter(({ fact }) => blocks.has(fact.block) && !told.some((one) => isSame(one, fact)))
    .map(({ fact, isBare }) => ({
      side,
      block: fact.block,
      quote: fact.quote,
      reason: isBare ? `${fact.fact}: a heading states nothing` : `${fact.fact}: stands in both versions`,
    }));
}

function missesOf(one: Side, redline: Redline, lexicon: CompiledLexicon): NearMiss[] {
  const blocks = changedBlocks(redline, one.side);
  const misses = [...blocks].flatMap((index) => {
    const block = one.text.blocks[index];
    return block
      ? nearMissesIn(block, { lexicon, text: one.text }).map((miss) => ({ ...miss, side: one.side, block: index }))
      : [];
  });
  return [...unchangedFacts(one, blocks), ...misses];
}

/**
 * Says why a change means what {@link classifyChange} says: for every fact the rule, its version and the words it went
 * by; for sentences in changed blocks that come close, why they did not count. Pure.
 */
export function explainChange(versions: ComparedVersions): Explanation {
  const { before, after, redline } = versions;
  const { facts } = classifyChange(versions);
  const lexicon = lexiconFor(after.language);
  if (!lexicon) return { facts: [], nearMisses: [] };
  const reader = factReaderFor(lexicon);
  const old = reader.read(reader.prepare(before));
  const now = reader.read(reader.prepare(after));
  const sides: readonly Side[] = [
    { side: 'before', text: before, found: old, told: facts.flatMap((change) => change.before ?? []) },
    { side: 'after', text: after, found: now, told: facts.flatMap((change) => change.after ?? []) },
  ];
  return {
    facts: facts.map((change) => ({
      change,
      evidence: [...evidenceOf(change.before, 'before', old), ...evidenceOf(change.after, 'after', now)],
    })),
    nearMisses: sides.flatMap((side) => missesOf(side, redline, lexicon)),
  };
}
