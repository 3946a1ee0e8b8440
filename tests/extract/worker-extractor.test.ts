import { afterEach, expect, test } from 'vitest';
import { extractDocument } from '../../src/extract/extract-document.ts';
import { WorkerExtractor } from '../../src/extract/worker-extractor.ts';
import { PAGE_URL, PARAGRAPHS } from './read-sample.ts';

const inputOf = (html: string) => ({
  documentId: 'fable/privacy',
  url: PAGE_URL,
  contentType: 'text/html',
  body: new TextEncoder().encode(html),
});
const GOOD = inputOf(`<main><h1>Terms</h1>${PARAGRAPHS}</main>`);
/** Takes about a second: more than it is given below. */
const SLOW = inputOf(`<main>${'<p>Boats float well on calm water.</p>'.repeat(49_000)}</main>`);

let extractor: WorkerExtractor;
afterEach(() => extractor.close());

test('reads the same as in this thread, several pages at once', async () => {
  extractor = new WorkerExtractor();
  const pages = await Promise.all([
    extractor.extract(GOOD),
    extractor.extract(inputOf('<p>x')),
    extractor.extract(GOOD),
  ]);
  expect(pages).toEqual([extractDocument(GOOD), extractDocument(inputOf('<p>x')), extractDocument(GOOD)]);
});

test('a text is the page without hash and Markdown', async () => {
  extractor = new WorkerExtractor();
  const { hash, markdown, ...text } = await extractor.extract(GOOD);
  expect(hash + markdown).not.toBe('');
  expect(await extractor.readText(GOOD)).toEqual(text);
  expect(await extractor.readText(inputOf('<p>x'))).not.toHaveProperty('hash');
});

test('a page that takes too long is too complex, and the next one is read', async () => {
  extractor = new WorkerExtractor({ timeoutMs: 250 });
  const started = performance.now();
  await extractor.extract(GOOD);
  const [slow, good] = await Promise.all([
    extractor.extract(SLOW),
    extractor.extract(inputOf(`<main>${PARAGRAPHS}</main>`)),
  ]);
  expect(slow).toMatchObject({ verdict: 'suspect', reason: 'too-complex', blocks: [] });
  expect(good.verdict).toBe('policy');
  expect(performance.now() - started).toBeLessThan(15_000);
});

test('a page that takes too much memory is too complex, and the next one is read', async () => {
  extractor = new WorkerExtractor({ timeoutMs: 20_000, maxHeapMb: 96 });
  const heavy = await extractor.extract(inputOf(`<ul>${'<li><a href="/x">boat</a>'.repeat(130_000)}</ul>`));
  expect(heavy).toMatchObject({ verdict: 'suspect', reason: 'too-complex' });
  expect((await extractor.extract(GOOD)).verdict).toBe('policy');
});

test('a selector that is none makes an unreadable page, not a dead worker', async () => {
  extractor = new WorkerExtractor();
  expect(await extractor.extract({ ...GOOD, select: ['[[['] })).toMatchObject({
    verdict: 'suspect',
    reason: 'unreadable',
  });
  expect((await extractor.extract(GOOD)).verdict).toBe('policy');
});

test('closing before, after and twice is no error', async () => {
  extractor = new WorkerExtractor();
  await extractor.close();
  expect((await extractor.extract(GOOD)).verdict).toBe('policy');
  await extractor.close();
});

test('a reader that ends because no page came does not take the next page with it', async () => {
  extractor = new WorkerExtractor({ idleMs: 0 });
  const expected = extractDocument(GOOD);
  for (let round = 0; round < 4; round++) {
    expect(await extractor.extract(GOOD)).toEqual(expected);
    // The timer fires, and the next page is asked for while the process is ending.
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
});
