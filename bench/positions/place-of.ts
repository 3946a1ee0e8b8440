import { createHash } from 'node:crypto';
import type { PositionStatement } from '../../src/classify/positions/position.ts';
import type { RecordedDocument } from './documents-at.ts';

/** Ten hexadecimal digits that tell one quotation from another without its words. */
export function hashOfQuote(quote: string): string {
  return createHash('sha256').update(quote.replaceAll(/\s+/g, ' ').trim()).digest('hex').slice(0, 10);
}

/** "block 12 of 40, below heading 3": where a sentence stands, without its words. */
export function placeOf({ documentId, fact }: PositionStatement, documents: readonly RecordedDocument[]): string {
  const blocks = documents.find((one) => one.documentId === documentId)?.blocks ?? [];
  const headings = blocks.slice(0, fact.block + 1).filter(({ kind }) => kind === 'heading').length;
  return `block ${fact.block + 1} of ${blocks.length}, below heading ${headings}`;
}
