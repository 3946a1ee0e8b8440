import type { Block } from '../domain/block.ts';
import type { Redline } from '../domain/redline.ts';

/**
 * The blocks after, from the blocks before and their redline. What no hunk names stays, in order, around the blocks
 * that the hunks place.
 */
export function applyHunks(before: readonly Block[], redline: Redline): Block[] {
  const gone = new Set<number>();
  const placed = new Map<number, Block>();
  for (const hunk of redline.hunks) {
    for (const { index } of hunk.before) gone.add(index);
    for (const { index, block } of hunk.after) placed.set(index, block);
  }
  const contexts = new Map((redline.contexts ?? []).map((context) => [context.before, context]));
  const after: Block[] = [];
  const place = (): void => {
    for (let block = placed.get(after.length); block; block = placed.get(after.length)) after.push(block);
  };
  for (const [at, block] of before.entries()) {
    if (gone.has(at)) continue;
    place();
    const context = contexts.get(at);
    after.push(context ? { ...block, headingPath: context.headingPath, leadIn: context.leadIn } : block);
  }
  place();
  return after;
}
