import type { Block, PolicyText } from '../domain/block.ts';
import { foldText } from '../domain/fold-text.ts';
import type { Hunk, HunkKind, PlacedBlock, Redline } from '../domain/redline.ts';
import { Alignment } from './alignment.ts';
import { BlockIndex } from './block-index.ts';
import { createBudget } from './budget.ts';
import { buildHunks } from './build-hunks.ts';
import { contextChanges } from './context-changes.ts';
import { sameBlock } from './cosmetic-reason.ts';
import { matchEqual } from './match-equal.ts';
import { matchParts } from './match-parts.ts';
import { matchReflowed } from './match-reflowed.ts';
import { matchMovedSimilar, matchSimilar } from './match-similar.ts';
import { judgeOrder } from './order-judge.ts';
import { Similarity } from './similarity.ts';
import { Vocabulary } from './vocabulary.ts';

export interface DiffOptions {
  /** Milliseconds after which the comparison becomes coarser (`granularity` of a hunk says so). Default 2000. */
  readonly budgetMs?: number;
  /** A clock in milliseconds; only differences count. */
  readonly now?: () => number;
}

const DEFAULT_BUDGET_MS = 2000;

/**
 * Every difference between two versions of a document.
 *
 * Blocks that are equal anchor, what lies between the anchors is matched by common words: an edited block is
 * `modified` with its words, a block that stands elsewhere is `moved` (edited or not), the rest is `added` or
 * `removed`. Never throws, whatever the blocks hold, and ends within about the budget.
 *
 * Blocks that are in no hunk are the same in both versions except for their heading path and lead-in; where those
 * differ, `contexts` says so. `applyHunks` makes *after* from *before* and the redline, exactly.
 */
export function diffDocuments(before: PolicyText, after: PolicyText, options: DiffOptions = {}): Redline {
  const budget = createBudget(options.budgetMs ?? DEFAULT_BUDGET_MS, options.now ?? (() => performance.now()));
  const vocabulary = new Vocabulary();
  const alignment = new Alignment(before.blocks.length, after.blocks.length);
  const similarity = new Similarity(before, after, vocabulary);
  matchEqual(before.blocks, after.blocks, new BlockIndex(), alignment);
  matchReflowed(before.blocks, after.blocks, alignment);
  matchSimilar(similarity, alignment, budget);
  matchParts(similarity, alignment, { vocabulary, budget });
  matchMovedSimilar(similarity, alignment, budget);
  const underOther = contextChanges(before.blocks, after.blocks, alignment);
  const order = judgeOrder(before.blocks, underOther);
  const hunks = buildHunks({ before, after, alignment, similarity, vocabulary, budget, order });
  const contexts = underOther.filter((context) =>
    sameBlock(before.blocks[context.before] as Block, after.blocks[context.after] as Block),
  );
  return {
    hunks,
    counts: countKinds(hunks),
    changed: hunks.some(saysOtherwise),
    ...(contexts.length > 0 ? { contexts } : {}),
  };
}

function countKinds(hunks: readonly Hunk[]): Record<HunkKind, number> {
  const counts = { added: 0, removed: 0, modified: 0, moved: 0 };
  for (const { kind } of hunks) counts[kind]++;
  return counts;
}

/** Does this hunk put other words, or words in another order, before a reader? */
function saysOtherwise({ kind, before, after, cosmetic }: Hunk): boolean {
  if (kind === 'moved') return true;
  if (kind !== 'modified') return cosmetic !== 'typography';
  if (cosmetic === null || cosmetic === 'numbering') return true;
  return cosmetic !== 'link-target' && wordsOf(before) !== wordsOf(after);
}

function wordsOf(blocks: readonly PlacedBlock[]): string {
  return foldText(blocks.map(({ block }) => block.text).join(' '));
}
