import type { Block } from '../domain/block.ts';
import { foldText } from '../domain/fold-text.ts';
import type { ContextChange } from '../domain/redline.ts';

/** Decides whether a block that moved still stands in the same context, and left everybody else's as it was. */
export interface OrderJudge {
  readonly sameSurroundings: (before: Block, after: Block) => boolean;
}

/**
 * A heading or lead-in that moves takes its meaning from some blocks and gives it to others: "We never use:" pulled up
 * by one line reverses an item that did not move at all. Its move is an order of blocks only where no block in place
 * came under it or left it.
 */
export function judgeOrder(before: readonly Block[], contexts: readonly ContextChange[]): OrderJudge {
  const folded = new Map<string, string>();
  // Headings are shared by many blocks: folding one once per block would be quadratic on a page with a huge heading.
  const fold = (text: string): string => {
    const known = folded.get(text) ?? foldText(text);
    folded.set(text, known);
    return known;
  };
  let affected: Set<string> | undefined;
  const same = (a: Block, b: Block): boolean =>
    fold(a.leadIn ?? '') === fold(b.leadIn ?? '') &&
    a.headingPath.length === b.headingPath.length &&
    a.headingPath.every((heading, at) => fold(heading) === fold(b.headingPath[at] as string));
  const sameSurroundings = (a: Block, b: Block): boolean => {
    if (!same(a, b)) return false;
    affected ??= affectedTexts(before, contexts, fold);
    return !affected.has(fold(a.text)) && !affected.has(fold(b.text));
  };
  return { sameSurroundings };
}

/** The headings and lead-ins that blocks in place came under or left. */
function affectedTexts(
  before: readonly Block[],
  contexts: readonly ContextChange[],
  fold: (text: string) => string,
): Set<string> {
  const contextOf = ({ headingPath, leadIn }: Pick<Block, 'headingPath' | 'leadIn'>): Set<string> =>
    new Set((leadIn === null ? headingPath : [...headingPath, leadIn]).map(fold));
  const affected = new Set<string>();
  for (const context of contexts) {
    const old = contextOf(before[context.before] as Block);
    for (const text of old.symmetricDifference(contextOf(context))) affected.add(text);
  }
  return affected;
}
