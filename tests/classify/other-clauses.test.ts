import { describe, expect, it } from 'vitest';
import { said } from './phrasings/said.ts';

const OPENINGS = [
  'Where the law allows it,',
  'Except where the law forbids it,',
  'When you use the free version,',
  'Unlike others,',
  'Whether you pay or not,',
  'We want you to know that',
  'You acknowledge that',
  'There is no charge for this:',
  'You do not have to do anything:',
  'We never share data with advertisers, and',
  'No ads are shown here, and',
  'We do not sell your data, but',
  'Nothing is sold;',
] as const;

const STATEMENTS = [
  ['trains-on', 'your photos may be used to train our AI models.'],
  ['trains-on', 'our models learn from your photos.'],
  ['excludes', 'your photos are never used to train our AI models.'],
  ['restricts-training', 'using our articles to train AI is prohibited.'],
  ['restricts-training', 'our articles must not be used for AI training.'],
] as const;

// Who acts, what is denied and what is forbidden in one clause is nothing of the next.
describe.each(OPENINGS)('behind "%s"', (opening) => {
  it.each(STATEMENTS)('a clause still says %s: %s', (says, statement) => {
    const { expected, found } = said({ says, text: `${opening} ${statement}` });
    expect(found).toEqual(expected);
  });
});
