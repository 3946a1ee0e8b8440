import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { extractDocument } from '../../src/extract/extract-document.ts';
import { PAGE_URL } from './read-sample.ts';

/** The pages that docs/reading-pages.md shows. */
const explain = (name: string) => {
  const body = readFileSync(new URL(`../../docs/pictures/${name}.html`, import.meta.url));
  return extractDocument({ documentId: name, url: PAGE_URL, contentType: 'text/html', body, explain: true })
    .explanation;
};

test('every part that is left out is told with its reason, in the order of the page', () => {
  const reasons = explain('harbour-privacy')?.leftOut.map(({ reason, text }) => `${reason}: ${text.slice(0, 16)}`);
  expect(reasons).toEqual([
    'head of the site: Fable Harbour Bo',
    'small box to use, not to read: New this spring:',
    'beside the text, mostly links: Legal Terms of u',
    'links to other pages: Related articles',
    'small box to use, not to read: Ask the harbour ',
    'foot of the site: About Jobs Press',
    'asks for consent: We and our partn',
    'changes by itself: Updated 3 days a',
    'changes by itself: 12 people found ',
    'table of contents: On this page',
    'table of contents: What we collect',
    'table of contents: How we use it',
    'table of contents: Your choices',
  ]);
});

test('where the text was found is told as a path', () => {
  expect(explain('boxes-terms')?.source).toBe('html > body > div#root > div');
});

test('nothing is explained that nobody asked for', () => {
  const body = new TextEncoder().encode('<p>Boats</p>');
  expect(extractDocument({ documentId: 'a', url: '', contentType: 'text/html', body })).not.toHaveProperty(
    'explanation',
  );
});
