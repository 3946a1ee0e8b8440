import type { ExtractedPage, LeftOutPart } from '../domain/block.ts';
import { escapeTerminal } from '../domain/escape-terminal.ts';
import { formatTable } from './format-table.ts';

/** How a page was read: what it was taken for, where the text was found, what was left out and why. */
export function describeReading(file: string, page: ExtractedPage): string {
  const { verdict, reason, language, blocks, title, explanation, hash } = page;
  const words = blocks.reduce((sum, { text }) => sum + text.split(' ').length, 0);
  const facts = [
    ['taken for', reason ? `${verdict}: ${reason}` : verdict],
    ['title', title],
    ['language', language],
    ['kept', `${words} words in ${blocks.length} blocks`],
    ['found at', explanation?.source ?? 'the whole file'],
    ['begins', blocks[0]?.text.slice(0, 80) ?? ''],
    ['ends', blocks.at(-1)?.text.slice(-80) ?? ''],
    ['hash', hash],
  ];
  return [file, formatTable(facts), '', ...leftOutLines(explanation?.leftOut ?? [])].map(escapeLines).join('\n');
}

function leftOutLines(parts: readonly LeftOutPart[]): string[] {
  if (parts.length === 0) return ['nothing was left out'];
  const rows = parts.map(({ reason, words, text }) => [reason, String(words), text]);
  return [formatTable([['left out as', 'words', 'which begins'], ...rows])];
}

function escapeLines(text: string): string {
  return text.split('\n').map(escapeTerminal).join('\n');
}
