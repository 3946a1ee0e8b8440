import { describe, expect, it } from 'vitest';
import { explainChange } from '../../src/classify/explain-change.ts';
import { comparedOf } from './text-of.ts';

const page = (...paragraphs: string[]): string => ['# Privacy Policy', ...paragraphs].join('\n\n');
const explained = (before: string, after: string) => explainChange(comparedOf(before, after));
const REST = 'We keep your account details for as long as you have an account with us.';

describe('an explanation', () => {
  it('names the rule, its version, the words and the sentence of every fact', () => {
    const { facts } = explained(page(REST), page(REST, 'So that you know: we use your photos to train our AI models.'));
    expect(facts).toMatchObject([
      {
        change: { effect: 'added', fact: 'trains-on:user-content' },
        evidence: [
          {
            side: 'after',
            rule: expect.stringMatching(/^trains-on \d+$/),
            matched: expect.stringContaining('we use your photos to train our AI models'),
            fact: {
              quote: 'So that you know: we use your photos to train our AI models.',
              context: ['Privacy Policy'],
            },
          },
        ],
      },
    ]);
  });

  it('shows both sides of what was reworded', () => {
    const { facts } = explained(
      page('We may use your photos to train our AI models.'),
      page('We use your photos to train our AI models.'),
    );
    expect(facts[0]?.evidence.map(({ side }) => side)).toEqual(['before', 'after']);
  });

  it.each([
    ['Our staff is trained in data protection.', 'it is people who are taught, or a course'],
    ['Our business model is simple.', '“business model” is not a model that learns'],
    ['Do you train AI on my photos?', 'a question states nothing'],
    ['You can opt out of newsletters.', 'a way out of something else than training'],
    ['You train models in the editor.', 'speaks of what people do themselves'],
  ])('says of “%s” why it does not count', (sentence, reason) => {
    const { facts, nearMisses } = explained(page(REST), page(REST, sentence));
    expect(facts).toEqual([]);
    expect(nearMisses).toMatchObject([{ side: 'after', quote: sentence, reason }]);
  });

  it('says of a fact beside the changed words that it stands in both versions', () => {
    const fact = 'We use your photos to train our AI models.';
    const { nearMisses } = explained(page(`${fact} ${REST}`), page(`${fact} We delete accounts after a year.`));
    expect(nearMisses.map(({ reason }) => reason)).toEqual([
      'trains-on:user-content: stands in both versions',
      'trains-on:user-content: stands in both versions',
    ]);
  });
});
