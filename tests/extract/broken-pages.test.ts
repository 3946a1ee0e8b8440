import { expect, test } from 'vitest';
import { BROKEN_PAGES } from './broken/broken-pages.ts';
import { readSample, SENTENCES } from './read-sample.ts';

/** Every so many of the corpus; `npm run bench:extract` reads all of it, with its bounds of time and memory. */
const STEP = Math.floor(BROKEN_PAGES.length / 30);

test.each(BROKEN_PAGES.filter((_, index) => index % STEP === 0).map((page) => [page.name, page] as const))(
  '%s: a reading or a reason',
  (_name, { body, contentType, keeps }) => {
    const page = readSample(body, contentType);
    expect(page.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(page.verdict === 'policy' || page.reason !== undefined).toBe(true);
    const words = page.blocks.map((block) => block.text).join(' ');
    if (keeps) for (const sentence of SENTENCES) expect(words).toContain(sentence);
  },
);
