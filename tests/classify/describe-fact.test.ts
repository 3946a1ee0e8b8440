import { expect, it } from 'vitest';
import { describeFact } from '../../src/classify/describe-fact.ts';
import { meaningOf } from './text-of.ts';

it('says in plain English what changed', () => {
  const meaning = meaningOf(
    '# Privacy\n\nHello.',
    '# Privacy\n\nHello.\n\nWe use public posts to train our AI models.',
  );
  expect(meaning.facts.map(describeFact)).toEqual(['trains AI on public content: added']);
  expect(meaning.facts.map(({ after }) => after && describeFact(after))).toEqual(['trains AI on public content']);
});
