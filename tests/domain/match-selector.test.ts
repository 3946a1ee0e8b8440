import { describe, expect, it } from 'vitest';
import { matchSelector, matchSelectors } from '../../src/domain/match-selector.ts';

const document = { id: 'plumbago/privacy-policy-eu', appliesTo: ['plumbago', 'quillwort'] };

describe('a selector', () => {
  it.each([
    '*',
    'plumbago',
    'quillwort',
    'q*t',
    'Plumbago',
    ' plumbago ',
    '*/*',
    '*/*-eu',
    'plumbago/*',
    'p**o/privacy*',
    document.id,
  ])('takes the document as %j', (selector) => {
    expect(matchSelector(selector, document)).toBe(true);
  });

  it.each([
    '',
    '/',
    'plumb',
    'lumbago',
    'quillwort/privacy-policy-eu',
    'plumbago/privacy',
    'plumbag.',
    'p.*',
    '(p|q).*',
    '*/*/*',
    'plumbago/privacy-policy-eu/',
  ])('does not take it as %j', (selector) => {
    expect(matchSelector(selector, document)).toBe(false);
  });

  it('is one of several of which one suffices', () => {
    expect(matchSelectors(['x', 'plumbago'], document)).toBe(true);
    expect(matchSelectors(['x', 'y'], document)).toBe(false);
    expect(matchSelectors([], document)).toBe(false);
  });
});
