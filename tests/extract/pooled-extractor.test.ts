import { expect, it } from 'vitest';
import type { ExtractedPage } from '../../src/domain/block.ts';
import type { Extractor } from '../../src/extract/extractor.ts';
import { PooledExtractor } from '../../src/extract/pooled-extractor.ts';
import { samplePage } from '../harness/archive-samples.ts';

interface Held extends Extractor {
  readonly read: string[];
  finish(): void;
  closed: boolean;
}

function heldExtractor(): Held {
  const waiting: ((page: ExtractedPage) => void)[] = [];
  const held: Held = {
    read: [],
    closed: false,
    extract: ({ documentId }) => {
      held.read.push(documentId);
      return new Promise((resolve) => waiting.push(resolve));
    },
    finish: () => waiting.shift()?.(samplePage('Read.')),
    close: async () => {
      held.closed = true;
    },
  };
  return held;
}

it('gives each page to the reader with the fewest before it, and closes all', async () => {
  const [one, two] = [heldExtractor(), heldExtractor()];
  const pool = new PooledExtractor([one, two]);
  const input = { url: '', contentType: '', body: new Uint8Array() };
  const pages = ['a', 'b', 'c'].map((documentId) => pool.extract({ ...input, documentId }));
  expect([one.read, two.read]).toEqual([['a', 'c'], ['b']]);
  two.finish();
  await pages[1];
  const last = pool.extract({ ...input, documentId: 'd' });
  expect(two.read).toEqual(['b', 'd']);
  one.finish();
  one.finish();
  two.finish();
  await Promise.all([...pages, last]);
  await pool.close();
  expect([one.closed, two.closed]).toEqual([true, true]);
});
