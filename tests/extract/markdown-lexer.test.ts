import { decodeHTML } from 'entities';
import fc from 'fast-check';
import { marked, type Token } from 'marked';
import { expect, test } from 'vitest';
import { lexMarkdown } from '../../src/extract/markdown-lexer.ts';

/** As they are read: text is decoded, and one text in two tokens is one text. */
function asRead(tokens: readonly Token[]): unknown {
  return JSON.parse(
    JSON.stringify(tokens, (key, value: unknown) =>
      key === 'text' && typeof value === 'string' ? decodeHTML(value) : value,
    ),
  );
}

const PIECES = [
  'Boats float.',
  'a boat',
  ' ',
  '  \n',
  '\n',
  '\n\n',
  '\r\n',
  '!',
  '[',
  ']',
  '(',
  ')',
  '*',
  '**',
  '_',
  '~',
  '~~',
  '`',
  '<',
  '>',
  '<br>',
  '&',
  '&amp;',
  '&copy',
  '"',
  "'",
  '\\',
  ':',
  '://',
  'http',
  'https://boats.example/a',
  'WWW.',
  'www.boats.example',
  '@',
  'us@boats.example',
  'mailto:',
  '#',
  '# ',
  '- ',
  '1. ',
  '|',
  '| --- |',
  '> ',
  '…',
  '’',
  '\u00a0',
  '\t',
]; // prettier-ignore

test('reads what the package reads, whatever stands together', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 14 }), (pieces) => {
      const text = pieces.join('');
      expect(asRead(lexMarkdown(text).tokens)).toEqual(asRead(marked.lexer(text, { gfm: true })));
    }),
    { numRuns: 5000 },
  );
});
