import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extractDocument } from '../../src/extract/extract-document.ts';
import { withoutTargets } from '../../src/pipeline/without-targets.ts';

const hashOf = (markdown: string): string =>
  extractDocument({ documentId: 'x.md', url: '', contentType: 'text/markdown', body: Buffer.from(markdown) }).hash;

describe('a text without the targets of its links', () => {
  it('is the same where a site numbers its links anew', () => {
    expect(withoutTargets('See [our terms](https://acme.example/t?v=1), [below](#a1).')).toBe(
      withoutTargets('See [our terms](https://acme.example/t?v=2), [below](#b7).'),
    );
  });

  it.each([
    ['other words of a link', 'See [our terms](https://a.example)', 'See [your terms](https://a.example)'],
    ['words in brackets that are no link', 'Data [1](see note A)', 'Data [1](see note B)'],
    ['a word in brackets', 'Data [1](never)', 'Data [1](always)'],
    ['an address in the text', 'Write to https://a.example', 'Write to https://b.example'],
    ['the end of a bare address', 'https://a.example/1[x](#a)', 'https://a.example/1[x](#b)'],
    ['code', 'Type `[x](#a)`', 'Type `[x](#b)`'],
    ['escaped brackets', '\\[x\\](https://a.example)', '\\[x\\](https://b.example)'],
  ])('differs by %s', (_, one, other) => {
    expect(withoutTargets(one)).not.toBe(withoutTargets(other));
  });

  it('is equal only for texts of the same words', () => {
    const piece = fc.constantFrom(
      'We ',
      'train',
      ' on ',
      '[',
      ']',
      '](',
      ')',
      'https://a.example/1',
      '#x',
      '\n\n',
      '* ',
      '(',
    );
    const target = fc.constantFrom('https://a.example/1', 'https://b.example/2', '#x', '#y', '/z', 'word', 'two words');
    const parts = fc.array(
      fc.oneof(
        piece,
        target.map((at) => ({ at })),
      ),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(parts, target, (some, other) => {
        const link = (at: string): string => `[link](${at})`;
        const one = some.map((part) => (typeof part === 'string' ? part : link(part.at))).join('');
        const two = some.map((part) => (typeof part === 'string' ? part : link(other))).join('');
        if (withoutTargets(one) === withoutTargets(two)) expect(hashOf(two)).toBe(hashOf(one));
      }),
      { numRuns: 400 },
    );
  });
});
