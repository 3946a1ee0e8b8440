import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PARAGRAPHS, readSample } from './read-sample.ts';

const bytes = (...parts: number[]): Uint8Array => Uint8Array.from(parts);

test.each([
  ['100,000 nested elements', `${'<div>'.repeat(100_000)}deep`],
  ['a million list items', `<ul>${'<li>x'.repeat(1_000_000)}`],
  ['10 MB of one text node', `<p>${'boat and lamp '.repeat(750_000)}`],
  ['deeply nested lists', `${'<ul><li>a'.repeat(3_000)}`],
  ['deeply nested tables', `${'<table><tr><td>a'.repeat(2_000)}`],
  ['deeply nested bold', `${'<b><i>a'.repeat(5_000)}`],
  ['an attribute without an end', `<p title="${'x'.repeat(100_000)}`],
  ['a tag that never closes', '<main><p'],
  ['a comment that never closes', `<main>${PARAGRAPHS}<!-- `],
  ['a script that never closes', `<main>${PARAGRAPHS}<script>`],
  ['only closing tags', '</div></p></main></html>'.repeat(1000)],
  ['a broken base', `<base href="http://[">${PARAGRAPHS}`],
  [
    'broken links',
    `<main>${PARAGRAPHS}<a href="http://[::1">x</a><a href="javascript:1">y</a><a href="//">z</a></main>`,
  ],
  [
    'numbers out of range',
    `<ol start="99999999999999999999"><li value="-5">a</ol><div role="heading" aria-level="999">b</div>`,
  ],
  ['broken data', '<script type="application/json">{"a":</script><script type="application/json">[[[[]]]]</script>'],
  ['a processing instruction and a doctype inside', `<?php echo 1 ?><!doctype x>${PARAGRAPHS}`],
  ['a frameset', '<frameset><frame src="a"></frameset>'],
  ['right-to-left marks', `<main><p>\u202e${'gnihtyreve'.repeat(20)}\u202c</p>${PARAGRAPHS}</main>`],
  ['lone surrogates', `<main><p>\ud800 boats &#xD800; &#0; &#x110000;</p>${PARAGRAPHS}</main>`],
  ['a text of combining marks', `<p>a${'\u0301'.repeat(50_000)}</p>`],
] as const)('%s give a reading', (_what, html) => {
  const started = performance.now();
  const page = readSample(html);
  expect(page.reason).not.toBe('unreadable');
  // The bound for one page is 2 s on a quiet machine; tests run beside others.
  expect(performance.now() - started).toBeLessThan(8000);
});

test.each([
  ['no bytes', bytes(), 'empty-shell'],
  ['an image', bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, ...new Array(500).fill(0)), 'unreadable'],
  ['a PDF', new TextEncoder().encode('%PDF-1.7\n%âãÏÓ\n1 0 obj'), 'unreadable'],
])('%s are suspect', (_what, body, reason) => {
  expect(readSample(body)).toMatchObject({ verdict: 'suspect', reason });
});

test('a page nested beyond reason is refused before it costs anything', () => {
  expect(readSample('<div>'.repeat(100_000)).reason).toBe('too-complex');
});

test.each([
  ['text/html', `<p>${'boat and lamp '.repeat(750_000)}`],
  ['text/plain', 'boat and lamp '.repeat(750_000)],
  ['text/markdown', '* boats float\n'.repeat(200_000)],
  ['text/html', `<main>${'<p>Boats float.</p>'.repeat(60_000)}`],
])('text far beyond any document is refused: %s %#', (contentType, source) => {
  expect(readSample(source, contentType).reason).toBe('too-complex');
});

test('a script may be longer than any text', () => {
  expect(readSample(`<main>${PARAGRAPHS}</main><script>${'boat();'.repeat(800_000)}</script>`).verdict).toBe('policy');
});

test('text below the depth a browser shows is still read', () => {
  expect(
    readSample(
      `${'<div>'.repeat(2000)}${PARAGRAPHS}${'</div>'.repeat(2000)}<p>After all of it there is one more sentence about boats.</p>`,
    ).markdown,
  ).toMatch(/Fable Harbour[\s\S]*After all of it/);
});

test.each([
  ['utf-16 with a mark', Buffer.from(`\ufeff<main>${PARAGRAPHS}<p>Größe</p></main>`, 'utf16le'), 'text/html'],
  ['a charset that does not exist', Buffer.from(`<main>${PARAGRAPHS}<p>Größe</p></main>`), 'text/html; charset=boat-8'],
])('%s is decoded', (_what, body, contentType) => {
  expect(readSample(body, contentType).markdown).toContain('Größe');
});

const piece = fc.oneof(
  fc.constantFrom(
    '<p>',
    '</p>',
    '<ul>',
    '<ol>',
    '<li>',
    '</ul>',
    '<table>',
    '<tr>',
    '<td>',
    '</table>',
    '<main>',
    '<nav>',
    '<br>',
    '<h2>',
    '</h2>',
    '<details><summary>',
    '<a href="#x">',
    '</a>',
    '<b>',
    '<button aria-expanded=true>',
    '<dl><dt>',
    '<dd>',
    '<pre>',
    '<template>',
    '<svg>',
    '<img alt="x">',
    '<!--',
    '-->',
    '<script>',
    '</script>',
    '<base href=x:>',
    '&amp',
    '&#x',
  ),
  fc.string({ maxLength: 30 }),
);

test('no page makes the reader throw', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (parts) => {
      const page = readSample(parts.join(''));
      expect(page.hash).toMatch(/^[0-9a-f]{64}$/);
      for (const { text, links } of page.blocks) {
        expect(text).toBe(text.trim());
        for (const link of links) expect(link.end).toBeLessThanOrEqual(text.length);
      }
    }),
    { numRuns: 400 },
  );
});

test('no Markdown or text makes the reader throw', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.oneof(
          fc.constantFrom('\n', '* ', '1. ', '> ', '# ', '| a | b |\n|---|---|\n', '```', '[x](', '**', '<br>', '    '),
          fc.string({ maxLength: 12 }),
        ),
        { maxLength: 40 },
      ),
      (parts) => {
        for (const type of ['text/markdown', 'text/plain']) readSample(parts.join(''), type);
      },
    ),
  );
});
