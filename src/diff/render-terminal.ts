import { styleText } from 'node:util';
import { escapeTerminal } from '../domain/escape-terminal.ts';
import type { HunkKind, Redline, WordRun } from '../domain/redline.ts';
import { hunkLabel, markedRuns, type PresentedHunk, presentRedline } from './present-redline.ts';
import type { RenderOptions } from './render-options.ts';
import { type Piece, wrapPieces } from './wrap-pieces.ts';

type Style = Parameters<typeof styleText>[0];
type Paint = (style: Style, text: string) => string;

const SIGNS: Readonly<Record<HunkKind, string>> = { added: '+', removed: '-', modified: '~', moved: '>' };
const STYLES: Readonly<Record<WordRun['op'], Style>> = {
  equal: [],
  delete: ['red', 'strikethrough'],
  insert: ['green', 'underline'],
};
const MARKS: Readonly<Record<WordRun['op'], readonly [string, string]>> = {
  equal: ['', ''],
  delete: ['[-', '-]'],
  insert: ['{+', '+}'],
};
const DEFAULT_WIDTH = 80;

/**
 * The redline for a terminal, ending in a line feed. Without colour the words that went stand in `[-…-]` and those
 * that came in `{+…+}`. No character of the page reaches the terminal as a control.
 */
export function renderTerminal(redline: Redline, options: RenderOptions = {}): string {
  const color = options.color ?? false;
  // The caller decided about colours: styleText must not ask the stream or the environment again.
  const paint: Paint = (style, text) => (color ? styleText(style, text, { validateStream: false }) : text);
  const width = options.width ?? DEFAULT_WIDTH;
  const shown = presentRedline(redline, options);
  const lines: string[] = [];
  if (options.title !== undefined) lines.push(paint('bold', escapeTerminal(options.title)));
  lines.push(shown.summary);
  let place = '';
  const write = (hunk: PresentedHunk): void => {
    const here = hunk.place.map(escapeTerminal).join(' › ');
    if (here !== place || lines.length < 3) {
      lines.push(
        '',
        ...(here === '' ? [] : wrapPieces([{ text: here, paint: (text) => paint('bold', text) }], width, '')),
      );
    }
    place = here;
    lines.push(`${SIGNS[hunk.kind]} ${paint('dim', escapeTerminal(hunkLabel(hunk)))}`);
    lines.push(...wrapPieces(piecesOf(hunk, color, paint), width, '  '));
  };
  for (const hunk of shown.hunks) write(hunk);
  if (shown.cosmetic.length > 0) lines.push('', paint('dim', 'Without a change of words:'));
  for (const hunk of shown.cosmetic) write(hunk);
  if (shown.omitted > 0) lines.push('', `… and ${shown.omitted} more`);
  return `${lines.join('\n')}\n`;
}

function piecesOf(hunk: PresentedHunk, color: boolean, paint: Paint): Piece[] {
  return markedRuns(hunk).map(({ op, text }) => {
    const style: Style = hunk.cosmetic !== null && op === 'equal' ? 'dim' : STYLES[op];
    const [open, close] = color ? ['', ''] : MARKS[op];
    return { text: `${open}${showBreaks(op, text)}${close}`, paint: (part) => paint(style, part) };
  });
}

/** Where a paragraph was split or joined, the line feed itself is what changed. */
function showBreaks(op: WordRun['op'], text: string): string {
  return text
    .split('\n')
    .map(escapeTerminal)
    .join(op === 'equal' ? '\n' : '¶ ');
}
