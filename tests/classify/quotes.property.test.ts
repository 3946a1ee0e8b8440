import fc from 'fast-check';
import { expect, it } from 'vitest';
import { LONGEST_QUOTE } from '../../src/classify/cut-quote.ts';
import { readFacts } from '../../src/classify/read-facts.ts';
import type { Block, PolicyText } from '../../src/domain/block.ts';
import { tidyText } from '../../src/domain/fold-text.ts';

const words = fc.constantFrom(
  'we',
  'may',
  'not',
  'use',
  'your',
  'posts',
  'to',
  'train',
  'improve',
  'our',
  'AI',
  'models',
  'data',
  'opt out',
  ';',
  '|',
  '. ',
  ', ',
  '(a)',
  'You',
  'output',
  '“quoted”',
  '🙂',
  'é',
  'unless',
  'consent',
  'without',
  'artificial intelligence',
  'machine learning',
  '… ',
  'U.S.',
  'e.g.',
  '?',
);
const sentence = fc.array(words, { minLength: 1, maxLength: 400 }).map((list) => tidyText(list.join(' ')));
const block: fc.Arbitrary<Block> = fc.record({
  kind: fc.constantFrom('paragraph', 'list-item', 'table-row'),
  text: sentence,
  headingPath: fc.array(sentence, { maxLength: 2 }),
  leadIn: fc.option(sentence),
  links: fc.constant([]),
});
const text: fc.Arbitrary<PolicyText> = fc.record({
  title: fc.constant('Privacy'),
  language: fc.constant('en'),
  blocks: fc.array(block, { maxLength: 6 }),
});

it('every quotation and every context stands in its block letter for letter, and is no longer than may be quoted', () => {
  fc.assert(
    fc.property(text, (policy) => {
      for (const fact of readFacts(policy)) {
        const home = policy.blocks[fact.block];
        expect(fact.quote.length).toBeGreaterThan(0);
        expect(fact.quote.length).toBeLessThanOrEqual(LONGEST_QUOTE);
        expect(home?.text).toContain(fact.quote);
        const around = [...(home?.headingPath ?? []), home?.leadIn ?? '', ...policy.blocks.map((one) => one.text)];
        for (const context of fact.context) expect(around.some((part) => part.includes(context))).toBe(true);
      }
    }),
    { numRuns: 300 },
  );
});

it('a document says the same whatever was read before it', () => {
  fc.assert(
    fc.property(text, text, (one, two) => {
      const alone = readFacts(two);
      readFacts(one);
      expect(readFacts(two)).toEqual(alone);
    }),
    { numRuns: 60 },
  );
});
