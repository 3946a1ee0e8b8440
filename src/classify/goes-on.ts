import { isA, type Token } from './tokens.ts';

const LONGEST_TITLE = 60;
const VERBS = ['use', 'train', 'improve', 'ingest', 'scraping', 'share'] as const;

/** "Misuse of output." at the head of a list's item: what introduces the list may hold for what follows. */
export const isRunInTitle = (text: string): boolean => text.length <= LONGEST_TITLE;

/**
 * Does a sentence behind the title of an item go on with the words that introduce the list ("You must not: • Misuse. Use
 * the output to …", "… Except as agreed, use …")? One with a subject of its own does not.
 */
export function goesOnFromLeadIn(own: readonly Token[]): boolean {
  if (!/^(?:except|unless|save|without)$/.test(own[0]?.word ?? '')) return isVerbAt(own, 0);
  const comma = own.findIndex(({ word }) => word === ',');
  return comma > 0 && isVerbAt(own, comma + 1);
}

function isVerbAt(own: readonly Token[], at: number): boolean {
  const next = own[at + 1];
  return VERBS.some((name) => isA(own[at], name)) && next !== undefined && !next.mark && next.word !== 'of';
}
