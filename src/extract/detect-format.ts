import { extname } from 'node:path';
import type { ExtractInput } from './extractor.ts';

export type PageFormat = 'html' | 'markdown' | 'text' | 'pdf';

const BY_TYPE: Readonly<Record<string, PageFormat>> = {
  'text/html': 'html',
  'application/xhtml+xml': 'html',
  'text/markdown': 'markdown',
  'text/x-markdown': 'markdown',
  'text/plain': 'text',
  'application/pdf': 'pdf',
};

const BY_EXTENSION: Readonly<Record<string, PageFormat>> = {
  '.html': 'html',
  '.htm': 'html',
  '.xhtml': 'html',
  '.md': 'markdown',
  '.markdown': 'markdown',
  '.txt': 'text',
  '.pdf': 'pdf',
};

/** The content type decides, then the file name, then the first bytes. */
export function detectFormat(input: ExtractInput): PageFormat {
  const type = (input.contentType.split(';')[0] ?? '').trim().toLowerCase();
  const head = Buffer.from(input.body.subarray(0, 512)).toString('latin1');
  // Readers of PDF forgive what stands before the mark.
  if (/^[^<]{0,64}%PDF-\d/.test(head)) return 'pdf';
  const named = BY_TYPE[type] ?? BY_EXTENSION[extensionOf(input.documentId)] ?? BY_EXTENSION[extensionOf(input.url)];
  return named ?? (/<(?:!doctype|html|head|body|div|p|main)\b/i.test(head) ? 'html' : 'text');
}

function extensionOf(name: string): string {
  return extname(name.split(/[?#]/)[0] ?? '').toLowerCase();
}
