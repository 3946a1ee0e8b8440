import { createHash } from 'node:crypto';
import type { Block } from '../domain/block.ts';
import { foldText } from '../domain/fold-text.ts';

/**
 * The words of a document in the form in which texts are compared. Markers of ordered lists count as words, cell
 * borders do not: the same words in other markup are the same text.
 */
function foldedWords(blocks: readonly Block[]): string {
  const parts = blocks.map((block) => (block.marker === undefined ? block.text : `${block.marker} ${block.text}`));
  // Part by part, as most need no folding at all; no form of folding reaches over a space.
  const folded = parts.map((part) => foldText(part.replaceAll('|', ' ')));
  return folded.filter((part) => part !== '').join(' ');
}

/** SHA-256 (hex) of {@link foldedWords}. */
export function pageHash(blocks: readonly Block[]): string {
  return createHash('sha256').update(foldedWords(blocks)).digest('hex');
}
