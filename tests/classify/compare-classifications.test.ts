import { expect, it } from 'vitest';
import { compareClassifications } from '../../src/classify/compare-classifications.ts';
import { meaningOf } from './text-of.ts';

const REST = '# Privacy Policy\n\nWe keep your data.';
const none = meaningOf(REST, REST);
const trains = meaningOf(REST, `${REST}\n\nWe use your photos to train our AI models.`);

it('says nothing where newer rules say the same', () => {
  expect(compareClassifications(trains, trains)).toBeNull();
});

it('names what newer rules find and what they drop', () => {
  expect(compareClassifications(none, trains)).toEqual({
    topics: { was: [], is: ['ai-training'] },
    severity: { was: 'none', is: 'high' },
    dropped: [],
    found: ['added trains-on:user-content'],
  });
  expect(compareClassifications(trains, none)).toMatchObject({ dropped: ['added trains-on:user-content'], found: [] });
});
