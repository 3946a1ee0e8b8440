import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldText } from '../../src/domain/fold-text.ts';
import { outline, PARAGRAPHS, readSample, SENTENCES } from './read-sample.ts';

const wrap = (inner: string): string => `<html><body><main><h1>Terms</h1>${PARAGRAPHS}${inner}</main></body></html>`;
const hashOf = (inner: string): string => readSample(wrap(inner)).hash;

test.each([
  ['h2 becomes h3', '<h2>Boats of all</h2><p>They float.</p>', '<h3>Boats of all</h3><p>They float.</p>'],
  [
    'a paragraph is split',
    '<p>They float here. They sink there.</p>',
    '<p>They float here.</p><p>They sink there.</p>',
  ],
  [
    'a list becomes paragraphs',
    '<ul><li>Boats float.</li><li>Stones sink.</li></ul>',
    '<p>Boats float.</p><p>Stones sink.</p>',
  ],
  ['numbers move from text to markup', '<p>1. Boats float.</p>', '<ol><li>Boats float.</li></ol>'],
  ['quotes and dashes change their shape', '<p>“Boats” – they’re here.</p>', '<p>"Boats" - they\'re here.</p>'],
  [
    'a link target changes',
    '<p>Read <a href="/a?x=1">this text</a> now.</p>',
    '<p>Read <a href="/b">this text</a> now.</p>',
  ],
  ['an invisible character slips in', '<p>Boats float well.</p>', '<p>Bo\u00adats flo\u200bat well.</p>'],
  [
    'class names and wrappers change',
    '<p>Boats float well.</p>',
    '<div class="x9"><section><p id="r:3:">Boats <span>float</span> well.</p></section></div>',
  ],
])('the hash stays when %s', (_what, before, after) => {
  expect(hashOf(before)).toBe(hashOf(after));
});

test.each([
  ['a letter of an address', '<p>Write to quay-one@fable.example.</p>', '<p>Write to quay_one@fable.example.</p>'],
  ['a date', '<p>Effective 3 May 2031.</p>', '<p>Effective 4 May 2031.</p>'],
  ['the order of lines', '<p>Boats float.</p><p>Stones sink.</p>', '<p>Stones sink.</p><p>Boats float.</p>'],
  ['a word in a cell', '<table><tr><td>Name<td>may</table>', '<table><tr><td>Name<td>will</table>'],
])('the hash changes with %s', (_what, before, after) => {
  expect(hashOf(before)).not.toBe(hashOf(after));
});

const words = fc.array(fc.constantFrom('boat', 'Boat', 'lamp', 'letter,', 'quay', 'rope.', 'net'), {
  minLength: 3,
  maxLength: 12,
});

test('hashes are equal exactly where the folded words are', () => {
  fc.assert(
    fc.property(words, words, (a, b) => {
      const page = (list: string[]): string => `<p>${list.join(' ')}</p>`;
      expect(hashOf(page(a)) === hashOf(page(b))).toBe(foldText(a.join(' ')) === foldText(b.join(' ')));
    }),
  );
});

test('equal input gives equal bytes, whatever was read before', () => {
  const first = readSample(wrap('<p>Boats float well.</p>'));
  readSample('<p>something else entirely');
  expect(readSample(wrap('<p>Boats float well.</p>'))).toEqual(first);
  expect(outline(first)).toEqual([
    'heading 1 Terms',
    ...SENTENCES.map((text) => `paragraph ${text}`),
    'paragraph Boats float well.',
  ]);
});
