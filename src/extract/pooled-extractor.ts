import type { ExtractedPage } from '../domain/block.ts';
import type { ExtractInput, Extractor } from './extractor.ts';

/** Several readers as one: each page goes to the one with the fewest before it. */
export class PooledExtractor implements Extractor {
  readonly #readers: readonly { readonly extractor: Extractor; waiting: number }[];

  constructor(extractors: readonly Extractor[]) {
    this.#readers = extractors.map((extractor) => ({ extractor, waiting: 0 }));
  }

  async extract(input: ExtractInput): Promise<ExtractedPage> {
    const [reader] = this.#readers.toSorted((a, b) => a.waiting - b.waiting);
    if (!reader) throw new Error('a pool holds at least one reader');
    reader.waiting += 1;
    try {
      return await reader.extractor.extract(input);
    } finally {
      reader.waiting -= 1;
    }
  }

  async close(): Promise<void> {
    await Promise.all(this.#readers.map(({ extractor }) => extractor.close()));
  }
}
