import { describe, expect, it } from 'vitest';
import { readFacts } from '../../src/classify/read-facts.ts';
import type { Block } from '../../src/domain/block.ts';
import { CLOSE_CALLS } from './phrasings/close-calls.ts';
import { FALSE_FRIENDS } from './phrasings/false-friends.ts';
import { INDUSTRIES } from './phrasings/industries.ts';
import { LEGALESE } from './phrasings/legalese.ts';
import { NEITHER } from './phrasings/neither.ts';
import { PLAIN_WORDS } from './phrasings/plain-words.ts';
import { REFUSES } from './phrasings/refuses.ts';
import { said } from './phrasings/said.ts';
import { TRAINS } from './phrasings/trains.ts';

describe.each([
  ['that somebody trains', TRAINS],
  ['what is refused, forbidden or left to choose', REFUSES],
  ['neither', NEITHER],
  ['something in plain words', PLAIN_WORDS],
  ['something in the long sentences of contracts', LEGALESE],
  ['something close to the line', CLOSE_CALLS],
  ['something in the manner of its line of business', INDUSTRIES],
])('a sentence that says %s', (_, list) => {
  it.each(list.map((one) => [[one.headings, one.leadIn, one.text].flat().filter(Boolean).join(' › '), one] as const))(
    '%s',
    (__, phrasing) => {
      const { expected, found } = said(phrasing);
      expect(found).toEqual(expected);
    },
  );
});

describe.each(['Privacy Policy', 'Terms of Service'])('in a document called %s', (title) => {
  it.each(FALSE_FRIENDS)('this says nothing of training: %s', (text) => {
    const block: Block = { kind: 'paragraph', text, headingPath: [], leadIn: null, links: [] };
    const facts = readFacts({ title, language: 'en', blocks: [block] });
    expect(facts.filter(({ topic }) => topic === 'ai-training')).toEqual([]);
  });
});
