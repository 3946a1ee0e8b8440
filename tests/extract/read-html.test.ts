import { expect, test } from 'vitest';
import { extractDocument } from '../../src/extract/extract-document.ts';
import { outline, PAGE_URL, PARAGRAPHS, readSample, SENTENCES } from './read-sample.ts';

const page = (body: string, head = ''): string =>
  `<!doctype html><html><head>${head}</head><body>${body}</body></html>`;

test('lists, nested lists and their lead-ins read like their Markdown', () => {
  const html = page(
    `<main>${PARAGRAPHS}<p>We use your data to:</p><ul><li>run<ol type="a"><li>boats<li>lamps</ol><li>rest</ul></main>`,
  );
  const items = readSample(html).blocks.filter((block) => block.kind === 'list-item');
  expect(items.map((block) => [block.text, block.depth, block.marker, block.leadIn])).toEqual([
    ['run', 0, undefined, 'We use your data to:'],
    ['boats', 1, 'a.', 'run'],
    ['lamps', 1, 'b.', 'run'],
    ['rest', 0, undefined, 'We use your data to:'],
  ]);
});

test('an item that brings its own number is not numbered twice', () => {
  const html = page(`<main>${PARAGRAPHS}<ol><li>(a) boats</li><li>(b) lamps</li></ol></main>`);
  expect(
    readSample(html)
      .blocks.filter((block) => block.kind === 'list-item')
      .map((block) => block.marker),
  ).toEqual([undefined, undefined]);
});

test('tables, captions and definition lists', () => {
  const html = page(`<main>${PARAGRAPHS}<table><tr><th>Data<th>Why<tr><td>Name<td><p>to greet</p><p>To bill</p></table>
    <dl><dt>Boat</dt><dd>What floats.</dd></dl></main>`);
  expect(outline(readSample(html)).slice(5)).toEqual([
    'table-row Data | Why',
    'table-row Name | to greet',
    'table-row To bill',
    'paragraph Boat',
    'list-item 0 What floats.',
  ]);
});

test('a table that only lays out the page is no table', () => {
  const html = page(`<table><tr><td><h1>Terms</h1>${PARAGRAPHS}</td></tr></table>`);
  expect(readSample(html).blocks.map((block) => block.kind)).toEqual(['heading', ...SENTENCES.map(() => 'paragraph')]);
});

test('collapsed and hidden panels are part of the text', () => {
  const html = page(`<main><h1>Terms</h1>${PARAGRAPHS}
    <details><summary>Letters</summary><p>Folded letters are kept.</p></details>
    <h2><button aria-expanded="false">Voices</button></h2><div hidden><p>Voices are kept as well.</p></div>
    <button aria-expanded="false" aria-controls="p">Faces</button><div id="p" style="display:none"><p>Faces are never kept.</p></div>
    <p>After all.</p></main>`);
  const tail = readSample(html).blocks.slice(6);
  expect(tail.map((block) => block.text)).toEqual([
    'Letters',
    'Folded letters are kept.',
    'Voices',
    'Voices are kept as well.',
    'Faces',
    'Faces are never kept.',
    'After all.',
  ]);
  expect(tail[1]?.headingPath).toEqual(['Terms', 'Letters']);
  expect(tail[5]?.headingPath).toEqual(['Terms', 'Voices', 'Faces']);
});

test('a dialog that hides the page from screen readers does not hide it from us', () => {
  const html = page(`<div id="root" aria-hidden="true"><div><h1>Terms</h1>${PARAGRAPHS}</div></div>
    <div role="dialog" aria-modal="true"><h2>Cookies</h2>${PARAGRAPHS.replaceAll('harbour', 'cookie')}<button>Accept all</button></div>`);
  expect(readSample(html).blocks.map((block) => block.text)).toEqual(['Terms', ...SENTENCES]);
});

test('a cookie box without any role, longer than the text, is left out', () => {
  const cookies = Array.from(
    { length: 12 },
    (_, i) => `<p>Cookie number ${i} remembers which pier you like, for thirteen months.</p>`,
  );
  const html =
    page(`<div class="x1">${cookies.join('')}<div><button>Reject all</button><button>Accept all</button></div></div>
    <div class="x2"><h1>Terms</h1>${PARAGRAPHS}</div>`);
  expect(readSample(html).markdown).not.toContain('pier');
  expect(readSample(html).verdict).toBe('policy');
});

test('menus, head, foot, related articles and the table of contents are left out', () => {
  const links = (n: number): string =>
    Array.from({ length: n }, (_, i) => `<li><a href="/p${i}">Place ${i}</a></li>`).join('');
  const html = page(`<header><a href="/">Fable</a><nav><ul>${links(9)}</ul></nav></header>
    <main><h1>Terms</h1><h2>On this page</h2><ul><li><a href="#a">One</a><li><a href="#b">Two</a><li><a href="#c">Three</a></ul>
    ${PARAGRAPHS}<h2>Related articles</h2><ul>${links(4)}</ul></main><footer><ul>${links(20)}</ul>© Fable</footer>`);
  expect(readSample(html).blocks.map((block) => block.text)).toEqual(['Terms', ...SENTENCES]);
});

test('links that a sentence announces stay', () => {
  const html =
    page(`<main>${PARAGRAPHS}<p>These texts apply too:</p><ul><li><a href="/a">Rules of the quay</a><li><a href="/b">Rules of the lamp</a>
    <li><a href="/c">Rules of the rope</a></ul><p>They are older than this one.</p></main>`);
  expect(readSample(html).markdown).toContain('Rules of the rope');
});

test('without landmarks the text is found where the sentences are', () => {
  const menu = Array.from({ length: 40 }, (_, i) => `<div><a href="/p${i}">Place ${i}</a></div>`).join('');
  const html = page(`<div>${menu}</div><div><div><h1>Terms</h1><div>${PARAGRAPHS}</div></div></div><div>${menu}</div>`);
  expect(readSample(html).blocks.map((block) => block.text)).toEqual(['Terms', ...SENTENCES]);
});

test('what changes by itself does not reach the hash', () => {
  const at = (ago: string, id: string, likes: number): string =>
    page(
      `<main><h1>Terms</h1><p>Updated ${ago}</p>${PARAGRAPHS}<p>${likes} people found this helpful</p><div>Trace: ${id}</div></main>`,
    );
  const one = readSample(at('3 days ago', '9f2c51d07ab34e6c8f109f2c51d07ab3', 12));
  const two = readSample(at('yesterday', '17aa51d07ab34e6c8f109f2c51d07fff', 99));
  expect(one.hash).toBe(two.hash);
  expect(one.markdown).toBe(two.markdown);
});

test('markup that nobody closed loses no word', () => {
  const html = `<title>T</title><main><h1>Terms<p>${SENTENCES.join('<p>')}<ul><li>one<li>two<b>bold<table><tr><td>a<td>b`;
  const text = readSample(html)
    .blocks.map((block) => block.text)
    .join(' ');
  for (const sentence of SENTENCES) expect(text).toContain(sentence);
  expect(text).toMatch(/one.*two.*bold.*a.*b/);
});

test('scripts, styles, templates and comments are no text, a shadow root is', () => {
  const html = page(`<main>${PARAGRAPHS}<script>var p = "<p>We sell everything you wrote to everybody.</p>";</script>
    <style>p::after{content:"secret words"}</style><template><p>A template nobody sees is here.</p></template><!-- <p>hidden note</p> -->
    <div><template shadowrootmode="open"><p>A shadow everybody sees is here.</p></template></div></main>`);
  const { markdown } = readSample(html);
  expect(markdown).not.toMatch(/sell everything|secret words|nobody sees|hidden note/);
  expect(markdown).toContain('A shadow everybody sees is here.');
});

test('notes for screen readers and icons inside a sentence are left out', () => {
  const html = page(
    `<main>${PARAGRAPHS}<p>Read <a href="/x">the rules<span class="sr-only"> (opens in a new window)</span></a> <i role="img">icon-anchor</i>today.</p></main>`,
  );
  expect(readSample(html).blocks.at(-1)?.text).toBe('Read the rules today.');
});

test('a shell whose text sits in its data is read from there', () => {
  const data = JSON.stringify({ props: { page: { body: `<h1>Terms</h1>${PARAGRAPHS}` } } });
  const html = page(
    `<div id="app">Loading…</div><script id="__DATA__" type="application/json">${data.replaceAll('<', '\\u003c')}</script>`,
  );
  expect(readSample(html)).toMatchObject({ verdict: 'policy', title: 'Terms' });
});

test('select and remove overrule what the structure says', () => {
  const html = page(
    `<main><h1>Terms</h1>${PARAGRAPHS}</main><aside class="notes"><p>Only this <b class="gone">not this</b></p></aside>`,
  );
  const input = { documentId: 'a', url: PAGE_URL, contentType: 'text/html', body: new TextEncoder().encode(html) };
  const read = extractDocument({ ...input, select: ['.notes'], remove: ['.gone'] });
  expect(read.blocks.map((block) => block.text)).toEqual(['Only this']);
  expect(extractDocument({ ...input, remove: ['h1'] }).blocks.map((block) => block.text)).toEqual(SENTENCES);
});

test('relative links follow the base of the page', () => {
  const html = page(
    `<main>${PARAGRAPHS}<p>See our <a href="rules">rules of the quay</a>.</p></main>`,
    '<base href="https://other.example/x/">',
  );
  expect(readSample(html).blocks.at(-1)?.links[0]?.href).toBe('https://other.example/x/rules');
});

test.each([
  ['header', 'text/html; charset=windows-1252', ''],
  ['meta', 'text/html', '<meta charset="windows-1252">'],
])('the charset is taken from the %s', (_where, contentType, meta) => {
  const html = page(`<main>${PARAGRAPHS}<p>Caf\u00e9 and \u00fcber \u0093quay\u0094.</p></main>`, meta);
  expect(readSample(Buffer.from(html, 'latin1'), contentType).markdown).toContain('Café and über “quay”.');
});

test('the language is that of the text, not of the markup', () => {
  const german = SENTENCES.map(
    () => '<p>Wir bewahren deine Nachrichten so lange auf, wie dein Konto besteht, und löschen sie danach.</p>',
  ).join('');
  expect(readSample(`<html lang="en"><body><main>${german}</main>`).language).toBe('de');
  expect(readSample(page(`<main>${PARAGRAPHS}</main>`)).language).toBe('en');
});

test('a fragment without html and body is read whole', () => {
  expect(readSample(PARAGRAPHS).blocks.map((block) => block.text)).toEqual(SENTENCES);
});

test('the date and the heading beside the body of the text are part of it', () => {
  const html =
    page(`<div><div><h2>Privacy at Fable</h2><p>Effective 1 May 2031</p></div><div><div>${PARAGRAPHS}</div></div></div>
    <div><a href="/a">Boats</a> © 2031 Fable</div>`);
  expect(readSample(html).blocks.map((block) => block.text)).toEqual([
    'Privacy at Fable',
    'Effective 1 May 2031',
    ...SENTENCES,
  ]);
});

test('a heading that nobody closed does not swallow the text', () => {
  const kinds = readSample(
    page(`<main><h2>Boats${PARAGRAPHS}<h3>Lamps</h3><p>They shine all night.</p></main>`),
  ).blocks.map((block) => block.kind);
  expect(kinds).toEqual(['paragraph', ...SENTENCES.map(() => 'paragraph'), 'heading', 'paragraph']);
});

test('the lines of an address at the end of the text stay', () => {
  const html =
    page(`<main><h1>Terms</h1>${PARAGRAPHS}<p>Contact us at:</p><p><a href="mailto:quay@fable.example">quay@fable.example</a></p>
    <p><a href="https://fable.example/form">Form for letters</a></p><p>Fable Harbour Ltd</p><p>1 Quay Road</p><p>Port Fable</p></main>`);
  expect(
    readSample(html)
      .blocks.slice(6)
      .map((block) => block.text),
  ).toEqual([
    'Contact us at:',
    'quay@fable.example',
    'Form for letters',
    'Fable Harbour Ltd',
    '1 Quay Road',
    'Port Fable',
  ]);
});

test.each([
  ['a telephone number', '<p>+44 20 7946 0018</p>', '<p>+44 20 7946 0019</p>'],
  ['a date', '<p>2031-05-01</p>', '<p>2031-06-01</p>'],
  ['an amount', '<div>€ 25</div>', '<div>€ 35</div>'],
  [
    'a cell of links',
    '<table><tr><td>Who<td>Where</tr><tr><td><a href="/a">Boat</a></table>',
    '<table><tr><td>Who<td>Where</tr><tr><td><a href="/a">Lamp</a></table>',
  ],
  [
    'links under a heading of the text',
    '<h2>Useful texts</h2><p><a href="/a">Boats</a></p><p><a href="/b">Lamps</a></p>',
    '<h2>Useful texts</h2><p><a href="/a">Boats</a></p><p><a href="/b">Ropes</a></p>',
  ],
])('%s that stands alone is text', (_what, before, after) => {
  const at = (inner: string): string =>
    readSample(page(`<main><h1>Terms</h1>${PARAGRAPHS}${inner}<p>That is all we say.</p></main>`)).hash;
  expect(at(before)).not.toBe(at(after));
});

test('a date that a program wrote reads the same in either order, a date of a person does not', () => {
  const at = (date: string, data: string): string =>
    readSample(
      page(
        `<main><h1>Terms</h1><p>Effective ${date}</p>${PARAGRAPHS}</main><script type="application/json">"${data}"</script>`,
      ),
    ).hash;
  expect(at('12 January 2031', '2031-01-12T08:00Z')).toBe(at('January 12, 2031', '2031-01-12T08:00Z'));
  expect(at('13 January 2031', '2031-01-13')).not.toBe(at('January 12, 2031', '2031-01-12'));
  expect(at('12 January 2031', '')).not.toBe(at('January 12, 2031', ''));
});

test('boxes with a field to type into or a button that puts them away are left out', () => {
  const html = page(`<main><h1>Terms</h1>${PARAGRAPHS}</main>
    <div><h2>Ask the harbour</h2><p>Our machine answers what you want to know about boats.</p><textarea></textarea><button>Send</button></div>
    <div><p>New boats are here, have a look at them today.</p><button aria-label="Close banner">×</button></div>`);
  expect(readSample(html).blocks.map((block) => block.text)).toEqual(['Terms', ...SENTENCES]);
});

test('the head of a site with a title of its own is no part of a text that has one', () => {
  const html = page(`<header><h1>Fable Legal Hub</h1><p>We have made our rules easier to read, have a look.</p></header>
    <div><div><h1>Terms</h1>${PARAGRAPHS}${PARAGRAPHS}</div></div>`);
  expect(readSample(html).markdown).not.toContain('Hub');
});

test('an address under the last heading stays with its heading', () => {
  const html =
    page(`<main><h1>Terms</h1>${PARAGRAPHS}<h2>Contact</h2><ul><li><a href="mailto:quay@fable.example">quay@fable.example</a></li>
    <li><a href="/form">Form for letters</a></li></ul></main><footer><a href="/a">Boats</a></footer>`);
  expect(
    readSample(html)
      .blocks.slice(6)
      .map((block) => block.text),
  ).toEqual(['Contact', 'quay@fable.example', 'Form for letters']);
});

test('footnotes stay with their text, marks that lead back and to the top do not', () => {
  const html =
    page(`<main><h1>Terms</h1>${PARAGRAPHS}<p>We keep lists for a year<sup><a href="#f1">1</a></sup>.</p><p><a href="#top">Back to top</a></p>
    <ol><li id="f1">Counted from the last visit. <a href="#r1">↩</a></li></ol></main>`);
  expect(
    readSample(html)
      .blocks.slice(6)
      .map((block) => block.text),
  ).toEqual(['We keep lists for a year1.', 'Counted from the last visit.']);
});

test('a dialog that holds the text is the text', () => {
  const html = page(
    `<div><p>Welcome</p></div><div role="dialog" aria-modal="true"><h1>Terms</h1>${PARAGRAPHS.repeat(3)}<button>Close</button></div>`,
  );
  expect(readSample(html).blocks.filter((block) => block.kind === 'paragraph')).toHaveLength(15);
});
