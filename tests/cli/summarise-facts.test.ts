import { expect, it } from 'vitest';
import { summariseFacts } from '../../src/cli/summarise-facts.ts';
import type { FactChange } from '../../src/domain/fact.ts';

const change = (fact: string, topic: FactChange['topic'], direction: FactChange['direction']): FactChange => ({
  ...{ effect: 'added', fact, topic, direction, before: null, after: null },
});

it('names the gravest first, and counts equal ones and the rest', () => {
  const facts = [
    change('ai-feature', 'ai-other', 'neutral'),
    change('ai-feature', 'ai-other', 'neutral'),
    change('ai-label', 'ai-other', 'more-protective'),
    change('trains-on:public-content', 'ai-training', 'less-protective'),
  ];
  expect(summariseFacts(facts, 2)).toBe(
    'trains AI on public content: added; labels for AI-made content: added; 1 more',
  );
});
