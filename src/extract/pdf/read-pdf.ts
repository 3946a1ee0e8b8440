import type { Block, SuspectReason } from '../../domain/block.ts';
import { findBodyType } from './body-type.ts';
import { dropRunning } from './drop-running.ts';
import { openPdf } from './open-pdf.ts';
import { readLayout } from './read-layout.ts';
import { isTagged, readStructure } from './read-structure.ts';
import { Unreadable } from './unreadable.ts';
import { writePieces } from './write-pieces.ts';

export interface PdfReading {
  readonly title: string;
  readonly blocks: readonly Block[];
  readonly reason: SuspectReason | null;
}

/** A page of a text has more words than this; a scan has none, or those of a stamp. */
const WORDS_PER_PAGE = 8;
const END = /%%EOF|startxref/;

/**
 * Reads the text of a PDF: by its structure tree where it has one, else by how it looks. Throws `Unreadable` for a file
 * that is broken, encrypted or cut short, and `TooComplex` for one beyond the caps.
 */
export async function readPdf(body: Uint8Array, base: string): Promise<PdfReading> {
  // The parser mends a file without an end by leaving out what is missing: a lost half would be a change.
  if (!END.test(Buffer.from(body.subarray(-2048)).toString('latin1'))) throw new Unreadable('cut short');
  const document = await openPdf(body, base);
  const pages = dropRunning(document.pages);
  const items = pages.flatMap((page) => page.items);
  const text = items.map((item) => item.text).join(' ');
  if ((text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0) < wordsOfText(pages.length)) return noText();
  if (isGibberish(text)) throw new Unreadable('its fonts do not say which letters they draw');
  const bodyType = findBodyType(items);
  const read = isTagged(pages) ? readStructure : readLayout;
  const blocks = writePieces(pages.flatMap((page) => read(page, bodyType)));
  const heading = blocks.find((block) => block.kind === 'heading')?.text;
  return { title: heading ?? document.title, blocks, reason: null };
}

// A text of one page may be short; many pages with next to nothing on them are pictures.
function wordsOfText(pages: number): number {
  return pages === 1 ? 1 : pages * WORDS_PER_PAGE;
}

function noText(): PdfReading {
  return { title: '', blocks: [], reason: 'no-text' };
}

/** Letters without a meaning: signs of the private area, or none at all. */
function isGibberish(text: string): boolean {
  const shown = text.replace(/\s/g, '');
  const odd = shown.match(/[\p{Co}\p{Cn}\p{Cc}\uFFFD]/gu)?.length ?? 0;
  return odd > shown.length * 0.2;
}
