import type { ExtractedPage } from '../../src/domain/block.ts';
import { extractDocument } from '../../src/extract/extract-document.ts';

export const PAGE_URL = 'https://fable.example/legal/privacy';

/** Reads a page as the monitor would; the content type says HTML unless told. */
export function readSample(source: string | Uint8Array, contentType = 'text/html; charset=utf-8'): ExtractedPage {
  const body = typeof source === 'string' ? new TextEncoder().encode(source) : source;
  return extractDocument({ documentId: 'fable/privacy', url: PAGE_URL, contentType, body });
}

export function readMarkdownSample(source: string): ExtractedPage {
  return readSample(source, 'text/markdown');
}

/** Kind and text of every block, one a line. */
export function outline(page: ExtractedPage): string[] {
  return page.blocks.map(({ kind, text, level, depth, marker }) =>
    [kind, level ?? depth ?? '', marker ?? '', text].filter((part) => part !== '').join(' '),
  );
}

/** Four sentences, long enough to be a document and not an error. */
export const SENTENCES = [
  'Fable Harbour keeps the messages you write for as long as your account is open, and deletes them within thirty days after you close it.',
  'We read what you post in public rooms to find spam, to suggest rooms to others and to keep the harbour a pleasant place for everybody who visits.',
  'Partners who help us run the harbour may see your name and your boat, but never the letters you send to your friends or the drawings you keep.',
  'You can ask us at any time which facts we hold about you, and we answer within a month, in plain words and without asking you for money.',
  'When we change this text we write to you two weeks before the change takes effect, and we keep the earlier version where you can compare both.',
];

export const PARAGRAPHS = SENTENCES.map((sentence) => `<p>${sentence}</p>`).join('\n');
