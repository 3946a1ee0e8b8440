import { escapeTerminal } from '../../domain/escape-terminal.ts';
import { wrapText } from '../../domain/wrap-text.ts';
import { formatTable } from '../format-table.ts';
import { controlLine, meaningsIn, quoted, type ShownPositions } from './shown-positions.ts';

/** Columns that a sentence needs beside the others to be worth its place there. */
const ROOM_FOR_WORDS = 36;
/** Lines that a sentence may take below its row. */
const LINES_OF_WORDS = 2;

const cut = (text: string, room: number): string =>
  text.length > room ? `${text.slice(0, room - 1).toWellFormed()}…` : text;

const wordsOf = ({ says: [first] }: ShownPositions['rows'][number]): string => (first ? quoted(first) : '');

/** The widest cell of each column, the spaces behind it included. */
function widthOf(cells: readonly (readonly string[])[]): number {
  const [head = []] = cells;
  return head.reduce((sum, _, column) => sum + Math.max(...cells.map((row) => row[column]?.length ?? 0)) + 2, 0);
}

// Beside the other columns where there is room, else below them: a line that the terminal breaks is no table.
function tableLines({ head, rows }: ShownPositions, width: number): string[] {
  const hasRegions = rows.some(({ regions }) => regions !== '');
  const [platform, data, position, regions, words] = head;
  const top = [platform, data, position, ...(hasRegions ? [regions] : [])];
  const cells = rows.map((row) =>
    [row.platform, row.data, row.position, ...(hasRegions ? [row.regions] : [])].map(escapeTerminal),
  );
  const said = rows.map((row) => escapeTerminal(wordsOf(row)));
  const room = width - widthOf([top, ...cells]);
  if (room >= ROOM_FOR_WORDS) {
    const beside = cells.map((row, n) => [...row, cut(said[n] ?? '', room)]);
    return formatTable([[...top, words], ...beside]).split('\n');
  }
  const narrow = [top.slice(0, 3), ...cells.map((row) => row.slice(0, 3))];
  const [first = '', ...others] = formatTable(narrow).split('\n');
  const below = (n: number): string => [cells[n]?.[3], said[n]].filter(Boolean).join('  ');
  return [first, ...others.flatMap((line, n) => [line, ...wordLines(below(n), width)])];
}

function wordLines(text: string, width: number): string[] {
  if (text === '') return [];
  const lines = wrapText(text, { width, first: '  ' });
  if (lines.length <= LINES_OF_WORDS) return lines;
  const last = lines[LINES_OF_WORDS - 1] ?? '';
  return [...lines.slice(0, LINES_OF_WORDS - 1), `${last.slice(0, width - 1).toWellFormed()}…`];
}

/** For a terminal of so many columns; long sentences are cut, the other formats have them whole. */
export function positionsAsTable(shown: ShownPositions, width = 100): string {
  const known = shown.controls.map(({ platform, control }) => escapeTerminal(`${platform}: ${controlLine(control)}`));
  const meanings = meaningsIn(shown).flatMap(([stance, meaning]) =>
    wrapText(meaning, { width, first: `${stance.padEnd(13)}  `, rest: ' '.repeat(15) }),
  );
  return [
    ...tableLines(shown, width),
    ...(meanings.length > 0 ? ['', ...meanings] : []),
    ...(known.length > 0 ? ['', 'Known ways to refuse:'] : []),
    ...known.flatMap((line) => wrapText(line, { width, first: '', rest: '  ' })),
    '',
    ...wrapText('Every sentence in full: --format markdown, html or json.', { width }),
  ].join('\n');
}
