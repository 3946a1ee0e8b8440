import type { Classification, FactChange } from '../domain/fact.ts';

/** What newer rules say otherwise about a change; null where they say the same. */
export interface ClassificationDifference {
  readonly topics: { readonly was: readonly string[]; readonly is: readonly string[] };
  readonly severity: { readonly was: string; readonly is: string };
  /** As "effect fact", each once. */
  readonly dropped: readonly string[];
  readonly found: readonly string[];
}

const named = (facts: readonly FactChange[]): Set<string> =>
  new Set(facts.map(({ effect, fact }) => `${effect} ${fact}`));

/** Compares what was told about a change with what the rules of today say. Pure. */
export function compareClassifications(was: Classification, is: Classification): ClassificationDifference | null {
  const [old, now] = [named(was.facts), named(is.facts)];
  const dropped = [...old.difference(now)].sort();
  const found = [...now.difference(old)].sort();
  const isSame = was.topics.join() === is.topics.join() && was.severity === is.severity;
  if (isSame && dropped.length === 0 && found.length === 0) return null;
  return {
    topics: { was: was.topics, is: is.topics },
    severity: { was: was.severity, is: is.severity },
    dropped,
    found,
  };
}
