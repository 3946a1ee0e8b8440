import type { Topic } from '../domain/fact.ts';
import type { Change, CheckOutcome } from '../domain/version.ts';
import type { DemoExpectation } from './demo-platform.ts';

/** What one check of the demo found out. */
export interface DemoFinding {
  /** Index of the step that was being served. */
  readonly step: number;
  readonly documentId: string;
  readonly outcome: CheckOutcome;
  readonly change: Pick<Change, 'id' | 'classification'> | null;
}

/** In words, what was expected and not found; empty when all of it was. Facts beyond the expected ones are fine. */
export function findDeviations(expected: DemoExpectation, found: DemoFinding): string[] {
  if (expected.outcome !== found.outcome) return [`expected ${expected.outcome}, found ${found.outcome}`];
  if (expected.outcome !== 'changed') return [];
  const { topics = [], facts = [] } = found.change?.classification ?? {};
  const deviations: string[] = [];
  if (listed(expected.topics) !== listed(topics)) {
    deviations.push(`expected topics: ${listed(expected.topics)}, found: ${listed(topics)}`);
  }
  for (const { effect, fact } of expected.facts) {
    if (!facts.some((change) => change.effect === effect && isKindOrSame(change.fact, fact))) {
      deviations.push(`expected ${fact} ${effect}`);
    }
  }
  return deviations;
}

function listed(topics: readonly Topic[]): string {
  return topics.toSorted().join(', ') || 'none';
}

function isKindOrSame(found: string, expected: string): boolean {
  return found === expected || found.startsWith(`${expected}:`);
}
