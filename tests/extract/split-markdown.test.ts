import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMarkdown } from '../../src/extract/read-markdown.ts';
import { splitMarkdown } from '../../src/extract/split-markdown.ts';

/** A comment at the end is no text, but where there is one nothing is cut. */
const COMMENT = '\n\n<!-- -->\n';

const LINES = [
  ...[
    '',
    '',
    '',
    'Text',
    'text *em* **bold**',
    '**Bold line**',
    '# Heading',
    '## ',
    'Setext\n---',
    '---',
    '***',
    '* * *',
  ],
  ...[
    '* item',
    '- item',
    '-',
    '1. one',
    '7) seven',
    '2023 was',
    '  indented',
    '    code',
    '\tcode',
    '\t',
    ' ',
    '\u00a0',
  ],
  ...[
    '> quoted',
    '> * item',
    '>',
    '| a | b |\n|---|---|\n| c | d |',
    '<div>',
    '</div>',
    '<a href="x">',
    '</a>',
    '<b>x',
  ],
  ...['[a](b)', '[a', '](b)', 'u"', '</pre>', '[ ] task'],
  ...['* [x] task', '+ a\n\n  b', 'www.a.example', 'a  \nb', '_a_', '`a', 'a`', '\\', '&amp;', '==='],
];

describe('splitMarkdown', () => {
  it('cuts before text, headings and bold lines, never before items or what is indented', () => {
    expect(splitMarkdown('One\n\n* two\n\n  three\n\n**Four**\n\n1. five\n\n# Six\n')).toEqual([
      'One\n\n* two\n\n  three\n\n',
      '**Four**\n\n1. five\n\n',
      '# Six\n',
    ]);
  });

  it.each([
    ['fenced code', '```\n\na\n\n```'],
    ['a comment', '<!--\n\na\n\n-->'],
    ['a definition', '[a]: b "c\n\nd"'],
  ])('cuts nothing where %s could run over an empty line', (_, text) => {
    expect(splitMarkdown(`A\n\n${text}\n\nB`)).toBeNull();
    expect(splitMarkdown(`A${COMMENT}`)).toBeNull();
  });

  it('changes no block: read in pieces a text is what it is as a whole', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...LINES), { maxLength: 14 }), (lines) => {
        const text = lines.join('\n');
        expect(readMarkdown(`${text}\n\n`, '')).toEqual(readMarkdown(`${text}${COMMENT}`, ''));
      }),
      { numRuns: 5000 },
    );
  });
});

describe('readMarkdown', () => {
  it('resolves links against the address of each text, also where it read the same words before', () => {
    const hrefOf = (base: string) => readMarkdown('See [ours](/rules).', base)[0]?.links[0]?.href;
    expect(['https://a.example/', '', 'https://b.example/x/', ''].map(hrefOf)).toEqual([
      'https://a.example/rules',
      '/rules',
      'https://b.example/rules',
      '/rules',
    ]);
  });
});
