import type { ExtractedPage } from '../domain/block.ts';
import { detectFormat } from './detect-format.ts';
import { extractDocument, toPage } from './extract-document.ts';
import type { ExtractInput } from './extractor.ts';
import { Unreadable } from './pdf/unreadable.ts';
import { TooComplex } from './too-complex.ts';
import { unreadablePage } from './unreadable-page.ts';

/** Reads the text out of a page or a PDF; never rejects for what they hold. The PDF reader is loaded with the first PDF. */
export async function readDocument(input: ExtractInput): Promise<ExtractedPage> {
  if (detectFormat(input) !== 'pdf') return extractDocument(input);
  const { readPdf } = await import('./pdf/read-pdf.ts');
  try {
    return toPage(await readPdf(input.body, input.url));
  } catch (error) {
    if (error instanceof TooComplex || error instanceof RangeError) return unreadablePage('too-complex');
    if (error instanceof Unreadable) return unreadablePage('unreadable');
    throw error;
  }
}
