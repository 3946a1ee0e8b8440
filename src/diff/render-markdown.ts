import { escapeTerminal } from '../domain/escape-terminal.ts';
import type { Redline, WordRun } from '../domain/redline.ts';
import { hunkLabel, markedRuns, type PresentedHunk, presentRedline } from './present-redline.ts';
import type { RenderOptions } from './render-options.ts';

const TAGS: Readonly<Record<WordRun['op'], readonly [string, string]>> = {
  equal: ['', ''],
  delete: ['<del>', '</del>'],
  insert: ['<ins>', '</ins>'],
};

/** The redline as GitHub-flavoured Markdown with `<del>` and `<ins>`; nothing in the page's text becomes markup. */
export function renderMarkdown(redline: Redline, options: RenderOptions = {}): string {
  const shown = presentRedline(redline, options);
  const parts: string[] = [];
  if (options.title !== undefined) parts.push(`# ${escapeMarkdown(options.title)}`);
  parts.push(shown.summary);
  let place = '';
  const write = (hunk: PresentedHunk): void => {
    const here = hunk.place.map(escapeMarkdown).join(' › ');
    if (here !== place && here !== '') parts.push(`**${here}**`);
    place = here;
    parts.push(`*${escapeMarkdown(hunkLabel(hunk))}*`, `> ${markedRuns(hunk).map(markUp).join('')}`);
  };
  for (const hunk of shown.hunks) write(hunk);
  if (shown.cosmetic.length > 0) parts.push('Without a change of words:');
  for (const hunk of shown.cosmetic) write(hunk);
  if (shown.omitted > 0) parts.push(`… and ${shown.omitted} more`);
  return `${parts.join('\n\n')}\n`;
}

function markUp({ op, text }: WordRun): string {
  const [open, close] = TAGS[op];
  const lines = text.split('\n').map(escapeMarkdown);
  return `${open}${lines.join(op === 'equal' ? '<br>' : '¶ ')}${close}`;
}

function escapeMarkdown(text: string): string {
  return escapeTerminal(text)
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/[\\`*_[\]~|!]/g, '\\$&')
    .replace(/^(\s*)([#+=-])/, '$1\\$2')
    .replace(/^(\s*\d{1,9})([.)])/, '$1\\$2')
    .replace(/(https?|ftp|mailto|xmpp|www)([:.])/gi, '$1<!-- -->$2')
    .replace(/(?<=\S)@/g, '<!-- -->@');
}
