import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldSpaces, foldText, tidyText } from '../../src/domain/fold-text.ts';

// The same three forms, always the whole way.
const spaces = (text: string): string => text.replace(/[\s\p{Cc}]+/gu, ' ');
const tidy = (text: string): string => spaces(text.normalize('NFC')).trim();
const fold = (text: string): string =>
  tidy(text.replace(/\p{Default_Ignorable_Code_Point}/gu, ''))
    .normalize('NFKC')
    .replace(/[“”„‟«»″＂]/g, '"')
    .replace(/[‘’‚‛′`´＇]/g, "'")
    .replace(/[‐‑‒–—―−]/g, '-')
    .replace(/…/g, '...')
    .replace(/\s+/g, ' ')
    .trim();

describe('the forms of a text', () => {
  const near = fc.array(fc.constantFrom(...'aA1 `´’‘“”–—…«»é\t\n\u00a0\u00ad\u200bﬁ\u0301•€| '), { maxLength: 12 });
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    near.map((list) => list.join('')),
  );

  it('are, by the short way, what they are by the whole', () => {
    fc.assert(
      fc.property(text, (one) => {
        expect([foldSpaces(one), tidyText(one), foldText(one)]).toEqual([spaces(one), tidy(one), fold(one)]);
      }),
      { numRuns: 2000 },
    );
  });

  it('are so for every character', () => {
    const wrong: string[] = [];
    for (let unit = 0; unit <= 0xffff; unit++) {
      const one = `a${String.fromCharCode(unit)}b`;
      const same = foldSpaces(one) === spaces(one) && tidyText(one) === tidy(one) && foldText(one) === fold(one);
      if (!same) wrong.push(unit.toString(16));
    }
    expect(wrong).toEqual([]);
  });

  it('reach over no space: folded part by part it is the same text', () => {
    fc.assert(
      fc.property(fc.array(text), (parts) => {
        const folded = parts.map(foldText).filter((part) => part !== '');
        expect(folded.join(' ')).toBe(foldText(parts.join(' ')));
      }),
      { numRuns: 2000 },
    );
  });
});
