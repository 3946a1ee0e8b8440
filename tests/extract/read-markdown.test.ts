import { expect, test } from 'vitest';
import { outline, readMarkdownSample } from './read-sample.ts';

test('a list is led in by the paragraph before it, a nested list by its parent item', () => {
  const { blocks } = readMarkdownSample(
    'We use your data to:\n\n* run the harbour\n* teach models:\n    1. speech\n    2. pictures\n',
  );
  expect(blocks.map((block) => [block.text, block.depth, block.marker, block.leadIn])).toEqual([
    ['We use your data to:', undefined, undefined, null],
    ['run the harbour', 0, undefined, 'We use your data to:'],
    ['teach models:', 0, undefined, 'We use your data to:'],
    ['speech', 1, '1.', 'teach models:'],
    ['pictures', 1, '2.', 'teach models:'],
  ]);
});

test('of a long introduction only its last sentence leads in', () => {
  const long = `${'Harbours are old and their customs are many. '.repeat(10)}We share data with:`;
  expect(readMarkdownSample(`${long}\n\n* pilots\n`).blocks[1]?.leadIn).toBe('We share data with:');
});

test('heading paths run from the outermost heading to the innermost and forget closed sections', () => {
  const { blocks } = readMarkdownSample('# A\n\n## B\n\nx\n\n### C\n\ny\n\n## D\n\nz\n');
  expect(blocks.filter((block) => block.kind === 'paragraph').map((block) => block.headingPath)).toEqual([
    ['A', 'B'],
    ['A', 'B', 'C'],
    ['A', 'D'],
  ]);
});

test('a table row is one block and its cells are joined', () => {
  expect(outline(readMarkdownSample('| Data | Why |\n| --- | --- |\n| Name | to greet \\| you |\n'))).toEqual([
    'table-row Data | Why',
    'table-row Name | to greet | you',
  ]);
});

test('lines of a long cell are rows of their own, led in by the name of the row', () => {
  const { blocks } = readMarkdownSample(
    '| Purpose | Data |\n|---|---|\n| Train models | Posts<br>Voice notes<br>Drawings |\n',
  );
  expect(blocks.slice(1).map((block) => [block.text, block.leadIn])).toEqual([
    ['Train models | Posts', null],
    ['Voice notes', 'Train models'],
    ['Drawings', 'Train models'],
  ]);
});

test('a sentence that was only wrapped is not split', () => {
  expect(outline(readMarkdownSample('We keep<br>your letters.<br>Nobody reads them.\n'))).toEqual([
    'paragraph We keep your letters.',
    'paragraph Nobody reads them.',
  ]);
});

test('links keep their place in the folded text and lose what only tracks', () => {
  const [block] = readMarkdownSample(
    'See  the [boat **rules**](https://fable.example/rules?utm_source=mail&page=2) now.',
  ).blocks;
  const link = block?.links[0];
  expect(link && block?.text.slice(link.start, link.end)).toBe('boat rules');
  expect(link?.href).toBe('https://fable.example/rules?page=2');
});

test('links that would run a script are text only', () => {
  expect(readMarkdownSample('[press](javascript:alert(1)) [x](data:text/html,hi)').blocks[0]?.links).toEqual([]);
});

test('entities, quotes, code and markup inside Markdown read as their text', () => {
  const page = readMarkdownSample('> R&amp;D <em>uses</em> `a*b` \\*all\\*\n\n```\ncode here\n```\n');
  expect(page.blocks.map((block) => block.text)).toEqual(['R&D uses a*b *all*', 'code here']);
});

test('a short line wholly in bold opens a section', () => {
  const { blocks } = readMarkdownSample('# Terms\n\n**Your letters**\n\nThey are yours.\n');
  expect(blocks[1]).toMatchObject({ kind: 'heading', level: 2 });
  expect(blocks[2]?.headingPath).toEqual(['Terms', 'Your letters']);
});

test('numbers of an ordered list go on from its start', () => {
  expect(readMarkdownSample('3) c\n4) d\n').blocks.map((block) => block.marker)).toEqual(['3)', '4)']);
});

test('a link whose text runs over paragraphs leaves no brackets and no address behind', () => {
  const source =
    'Before.\n\n[\n\nWhat we collect\n\n\n](https://fable.example/log?(a)=1)[\n\nMore about [boats](https://fable.example/boats)\n\n](https://fable.example/more "More")\n\nAfter.\n';
  const page = readMarkdownSample(source);
  expect(outline(page)).toEqual([
    'paragraph Before.',
    'paragraph What we collect',
    'paragraph More about boats',
    'paragraph After.',
  ]);
  expect(page.blocks.flatMap(({ links }) => links.map(({ href }) => href))).toEqual(['https://fable.example/boats']);
});

test('a link whose text is only wrapped stays a link', () => {
  const [block] = readMarkdownSample('See [the rules\n](https://fable.example/rules) now.\n').blocks;
  expect(block).toMatchObject({ text: 'See the rules now.', links: [{ href: 'https://fable.example/rules' }] });
});
