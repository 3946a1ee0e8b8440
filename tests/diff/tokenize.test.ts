import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tokenize, tokenizeCoarsely } from '../../src/diff/tokenize.ts';
import { Vocabulary } from '../../src/diff/vocabulary.ts';

function wordsOf(text: string, language = 'en'): string[] {
  const { starts, ends } = tokenize(text, language, new Vocabulary());
  return starts.map((start, at) => text.slice(start, ends[at]));
}

describe('tokenize', () => {
  it.each([
    ['an e-mail address', 'write to aup_exceptions@a-b.example.org.', 'aup_exceptions@a-b.example.org'],
    ['a URL without the full stop after it', 'see https://a.example/x?y=1&z=(2).', 'https://a.example/x?y=1&z=(2'],
    ['a number with separators', 'pays 1,234.50 a year', '1,234.50'],
    ['a date in figures', 'on 2026-05-01 we', '2026-05-01'],
    ['a date with slashes', 'on 05/01/2026 we', '05/01/2026'],
    ['an American date', 'on May 1, 2026, we', 'May 1, 2026'],
    ['a British date', 'on 1st May 2026 we', '1st May 2026'],
    ['a German date', 'am 1. Mai 2026 werden', '1. Mai 2026'],
    ['a month with its year', 'since January 2026 we', 'January 2026'],
    ['a hyphenated word', 'an opt-out for you', 'opt-out'],
    ['a word with an apostrophe', 'we don’t share', 'don’t'],
    ['a name with an ampersand', 'with AT&T only', 'AT&T'],
    ['a version', 'Model 4.5-mini is', '4.5-mini'],
  ])('keeps %s whole', (_name, text, token) => {
    expect(wordsOf(text)).toContain(token);
  });

  it('splits what only looks like a date', () => {
    expect(wordsOf('we may use 12 of 2026 lamps')).toEqual(['we', 'may', 'use', '12', 'of', '2026', 'lamps']);
  });

  it.each([
    ['zh', '我们可能会使用您的内容'],
    ['ja', '私たちはあなたのデータを使用します'],
    ['th', 'เราอาจใช้ข้อมูลของคุณ'],
  ])('finds the words of a script without spaces (%s)', (language, text) => {
    const words = wordsOf(text, language);
    expect(words.length).toBeGreaterThan(2);
    expect(words.length).toBeLessThan(text.length);
  });

  it('leaves out nothing but spaces, whatever the text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' })), (text) => {
        for (const { starts, ends } of [
          tokenize(text, 'en', new Vocabulary()),
          tokenizeCoarsely(text, new Vocabulary()),
        ]) {
          let at = 0;
          for (const [token, start] of starts.entries()) {
            expect(text.slice(at, start).trim()).toBe('');
            expect(ends[token]).toBeGreaterThan(start);
            at = ends[token] as number;
          }
          expect(text.slice(at).trim()).toBe('');
        }
      }),
    );
  });
});
