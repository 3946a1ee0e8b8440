import type { Block } from '../domain/block.ts';
import type { ContextChange } from '../domain/redline.ts';
import type { Alignment } from './alignment.ts';
import { sameContext } from './cosmetic-reason.ts';

/** The blocks that stayed in their order, edited or not, but under another heading path or lead-in. */
export function contextChanges(
  before: readonly Block[],
  after: readonly Block[],
  alignment: Alignment,
): ContextChange[] {
  const changes: ContextChange[] = [];
  for (const [at, block] of after.entries()) {
    const group = alignment.groups[at];
    if (group?.before.length !== 1 || group.after.length !== 1) continue;
    const from = group.before[0] as number;
    if (sameContext(before[from] as Block, block)) continue;
    changes.push({ before: from, after: at, headingPath: block.headingPath, leadIn: block.leadIn });
  }
  return changes;
}
