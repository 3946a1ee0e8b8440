import { describe, expect, it } from 'vitest';
import { isSettled, planAlerts } from '../../src/snapshots/plan-alerts.ts';

const hour = (n: number): string => new Date(Date.UTC(2026, 2, 1, n)).toISOString();

/** Versions as a story, "A0 B6": text A at hour 0, text B at hour 6. Newest first, as the archive gives them. */
function storyOf(story: string): Parameters<typeof planAlerts>[0] {
  const seen = new Set<string>();
  const steps = story.split(' ').map((step) => {
    const [hash = '', at = ''] = [step.slice(0, 1), step.slice(1)];
    const version = { id: step, revertsTo: seen.has(hash) ? hash : null, capturedAt: hour(Number(at)) };
    seen.add(hash);
    return version;
  });
  return steps.toReversed();
}

const plan = (story: string): string => {
  const { kind, alternation } = planAlerts(storyOf(story));
  return alternation ? `${kind} ${alternation.flips} since ${alternation.since.slice(8, 13)}` : kind;
};

describe('how a new version is told', () => {
  it('at once where its words are new, whatever went before', () => {
    expect(plan('A0 B6')).toBe('tell');
    expect(plan('A0 B6 A12 B18 A24 C30')).toBe('tell');
  });

  it('at once where a change is withdrawn and published again after days: three changes, three alerts', () => {
    expect(['A0 B24', 'A0 B24 A48', 'A0 B24 A48 B192'].map(plan)).toEqual(['tell', 'tell', 'tell']);
  });

  it('as alternating with the third flip in a row, and held from the fourth on', () => {
    expect(plan('A0 B6 A12')).toBe('tell');
    expect(plan('A0 B6 A12 B18')).toBe('tell 3 since 01T06');
    expect(plan('A0 B6 A12 B18 A24')).toBe('hold 4 since 01T06');
  });

  it('of a held row, up to the third flip', () => {
    expect(planAlerts(storyOf('A0 B6 A12 B18')).toldUpTo).toBeNull();
    expect(planAlerts(storyOf('A0 B6 A12 B18 A24')).toldUpTo).toBe('B18');
    expect(planAlerts(storyOf('A0 B6 A12 B18 A24 B30')).toldUpTo).toBe('B18');
  });

  it('anew once a text has stayed for 72 hours', () => {
    expect(plan('A0 B6 A12 B18 A24 B96')).toBe('tell');
    expect(plan('A0 B6 A12 B18 A24 B95')).toBe('hold 5 since 01T06');
  });
});

it('a text has settled when it has stood for 72 hours', () => {
  expect(isSettled({ capturedAt: hour(0) }, hour(71))).toBe(false);
  expect(isSettled({ capturedAt: hour(0) }, hour(72))).toBe(true);
});
