import { type BrokenPage, broken, TEXT, wrapped } from './broken-page.ts';

const NESTED = {
  div: '<div>',
  span: '<span>a',
  bold: '<b><i>a',
  lists: '<ul><li>a',
  tables: '<table><tr><td>a',
  quotations: '<blockquote>a',
  links: '<a href="/x">a',
  sections: '<section><h2>a</h2>',
  details: '<details><summary>a</summary>',
  fonts: '<font size=1>a',
} as const;

const HUGE: Readonly<Record<string, string>> = {
  'a text': `<p>${'boat and lamp '.repeat(750_000)}`,
  'a word': `<p>${'boat'.repeat(1_500_000)}</p>`,
  'white space': `<p>${' \n'.repeat(5_000_000)}</p>`,
  entities: `<p>${'&amp;'.repeat(2_000_000)}</p>`,
  'unknown entities': `<p>${'&boat;'.repeat(500_000)}</p>`,
  'an attribute': `<p title="${'x'.repeat(10_000_000)}">a</p>`,
  'an attribute without an end': `<p title="${'x'.repeat(5_000_000)}`,
  'a comment': `<!-- ${'x'.repeat(10_000_000)} -->${TEXT}`,
  'a comment without an end': `${TEXT}<!-- ${'x-'.repeat(3_000_000)}`,
  'a script': `<script>${'boat();'.repeat(1_400_000)}</script>${TEXT}`,
  'a style': `<style>${'p{} '.repeat(2_000_000)}</style>${TEXT}`,
  'a title': `<title>${'Terms '.repeat(500_000)}</title>${TEXT}`,
  'a text area': `<textarea>${'boat '.repeat(1_000_000)}</textarea>${TEXT}`,
  'an address of a link': `<p><a href="/${'x'.repeat(3_000_000)}">a</a></p>${TEXT}`,
  data: `<script type="application/json">{"a":"${'boat '.repeat(700_000)}"}</script>`,
  'nested data': `<script type="application/json">${'['.repeat(200_000)}${']'.repeat(200_000)}</script>`,
  'a name of a tag': `<${'x'.repeat(5_000_000)}>${TEXT}`,
  'combining marks': `<p>a${'\u0301'.repeat(300_000)}</p>`,
};

const MANY: Readonly<Record<string, string>> = {
  'list items': '<li>x',
  paragraphs: '<p>x',
  'line breaks': '<br>',
  'empty boxes': '<div></div>',
  cells: '<td>x',
  rows: '<tr><td>x',
  links: '<a href="/x">boat</a>',
  headings: '<h2>x</h2>',
  images: '<img alt="x">',
  buttons: '<button>Accept all</button>cookies',
  'fields to type into': '<input type="text">',
  'closing buttons': '<div><button>Close</button>a</div>',
  options: '<option>Utopia',
  comments: '<!-- x -->',
  scripts: '<script></script>',
  frames: '<iframe srcdoc="&lt;p&gt;a"></iframe>',
  bars: '<p>a | b |',
  'bold pieces': '<b>a</b> ',
};

/** Pages made to take memory or time. */
export const EXHAUSTING: readonly BrokenPage[] = [
  ...Object.entries(NESTED).flatMap(([name, piece]) =>
    [300, 5_000, 100_000].map((depth) => broken(`${name} nested ${depth} deep`, `${piece.repeat(depth)}deep${TEXT}`)),
  ),
  ...Object.entries(HUGE).map(([name, html]) => broken(`${name} of megabytes`, html)),
  ...Object.entries(MANY).map(([name, piece]) =>
    broken(`a million ${name}`, `<body>${piece.repeat(Math.min(1_000_000, Math.floor(14_000_000 / piece.length)))}`),
  ),
  broken(
    '200,000 attributes',
    wrapped(`<p ${Array.from({ length: 200_000 }, (_, i) => `a${i}=1`).join(' ')}>a</p>${TEXT}`),
    {
      keeps: true,
    },
  ),
  broken(
    'a list that counts far',
    wrapped(`<ol start="99999999999999999999"><li value="-5">a<li value="1e9">b</ol>${TEXT}`),
    {
      keeps: true,
    },
  ),
];
