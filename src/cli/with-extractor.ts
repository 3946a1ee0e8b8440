import type { Extractor, TextReader } from '../extract/extractor.ts';

/** Lends the isolated page reader to one action and closes it, whatever happens. */
export async function withExtractor<T>(action: (extractor: Extractor & TextReader) => Promise<T>): Promise<T> {
  const { buildExtractor } = await import('../app.ts');
  const extractor = buildExtractor();
  try {
    return await action(extractor);
  } finally {
    await extractor.close();
  }
}
