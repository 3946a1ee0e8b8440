import { describe, expect, it } from 'vitest';
import { demoSteps } from '../../src/demo/demo-steps.ts';
import { type DemoFinding, findDeviations } from '../../src/demo/find-deviations.ts';
import { reviseText } from '../../src/demo/revise-text.ts';
import { summariseDemo } from '../../src/demo/summarise-demo.ts';
import type { Classification, FactChange } from '../../src/domain/fact.ts';

function classification(facts: readonly Pick<FactChange, 'effect' | 'fact'>[]): Classification {
  return {
    topics: facts.length > 0 ? ['ai-training'] : [],
    facts: facts.map((fact) => ({
      ...fact,
      topic: 'ai-training',
      direction: 'less-protective',
      before: null,
      after: null,
    })),
    direction: 'less-protective',
    severity: facts.length > 0 ? 'critical' : 'none',
    cosmetic: false,
    rulesVersion: '1',
  };
}

function finding(facts: readonly Pick<FactChange, 'effect' | 'fact'>[]): DemoFinding {
  return {
    step: 5,
    documentId: 'murmelo/privacy',
    outcome: 'changed',
    change: { id: 'abc', classification: classification(facts) },
  };
}

const expected = demoSteps[5]?.expected['murmelo/privacy'] ?? { outcome: 'unchanged' };
const asExpected = finding([
  { effect: 'added', fact: 'trains-on:private-messages' },
  { effect: 'added', fact: 'trains-on:user-content' },
]);

describe('findDeviations', () => {
  it('is content with more facts than were expected', () => {
    expect(findDeviations(expected, asExpected)).toEqual([]);
  });

  it('names the fact that is missing or has the other effect', () => {
    const turned = finding([{ effect: 'removed', fact: 'trains-on:private-messages' }]);
    expect(findDeviations(expected, turned)).toEqual(['expected trains-on:private-messages added']);
  });

  it('takes a kind without a value for any value of that kind', () => {
    const anyOptOut = {
      outcome: 'changed',
      topics: ['ai-training'],
      facts: [{ effect: 'removed', fact: 'opt-out' }],
    } as const;
    expect(findDeviations(anyOptOut, finding([{ effect: 'removed', fact: 'opt-out:toggle' }]))).toEqual([]);
    expect(findDeviations(anyOptOut, finding([{ effect: 'removed', fact: 'opt-outs' }]))).toHaveLength(1);
  });

  it('names another outcome and another topic', () => {
    expect(findDeviations({ outcome: 'unchanged' }, asExpected)).toEqual(['expected unchanged, found changed']);
    expect(findDeviations({ outcome: 'changed', topics: ['ai-training'], facts: [] }, finding([]))).toEqual([
      'expected topics: ai-training, found: none',
    ]);
  });
});

describe('summariseDemo', () => {
  const base = {
    steps: demoSteps,
    mails: [],
    mailDir: '/tmp/d/mail',
    archiveDir: '/tmp/d/it is',
    configDir: 'demo/config',
  };

  it('tells what changed, where the mails lie and what to type', () => {
    const mail = { path: '/tmp/d/mail/0001.eml', htmlPath: '/tmp/d/mail/0001.html', subject: 's', to: [] };
    const summary = summariseDemo({ ...base, findings: [asExpected], mails: [mail] });
    expect(summary).toContain('added trains-on:private-messages');
    expect(summary).toContain('/tmp/d/mail/0001.html');
    expect(summary).toContain("npx clausewatch diff murmelo/privacy --config demo/config --archive '/tmp/d/it is'");
    expect(summary).not.toContain('not as expected');
  });

  it('does not hide what went otherwise than expected', () => {
    const missed: DemoFinding = { step: 5, documentId: 'murmelo/privacy', outcome: 'suspect', change: null };
    const summary = summariseDemo({ ...base, findings: [missed] });
    expect(summary).toContain('step 5, murmelo/privacy: expected changed, found suspect');
    expect(summary).toContain('None arrived.');
  });
});

describe('reviseText', () => {
  it('replaces a passage however the source is wrapped', () => {
    expect(reviseText('one two\nthree', [['two three', '2 3']])).toBe('one 2 3');
  });

  it('refuses a revision that does nothing or is ambiguous', () => {
    expect(() => reviseText('a b', [['c', 'd']])).toThrow('0 times');
    expect(() => reviseText('a a', [['a', 'd']])).toThrow('2 times');
  });
});
