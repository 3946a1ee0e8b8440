import type { ExtractedPage, ReadText } from '../domain/block.ts';
import { detectFormat } from './detect-format.ts';
import { readText, toText, withDerived } from './extract-document.ts';
import type { ExtractInput } from './extractor.ts';
import { reasonOf, unreadablePage, unreadableText } from './unreadable-page.ts';

/** Reads the text out of a page or a PDF; never rejects for what they hold. The PDF reader is loaded with the first PDF. */
export async function readDocument(input: ExtractInput): Promise<ExtractedPage> {
  try {
    return withDerived(await read(input));
  } catch (error) {
    return unreadablePage(reasonOf(error));
  }
}

/** {@link readDocument} without hash and Markdown. */
export async function readDocumentText(input: ExtractInput): Promise<ReadText> {
  try {
    return await read(input);
  } catch (error) {
    return unreadableText(reasonOf(error));
  }
}

async function read(input: ExtractInput): Promise<ReadText> {
  if (detectFormat(input) !== 'pdf') return readText(input);
  const { readPdf } = await import('./pdf/read-pdf.ts');
  return toText(await readPdf(input.body, input.url));
}
