import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Block } from '../../src/domain/block.ts';
import { tidyText } from '../../src/domain/fold-text.ts';
import { readMarkdown } from '../../src/extract/read-markdown.ts';
import { renderMarkdown } from '../../src/extract/render-markdown.ts';

const MARKS =
  '# * _ ` ~ [ ] ( ) < > | \\ & ! + - = 1. 2) a. &lt; &#42; <b> <!-- --> ``` ~~~ --- === $ ^ : // www.x.example https://x.example'.split(
    ' ',
  );
const hostile = fc
  .array(
    fc.oneof(fc.constantFrom(...MARKS), fc.string({ maxLength: 6 }), fc.constantFrom('letter', 'Hafen', '港', 'é')),
    { minLength: 1, maxLength: 8 },
  )
  .chain((parts) => fc.constantFrom('', ' ').map((glue) => tidyText(parts.join(glue))))
  // A bullet sign of its own is read as a bullet; ligatures of invisible characters are no words.
  .filter(
    (text) =>
      /\p{L}/u.test(text) && !/^[•·▪▫◦●○■□‣⁃∙➢➤]/u.test(text) && !/\p{Default_Ignorable_Code_Point}/u.test(text),
  );

const base = { headingPath: [], leadIn: null, links: [] };
const paragraph = (text: string): Block => ({ kind: 'paragraph', text, ...base });

describe('text of a page never becomes markup', () => {
  test.each(['paragraph', 'heading', 'list-item'] as const)('in a %s it reads back letter for letter', (kind) => {
    fc.assert(
      fc.property(hostile, (text) => {
        const extra = kind === 'heading' ? { level: 2 } : kind === 'list-item' ? { depth: 0 } : {};
        const back = readMarkdown(renderMarkdown([{ kind, text, ...base, ...extra }]), '');
        expect(back.map((block) => block.text)).toEqual([text]);
        expect(back[0]?.links.filter((link) => !link.href.startsWith('mailto:'))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  test('in a link it stays inside the link', () => {
    const text = 'see a](https://evil.example) b';
    const href = 'https://fable.example/a_(b)|c?x=1&copy=2';
    const [back] = readMarkdown(
      renderMarkdown([{ ...paragraph(text), links: [{ href, start: 0, end: text.length }] }]),
      '',
    );
    expect(back?.text).toBe(text);
    expect(back?.links).toEqual([
      { href: 'https://fable.example/a_%28b%29%7Cc?x=1&copy=2', start: 0, end: text.length },
    ]);
  });
});

test('nested lists, lettered markers and tables keep their shape', () => {
  const item = (text: string, depth: number, marker?: string): Block => ({
    kind: 'list-item',
    text,
    depth,
    ...base,
    ...(marker ? { marker } : {}),
  });
  const row = (text: string): Block => ({ kind: 'table-row', text, ...base });
  const markdown = renderMarkdown([
    { kind: 'heading', text: 'Terms', level: 1, ...base },
    item('one', 0, '1.'),
    item('two', 0, '2.'),
    item('deep', 1),
    item('nine', 0, '9.'),
    item('letter', 0, 'a.'),
    row('Data | Why'),
    row('Name | to greet'),
  ]);
  expect(markdown).toBe(
    '# Terms\n\n1. one\n2. two\n   * deep\n* 9\\. nine\n* a. letter\n\n| Data | Why |\n| --- | --- |\n| Name | to greet |\n',
  );
});

test('no blocks render to nothing', () => {
  expect(renderMarkdown([])).toBe('');
});
