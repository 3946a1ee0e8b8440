import { expect, it } from 'vitest';
import { countWords } from '../../src/snapshots/count-words.ts';

it.each([
  ['', 0],
  ['— … !', 0],
  ["We don't sell your e-mail-address.", 5],
  ['Artículo 12: ¿quién?', 3],
  ['Ἀθῆναι, Москва', 2],
])('counts in %j %i words', (text, words) => {
  expect(countWords(text)).toBe(words);
});

it('counts scripts without spaces by character, so that a paragraph is not one word', () => {
  expect(countWords('個人情報を利用します。')).toBe(10);
});
