import type { Step } from './corpus.ts';
import type { Look } from './walk-messages.ts';

/** What a document's replay came to, beside what people read in its captures. */
export interface Tally {
  readonly slug: string;
  readonly looks: number;
  readonly confirmations: number;
  readonly suspects: number;
  readonly failed: number;
  readonly technical: number;
  readonly changes: number;
  readonly alerts: number;
  readonly incidents: number;
  /** Steps that people would want to hear of, and how they were told. */
  readonly must: number;
  readonly alerted: number;
  /** Seen and shown, without an alert, as a difference without meaning. */
  readonly cosmetic: number;
  readonly missed: number;
  readonly mustnot: number;
  readonly falseAlerts: number;
  /** From the capture that shows a change to the check that tells it, milliseconds. */
  readonly delays: readonly number[];
  readonly ms: readonly number[];
  readonly cpuMs: readonly number[];
}

/** Walks one document's looks in order: a change is owed from the step that shows it until it is told. */
export function tallyDocument(slug: string, steps: readonly Step[], looks: readonly Look[]): Tally {
  const told = { alerted: 0, cosmetic: 0, falseAlerts: 0, delays: [] as number[] };
  let owed: number[] = [];
  let fair = false;
  for (const step of steps) {
    if (step.grade === 'must') owed.push(step.at);
    if (step.grade === 'may') fair = true;
    for (const look of looks.filter(({ n }) => n === step.n)) {
      const changed = look.alerts > 0;
      const seen = changed || look.reports.some(({ outcome }) => outcome === 'cosmetic');
      if (!seen) continue;
      if (changed && owed.length === 0 && !fair) told.falseAlerts += 1;
      if (changed) told.delays.push(...owed.map((since) => look.at - since));
      told[changed ? 'alerted' : 'cosmetic'] += owed.length;
      owed = [];
      fair = false;
    }
  }
  const count = (grade: Step['grade']): number => steps.filter((step) => step.grade === grade).length;
  return {
    slug,
    ...countOutcomes(looks),
    must: count('must'),
    mustnot: count('mustnot'),
    ...told,
    missed: owed.length,
  };
}

function countOutcomes(looks: readonly Look[]) {
  const count = (...wanted: readonly string[]): number =>
    looks.filter(({ reports }) => reports.some(({ outcome }) => wanted.includes(outcome))).length;
  return {
    looks: looks.length,
    confirmations: looks.filter(({ at, stepAt }) => at > stepAt).length,
    suspects: count('suspect'),
    failed: count('failed'),
    technical: count('technical'),
    changes: count('changed'),
    alerts: looks.reduce((sum, { alerts }) => sum + alerts, 0),
    incidents: looks.reduce((sum, { incidents }) => sum + incidents, 0),
    ms: looks.map(({ ms }) => ms),
    cpuMs: looks.map(({ cpuMs }) => cpuMs),
  };
}
