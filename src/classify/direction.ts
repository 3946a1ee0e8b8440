import type { Direction, Fact, FactChange, Severity } from '../domain/fact.ts';
import { SEVERITIES } from '../domain/fact.ts';
import { factEntry } from './facts.ts';

const OPPOSITE: Record<Direction, Direction> = {
  'less-protective': 'more-protective',
  'more-protective': 'less-protective',
  neutral: 'neutral',
};

const FIRMNESS = { may: 0, will: 1, does: 2 } as const;

/** A fact that holds in fewer cases than before: the other way round its conditions were dropped. */
function conditions(fact: Fact): number {
  return (fact.regions?.length ?? 0) + (fact.subjects?.length ?? 0);
}

function rewordedDirection(before: Fact, after: Fact, limitsDropped: number): Direction {
  const appears = factEntry(after.fact)?.added ?? 'neutral';
  const firmer = Math.sign(FIRMNESS[after.modality ?? 'does'] - FIRMNESS[before.modality ?? 'does']);
  const wider = Math.sign(conditions(before) - conditions(after)) || Math.sign(limitsDropped);
  const step = firmer !== 0 ? firmer : wider;
  if (step === 0) return 'neutral';
  return step > 0 ? appears : OPPOSITE[appears];
}

/** The two sides of a change, and how many exceptions fewer the sentence makes than before. */
export interface Sides {
  readonly before: Fact | null;
  readonly after: Fact | null;
  readonly limitsDropped: number;
}

/** What a change of one fact means for the person whose data it is. */
export function directionOf(effect: FactChange['effect'], { before, after, limitsDropped }: Sides): Direction {
  if (effect === 'reworded') return before && after ? rewordedDirection(before, after, limitsDropped) : 'neutral';
  const fact = after ?? before;
  const appears = (fact && factEntry(fact.fact)?.added) ?? 'neutral';
  return effect === 'added' ? appears : OPPOSITE[appears];
}

const GRAVE = /:(?:private-messages|voice-or-face)$/;

/** Is a fact about what hurts most when it is taught to a machine? */
export const isGraveFact = (fact: string): boolean => GRAVE.test(fact);

function isGrave(change: FactChange): boolean {
  if (isGraveFact(change.fact) || (change.before && isGraveFact(change.before.fact))) return true;
  if (change.effect === 'removed' && change.fact.startsWith('opt-out')) return true;
  if (change.effect === 'added' && change.fact === 'opt-out:not-offered') return true;
  return [change.before, change.after].some((fact) => fact?.subjects?.includes('minors'));
}

/** How much one change of a fact matters. */
export function severityOf(change: FactChange): Severity {
  const isLess = change.direction === 'less-protective';
  if (change.topic === 'ai-other') return isLess ? 'medium' : 'low';
  if (!isLess) return 'medium';
  return isGrave(change) ? 'critical' : 'high';
}

/** The gravest of several. */
export function gravest(severities: readonly Severity[]): Severity {
  return severities.reduce((most, one) => (SEVERITIES.indexOf(one) > SEVERITIES.indexOf(most) ? one : most), 'none');
}

/** Where a whole change points: less protective as soon as one fact is, then more protective, else neutral. */
export function overallDirection(changes: readonly FactChange[]): Direction {
  const directions = new Set(changes.map(({ direction }) => direction));
  if (directions.has('less-protective')) return 'less-protective';
  return directions.has('more-protective') ? 'more-protective' : 'neutral';
}
