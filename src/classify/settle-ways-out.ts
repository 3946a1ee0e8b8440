import type { Fact, FactChange } from '../domain/fact.ts';

const isUse = ({ fact }: Fact | FactChange): boolean => fact.startsWith('trains-on:');
const isWayOut = ({ fact }: FactChange): boolean => fact.startsWith('opt-out:') || fact === 'consent-required';

/**
 * A way out that goes with the last use it was for is no loss: there is nothing left to refuse. The use must have been
 * said by a sentence of its own; where only the way out told of it, its disappearance may hide what goes on.
 */
export function settleWaysOut(changes: readonly FactChange[], after: readonly Fact[]): FactChange[] {
  return settleOver(withoutDroppedCondition(changes), after);
}

/** "Not without your consent" became "not": the promise is the better for it, and no consent was lost. */
function withoutDroppedCondition(changes: readonly FactChange[]): FactChange[] {
  const promises = changes.filter(({ effect, fact }) => effect === 'reworded' && fact.startsWith('excludes:'));
  const quotes = new Set(promises.map(({ before }) => before?.quote));
  return changes.filter(
    ({ effect, fact, before }) => !(effect === 'removed' && fact === 'consent-required' && quotes.has(before?.quote)),
  );
}

function settleOver(changes: readonly FactChange[], after: readonly Fact[]): FactChange[] {
  const gone = changes.filter(({ effect }) => effect === 'removed');
  const waysOut = new Set(gone.filter(isWayOut).map(({ before }) => before?.quote));
  const isOver = !after.some(isUse) && gone.some((change) => isUse(change) && !waysOut.has(change.before?.quote));
  if (!isOver) return [...changes];
  return changes.map((change) =>
    change.effect === 'removed' && isWayOut(change) ? { ...change, direction: 'neutral' as const } : change,
  );
}
