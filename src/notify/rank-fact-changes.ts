import type { FactChange } from '../domain/fact.ts';

const DIRECTIONS = ['less-protective', 'more-protective', 'neutral'] as const;
const EFFECTS = ['added', 'removed', 'reworded'] as const;
/** What people want to hear of first; the rest keeps the document's order. */
const FIRST = ['private-messages', 'voice-or-face', 'opt-out', 'consent-required', 'trains-on', 'excludes'];

function weight(change: FactChange): number {
  const place = FIRST.findIndex((word) => change.fact.split(':').includes(word));
  const minors = [...(change.before?.subjects ?? []), ...(change.after?.subjects ?? [])].includes('minors');
  return (
    (change.topic === 'ai-training' ? 0 : 1000) +
    DIRECTIONS.indexOf(change.direction) * 100 +
    (minors ? 0 : (place === -1 ? FIRST.length : place) * 10) +
    EFFECTS.indexOf(change.effect)
  );
}

/** The gravest for people first: what a headline is made of. Equal ones keep their order. */
export function rankFactChanges(changes: readonly FactChange[]): FactChange[] {
  return changes.toSorted((one, other) => weight(one) - weight(other));
}
