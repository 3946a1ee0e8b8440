import type { Block, ExtractedPage, ReadingExplanation, ReadText, SuspectReason } from '../domain/block.ts';
import { decodeBytes } from './decode-bytes.ts';
import { detectFormat, type PageFormat } from './detect-format.ts';
import { detectLanguage } from './detect-language.ts';
import type { ExtractInput } from './extractor.ts';
import { readHtml } from './html/read-html.ts';
import { judgePage, type PageSigns } from './judge-page.ts';
import { pageHash } from './page-hash.ts';
import { readMarkdown } from './read-markdown.ts';
import { readPlainText } from './read-plain-text.ts';
import { renderMarkdown } from './render-markdown.ts';
import { TooComplex } from './too-complex.ts';
import { reasonOf, unreadablePage, unreadableText } from './unreadable-page.ts';

export interface Reading {
  readonly title: string;
  readonly blocks: readonly Block[];
  readonly reason: SuspectReason | null;
  readonly explanation?: ReadingExplanation;
}

/** Characters of markup beyond which a page is not read. */
const MAX_MARKUP = 16_000_000;
/** The same for text without markup: more than ten times the longest policy, and still read within a second. */
const MAX_TEXT = 4_000_000;
const MAX_LINES = 100_000;

/** What Markdown no longer shows of its page. */
const NO_SIGNS: PageSigns = {
  documentTitle: '',
  passwordFields: 0,
  consentText: 0,
  consentButtons: 0,
  refreshes: false,
  challenge: false,
  cutShort: false,
};

/**
 * Reads the text out of a page: synchronous, pure, never throws for what the page holds. A PDF is `unreadable` to it, see
 * `readDocument`.
 */
export function extractDocument(input: ExtractInput): ExtractedPage {
  try {
    return withDerived(readText(input));
  } catch (error) {
    return unreadablePage(reasonOf(error));
  }
}

/** The same without hash and Markdown; throws what {@link reasonOf} knows. */
export function readText(input: ExtractInput): ReadText {
  const format = detectFormat(input);
  const text = decodeBytes(input.body, input.contentType);
  if (text.length > (format === 'html' ? MAX_MARKUP : MAX_TEXT)) throw new TooComplex('too long');
  if (format !== 'html' && countLines(text) > MAX_LINES) throw new TooComplex('too many lines');
  if (format === 'pdf' || isBinary(text)) return unreadableText('unreadable');
  return toText(readBlocks(format, text, input));
}

/** Adds what is derived from the blocks: hash and Markdown. */
export function withDerived({ explanation, ...text }: ReadText): ExtractedPage {
  return {
    ...text,
    hash: pageHash(text.blocks),
    markdown: renderMarkdown(text.blocks),
    ...(explanation ? { explanation } : {}),
  };
}

/** The text of a reading, in the language it is written in. */
export function toText({ title, blocks, reason, explanation }: Reading): ReadText {
  return {
    title,
    language: detectLanguage(blocks),
    blocks,
    verdict: reason === null ? 'policy' : 'suspect',
    ...(reason === null ? {} : { reason }),
    ...(explanation ? { explanation } : {}),
  };
}

function readBlocks(format: PageFormat, text: string, input: ExtractInput): Reading {
  if (format === 'html') {
    const { signs, ...reading } = readHtml(text, input);
    return { ...reading, reason: judgePage(reading.blocks, signs) };
  }
  // A file that someone stored as text is a document however short it is.
  const blocks = format === 'markdown' ? readMarkdown(text, input.url) : readPlainText(text);
  const title = blocks.find((block) => block.kind === 'heading')?.text ?? '';
  const reason = input.madeOfPage ? judgePage(blocks, NO_SIGNS) : blocks.length === 0 ? 'empty-shell' : null;
  return { title, blocks, reason };
}

function countLines(text: string): number {
  let lines = 1;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines += 1;
  return lines;
}

// More than a tenth of the first characters are no characters: an image, an archive, another encoding.
function isBinary(text: string): boolean {
  const length = Math.min(text.length, 4000);
  let odd = 0;
  for (let at = 0; at < length; at++) {
    const sign = text.charCodeAt(at);
    if (sign === 0xfffd || sign < 9) odd += 1;
  }
  return odd > 4 && odd > length * 0.1;
}
