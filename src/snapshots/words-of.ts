import type { PolicyText } from '../domain/block.ts';
import { countWords } from './count-words.ts';

/** Number of words in all blocks of a text. */
export function wordsOf(page: Pick<PolicyText, 'blocks'>): number {
  return page.blocks.reduce((sum, block) => sum + countWords(block.text), 0);
}
