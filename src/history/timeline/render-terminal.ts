import { styleText } from 'node:util';
import type { Instant } from '../../domain/capture.ts';
import { escapeTerminal } from '../../domain/escape-terminal.ts';
import { SEVERITIES } from '../../domain/fact.ts';
import { wrapText } from '../../domain/wrap-text.ts';
import type { Timeline, TimelineEvent, TimelineRow } from './timeline.ts';

export interface TerminalOptions {
  /** Columns. */
  readonly width: number;
  readonly colour: boolean;
}

/** Below it, a terminal breaks the lines itself. */
const MIN_WIDTH = 60;

/** One line of marks for each document and a list of what the numbered ones mean. */
export function renderTerminal(timeline: Timeline, { width, colour }: TerminalOptions): string {
  const { rows, from, to, unnumbered } = timeline;
  const named = rows.map((row) => ({ row, name: escapeTerminal(row.title) }));
  const nameWidth = Math.max(0, ...named.map(({ name }) => name.length));
  const columns = Math.max(20, width - nameWidth - 2);
  const place = (at: Instant): number => {
    const span = Math.max(Date.parse(to) - Date.parse(from), 1);
    return Math.min(columns - 1, Math.floor(((Date.parse(at) - Date.parse(from)) / span) * columns));
  };
  const list = rows.flatMap((row) => row.events.flatMap((event) => describe(row, event, width)));
  return [
    `${' '.repeat(nameWidth + 2)}${axis(from, to, { columns, place })}`,
    ...named.map(({ row, name }) => `${name.padEnd(nameWidth)}  ${line(row, { columns, place, colour })}`),
    '',
    '● AI training   ○ other AI   · neither',
    ...(list.length > 0 ? ['', ...list] : []),
    ...(unnumbered > 0 ? [`… and ${unnumbered} more about AI`] : []),
    '',
  ].join('\n');
}

interface Places {
  readonly columns: number;
  readonly place: (at: Instant) => number;
}

function axis(from: Instant, to: Instant, { columns, place }: Places): string {
  const signs = new Array<string>(columns).fill(' ');
  for (let year = Number(from.slice(0, 4)) + 1; year <= Number(to.slice(0, 4)); year += 1) {
    const at = place(`${year}-01-01T00:00:00.000Z`);
    if (at + 5 <= columns && signs.slice(at, at + 5).every((sign) => sign === ' ')) signs.splice(at, 5, ...`|${year}`);
  }
  return signs.join('').trimEnd();
}

function line(row: TimelineRow, { columns, place, colour }: Places & Pick<TerminalOptions, 'colour'>): string {
  const heaviest = new Map<number, TimelineEvent>();
  for (const event of row.events) {
    const known = heaviest.get(place(event.at));
    if (known === undefined || weight(event) >= weight(known)) heaviest.set(place(event.at), event);
  }
  const [first, last] = [place(row.from), place(row.to)];
  return Array.from({ length: columns }, (_, at) => {
    const event = heaviest.get(at);
    if (event) return sign(event, colour);
    return at >= first && at <= last ? '─' : ' ';
  })
    .join('')
    .trimEnd();
}

function sign(event: TimelineEvent, colour: boolean): string {
  if (event.topics.includes('ai-training')) return colour ? styleText('red', '●', { validateStream: false }) : '●';
  if (event.topics.length > 0) return colour ? styleText('blue', '○', { validateStream: false }) : '○';
  return '·';
}

function weight({ topics, severity }: TimelineEvent): number {
  return (topics.includes('ai-training') ? 100 : topics.length > 0 ? 50 : 0) + SEVERITIES.indexOf(severity);
}

function describe(row: TimelineRow, { number, at, severity, label }: TimelineEvent, width: number): string[] {
  if (number === null) return [];
  const first = `${String(number).padStart(3)}  ${at.slice(0, 10)}  ${severity.padEnd(8)}  `;
  const rest = ' '.repeat(first.length);
  return wrapText(escapeTerminal(`${row.title}: ${label}`), { width: Math.max(width, MIN_WIDTH), first, rest });
}
