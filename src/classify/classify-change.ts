import type { PolicyText } from '../domain/block.ts';
import type { Classification, FactChange, Topic } from '../domain/fact.ts';
import type { CosmeticReason, Redline } from '../domain/redline.ts';
import { compareFacts, type SameHunk } from './compare-facts.ts';
import { gravest, overallDirection, severityOf } from './direction.ts';
import { foldOpposites } from './fold-opposites.ts';
import { lexiconFor } from './lexicon/lexicon-for.ts';
import { factReaderFor } from './read-findings.ts';
import { RULES_VERSION } from './rules/index.ts';
import { settleWaysOut } from './settle-ways-out.ts';
import { touchesFacts } from './touches-facts.ts';

/** Two versions of a document and the redline between them. */
export interface ComparedVersions {
  readonly before: PolicyText;
  readonly after: PolicyText;
  readonly redline: Redline;
}

/** Sentences looked for in a whole text; more of them gone at once is no edit. */
const MOST_LOOKUPS = 200;

const TOPICS: readonly Topic[] = ['ai-training', 'ai-other'];

// The same words in the same order say the same, however they are set.
const SAYS_THE_SAME: ReadonlySet<CosmeticReason | null> = new Set<CosmeticReason>([
  'typography',
  'case',
  'numbering',
  'link-target',
  'notice-date',
  'relative-date',
  'structure',
]);

function sameHunkIn(redline: Redline): SameHunk {
  const before = new Map<number, number>();
  const after = new Map<number, number>();
  redline.hunks.forEach((hunk, n) => {
    for (const { index } of hunk.before) before.set(index, n);
    for (const { index } of hunk.after) after.set(index, n);
  });
  return (a, b) => before.has(a) && before.get(a) === after.get(b);
}

function changedFacts({ before, after, redline }: ComparedVersions): FactChange[] {
  if (redline.hunks.every(({ cosmetic }) => SAYS_THE_SAME.has(cosmetic))) return [];
  const lexicon = lexiconFor(after.language);
  if (!lexicon) return [];
  const reader = factReaderFor(lexicon);
  const texts = { before: reader.prepare(before), after: reader.prepare(after) };
  if (!touchesFacts(texts, { reader, lexicon })) return [];
  const [old, now] = [reader.read(texts.before), reader.read(texts.after)];
  let lookups = MOST_LOOKUPS;
  const stillStands = (sentence: string): boolean =>
    lookups-- > 0 && after.blocks.some(({ text }) => text.includes(sentence));
  const sameHunk = sameHunkIn(redline);
  const changes = settleWaysOut(
    compareFacts(old, now, { lexicon, sameHunk, stillStands }),
    now.map(({ fact }) => fact),
  );
  return foldOpposites(changes, (gone, come) => sameHunk(gone.before?.block ?? -1, come.after?.block ?? -1));
}

/**
 * What a change means: which facts came, went or were reworded, what the change is about, whom it serves and how much
 * it matters. Pure, without a model or a network; every fact brings its quotation.
 */
export function classifyChange(versions: ComparedVersions): Classification {
  const facts = changedFacts(versions);
  return {
    topics: TOPICS.filter((topic) => facts.some((fact) => fact.topic === topic)),
    facts,
    direction: overallDirection(facts),
    severity: gravest(facts.map(severityOf)),
    cosmetic: facts.length === 0 && versions.redline.hunks.every(({ cosmetic }) => cosmetic !== null),
    rulesVersion: RULES_VERSION,
  };
}
