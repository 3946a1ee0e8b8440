import { expect, test } from 'vitest';
import { PARAGRAPHS, readSample, SENTENCES } from './read-sample.ts';

const shell = (script: string, title = 'Terms'): string =>
  `<!doctype html><html><head><title>${title}</title></head><body><div id="app"></div>${script}</body></html>`;
const data = (value: unknown, attributes = 'type="application/json"'): string =>
  `<script ${attributes}>${JSON.stringify(value).replaceAll('<', '\\u003c')}</script>`;
const texts = (html: string): string[] => readSample(html).blocks.map((block) => block.text);
const pushed = (stream: string): string =>
  (stream.match(/[\s\S]{1,300}/g) ?? [])
    .map((piece) => `<script>self.__stream.push(${JSON.stringify([1, piece]).replaceAll('<', '\\u003c')})</script>`)
    .join('');

test.each([
  [
    'nodeType',
    {
      nodeType: 'document',
      content: [
        node('nodeType', 'heading-2', 'Terms', 'value'),
        ...SENTENCES.map((text) => node('nodeType', 'paragraph', text, 'value')),
      ],
    },
  ],
  [
    'type',
    {
      type: 'doc',
      content: [
        { ...node('type', 'heading', 'Terms', 'text'), attrs: { level: 2 } },
        ...SENTENCES.map((text) => node('type', 'paragraph', text, 'text')),
      ],
    },
  ],
  ['_type', [{ ...block('Terms'), style: 'h2' }, ...SENTENCES.map(block)]],
])('nodes of a rich text are read as the text they stand for: %s', (_dialect, tree) => {
  expect(texts(shell(data({ props: { page: { title: 'x', body: tree } } })))).toEqual(['Terms', ...SENTENCES]);
});

function node(key: string, kind: string, text: string, leaf: string): Record<string, unknown> {
  return { [key]: kind, content: [{ [key]: 'text', [leaf]: text }] };
}

function block(text: string): Record<string, unknown> {
  return { _type: 'block', style: 'normal', children: [{ _type: 'span', text, marks: [] }] };
}

test('items, links and numbers of a rich text keep what they are', () => {
  const items = SENTENCES.map((text) => ({ ...block(text), listItem: 'bullet' }));
  const kinds = readSample(shell(data({ body: [block('We keep:'), ...items] }))).blocks.map(({ kind }) => kind);
  expect(kinds).toEqual(['paragraph', ...SENTENCES.map(() => 'list-item')]);
});

test('a text that a server streams to a script is read, without the menu around it', () => {
  const rows = [
    '1:I["123",["456"],"Layout"]',
    `2:["$","main",null,{"className":"x","children":[["$","h1",null,{"children":"Terms"}],"$L3"]}]`,
    `3:["$","$L1",null,{"children":[${SENTENCES.map((text) => JSON.stringify(['$', 'p', null, { children: text }])).join(',')}]}]`,
    `0:["$","div",null,{"children":[["$","nav",null,{"children":["$","a",null,{"href":"/x","children":"Boats"}]}],"$L2"]}]`,
  ];
  expect(texts(shell(pushed(`${rows.join('\n')}\n`)))).toEqual(['Terms', ...SENTENCES]);
});

test('markup that is streamed as a text of a given length is read', () => {
  const markup = `<h1>Terms</h1>${PARAGRAPHS}<p>Größe</p>`;
  const stream = `5:T${Buffer.byteLength(markup).toString(16)},${markup}0:["$","article",null,{"dangerouslySetInnerHTML":{"__html":"$5"}}]\n`;
  expect(texts(shell(pushed(stream)))).toEqual(['Terms', ...SENTENCES, 'Größe']);
});

test('the body of an article in data for search engines is read, and data a script is given', () => {
  const articleBody = [...SENTENCES, ...SENTENCES, ...SENTENCES].join('\n\n');
  expect(texts(shell(data({ '@type': 'Article', articleBody }, 'type="application/ld+json"')))).toHaveLength(15);
  expect(texts(shell(`<script>window.__STATE__ = ${JSON.stringify({ html: PARAGRAPHS })};</script>`))).toEqual(
    SENTENCES,
  );
});

test('a frame that carries its source is read', () => {
  const source = PARAGRAPHS.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  expect(texts(shell(`<iframe srcdoc="${source}"></iframe>`))).toEqual(SENTENCES);
});

test('an error page is one, whatever texts its data hold', () => {
  const html = shell(data({ messages: { consent: PARAGRAPHS } }), 'Page not found | Fable');
  expect(readSample(html)).toMatchObject({ verdict: 'suspect', reason: 'error-page' });
});

test('a page that shows its text is not read from its data', () => {
  const html = shell(
    `<main><h1>Terms</h1>${PARAGRAPHS}</main>${data({ old: PARAGRAPHS.replaceAll('harbour', 'desert') })}`,
  );
  expect(texts(html)).toEqual(['Terms', ...SENTENCES]);
});

test('data made to exhaust us are left alone', () => {
  expect(readSample(shell(pushed(`1:"$L2"\n2:"$L1"\n0:${'['.repeat(5000)}${']'.repeat(5000)}\n`))).verdict).toBe(
    'suspect',
  );
});
