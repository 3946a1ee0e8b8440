import type { Instant } from '../../domain/capture.ts';
import { SEVERITIES, type Severity } from '../../domain/fact.ts';
import type { Timeline, TimelineEvent, TimelineRow } from './timeline.ts';

/** Units. Narrow, with large type: a picture is shown as wide as its place, and 320 px must still be legible. */
const DEFAULT_WIDTH = 480;
const EDGE = 16;
const HEAD = 66;
const ROW = 60;
const AXIS_IN_ROW = 44;
const LINE = 19;
const LEGEND_LINE = 22;
/** From the edge to the date of an entry, and to its words where they go on. */
const TO_DATE = 30;
/** Of one sign on average: of the list, and of what is written smaller. */
const SIGN_WIDTH = 7.2;
const SOFT_SIGN_WIDTH = 6.8;
/** Shown wider than this, type would be that of a poster. */
const MOST_PX = 600;

const RADIUS: Readonly<Record<Severity, number>> = { none: 2.4, low: 4, medium: 5.2, high: 6.6, critical: 8 };

// Colours that keep 4.5 : 1 against their background, and differ in lightness for whoever sees no hues.
const STYLE = `
:root{--paper:#fff;--ink:#1c1e21;--soft:#5a6068;--line:#c8ccd2;--train:#b3261e;--other:#1f5fae;--plain:#7b828b}
@media (prefers-color-scheme:dark){:root{--paper:#16181b;--ink:#eceef1;--soft:#a9b0b9;--line:#444a52;--train:#ff8a7a;--other:#8ab8ff;--plain:#8b929b}}
text{font-family:system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;font-size:14px;fill:var(--ink)}
.title{font-size:19px;font-weight:600}.soft{fill:var(--soft);font-size:13px}.name{font-weight:600}
.grid{stroke:var(--line);stroke-width:1}.year{stroke:var(--line);stroke-width:1;stroke-dasharray:2 3}
.train{fill:var(--train);stroke:var(--train)}.other{fill:var(--other);stroke:var(--other)}.plain{fill:var(--plain);stroke:var(--plain)}
.open{fill:var(--paper)}.mark{stroke-width:1.6}.solid{stroke:var(--paper)}.number{font-size:12px;fill:var(--soft);text-anchor:middle}
`;

/** The timeline as a picture that needs nothing else: no script, no font, no address; every text is escaped. */
export function renderSvg(timeline: Timeline, title: string, width = DEFAULT_WIDTH): string {
  const { rows, from, to, unnumbered } = timeline;
  const scale = scaleOf(from, to, width);
  const below = HEAD + rows.length * ROW + 12;
  const signs = legend(below + 10, width);
  const list = below + signs.height + 8;
  const more = unnumbered > 0 ? [text(EDGE, 0, `… and ${unnumbered} more about AI`, 'soft')] : [];
  const lines = [...rows.flatMap((row) => linesOf(row, width)), ...more];
  const height = Math.ceil(list + lines.length * LINE + 14);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" style="${placeOf(width)}" role="img" aria-labelledby="t d">`,
    `<title id="t">${escapeXml(title)}</title><desc id="d">${escapeXml(inWords(timeline))}</desc>`,
    `<style>${STYLE}</style>`,
    `<rect width="${width}" height="${height}" fill="var(--paper)"/>`,
    text(EDGE, 28, title, 'title'),
    ...years(scale, { from, to, bottom: below - 4 }),
    ...rows.flatMap((row, index) => drawRow(row, HEAD + index * ROW, scale)),
    ...signs.drawn,
    ...lines.map((line, index) => `<g transform="translate(0 ${round(list + (index + 1) * LINE)})">${line}</g>`),
    '</svg>',
    '',
  ].join('\n');
}

// In a page it has its own size; opened by itself it fills the window up to a size, and its paper the rest.
function placeOf(width: number): string {
  return `display:block;width:min(100%,${Math.max(MOST_PX, width)}px);height:auto;margin:0 auto;background:var(--paper)`;
}

function inWords({ rows, from, to }: Timeline): string {
  const events = rows.flatMap((row) => row.events);
  const numbered = events.filter(({ number }) => number !== null);
  return `${events.length} changes of ${rows.length} documents from ${day(from)} to ${day(to)}, by topic and severity; ${numbered.length} about AI are numbered and listed.`;
}

type Scale = (at: Instant) => number;

function scaleOf(from: Instant, to: Instant, width: number): Scale {
  const [start, end] = [Date.parse(from), Date.parse(to)];
  const span = Math.max(end - start, 1);
  return (at) => EDGE + 8 + ((Date.parse(at) - start) / span) * (width - 2 * EDGE - 16);
}

/** Between two years that are named. */
const YEAR_ROOM = 40;

function years(scale: Scale, { from, to, bottom }: { from: Instant; to: Instant; bottom: number }): string[] {
  const first = Number(from.slice(0, 4)) + 1;
  const last = Number(to.slice(0, 4));
  const places = Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => ({
    year: first + index,
    x: round(scale(`${first + index}-01-01T00:00:00.000Z`)),
  }));
  let named = Number.NEGATIVE_INFINITY;
  return places.flatMap(({ year, x }) => {
    const line = `<line class="year" x1="${x}" x2="${x}" y1="50" y2="${bottom}"/>`;
    if (x - named < YEAR_ROOM) return [line];
    named = x;
    return [line, text(x + 4, 55, String(year), 'soft')];
  });
}

function drawRow(row: TimelineRow, top: number, scale: Scale): string[] {
  const y = top + AXIS_IN_ROW;
  const line = `<line class="grid" x1="${round(scale(row.from))}" x2="${round(scale(row.to))}" y1="${y}" y2="${y}"/>`;
  // Large ones first, so that none hides a small one beside it.
  const marks = row.events.toSorted((a, b) => weight(b) - weight(a)).map((event) => mark(event, scale(event.at), y));
  return [text(EDGE, top + 16, row.title, 'name'), line, ...marks, ...numbers(row.events, y, scale)];
}

function weight({ severity, topics }: TimelineEvent): number {
  return SEVERITIES.indexOf(severity) + (topics.length > 0 ? 1 : 0);
}

function mark(event: TimelineEvent, at: number, y: number): string {
  const x = round(at);
  const says = `<title>${escapeXml(`${day(event.at)}: ${event.label || 'words only'} (${event.severity})`)}</title>`;
  const topic = classOf(event);
  if (topic === 'plain') return `<path class="mark plain" d="M${x} ${y - 4}v8">${says}</path>`;
  const r = RADIUS[event.severity];
  const open = event.direction === 'less-protective' ? ' solid' : ' open';
  if (topic === 'train') return `<circle class="mark train${open}" cx="${x}" cy="${y}" r="${r}">${says}</circle>`;
  const side = round(r * 1.8);
  const corner = `x="${round(x - side / 2)}" y="${round(y - side / 2)}"`;
  return `<rect class="mark other${open}" ${corner} width="${side}" height="${side}">${says}</rect>`;
}

function classOf({ topics }: TimelineEvent): 'train' | 'other' | 'plain' {
  if (topics.includes('ai-training')) return 'train';
  return topics.length > 0 ? 'other' : 'plain';
}

/** Between two labels of numbers. */
const NUMBER_ROOM = 38;

/** Marks that stand close together share one label, such as “3–5”. */
function numbers(events: readonly TimelineEvent[], y: number, scale: Scale): string[] {
  const groups: { first: number; last: number; from: number; to: number }[] = [];
  for (const { number, at } of events) {
    if (number === null) continue;
    const x = scale(at);
    const group = groups.at(-1);
    if (group && x - group.to < NUMBER_ROOM) Object.assign(group, { last: number, to: x });
    else groups.push({ first: number, last: number, from: x, to: x });
  }
  return groups.map(({ first, last, from, to }) =>
    text(round((from + to) / 2), y - 13, first === last ? String(first) : `${first}–${last}`, 'number'),
  );
}

const SIGNS: readonly (readonly [mark: string, says: string])[] = [
  [`<circle class="mark train" cx="0" cy="0" r="6"/>`, 'AI training'],
  [`<rect class="mark other" x="-5" y="-5" width="10" height="10"/>`, 'other AI'],
  [`<path class="mark plain" d="M0 -4v8"/>`, 'neither'],
  [`<circle class="mark train" cx="0" cy="0" r="6"/>`, 'filled: less protection'],
  [`<circle class="mark train open" cx="0" cy="0" r="6"/>`, 'open: more, or the same'],
  [`<circle class="mark train" cx="0" cy="0" r="3.2"/>`, 'size: severity'],
];

/** What the marks mean, one beside the other as far as there is room. */
function legend(top: number, width: number): { readonly drawn: string[]; readonly height: number } {
  let x = EDGE + 8;
  let y = top + 8;
  const drawn = SIGNS.map(([sign, says]) => {
    const room = 12 + says.length * SOFT_SIGN_WIDTH;
    if (x > EDGE + 8 && x + room > width - EDGE) {
      x = EDGE + 8;
      y += LEGEND_LINE;
    }
    const entry = `<g transform="translate(${round(x)} ${y})">${sign}${text(12, 4, says, 'soft')}</g>`;
    x += room + 22;
    return entry;
  });
  return { drawn, height: y + LEGEND_LINE - top };
}

/** A document and what its numbered marks mean. */
function linesOf({ title, events }: TimelineRow, width: number): string[] {
  const numbered = events.filter(({ number }) => number !== null);
  if (numbered.length === 0) return [];
  const room = Math.floor((width - 2 * EDGE - TO_DATE) / SIGN_WIDTH);
  const entries = numbered.flatMap((event) =>
    wrap(`${day(event.at)}  ${event.label}`, room).map((line, index) => {
      const number = index === 0 ? text(EDGE, 0, String(event.number), 'soft') : '';
      return `${number}${text(EDGE + TO_DATE, 0, line, '')}`;
    }),
  );
  return ['', text(EDGE, 0, title, 'name'), ...entries];
}

function wrap(words: string, room: number): string[] {
  const lines: string[] = [];
  for (const word of words.split(/(?<= )(?! )/)) {
    const line = lines.at(-1);
    if (line !== undefined && line.length + word.length <= room) lines[lines.length - 1] = line + word;
    else lines.push(word);
  }
  return lines;
}

function text(x: number, y: number, says: string, name: string): string {
  return `<text x="${x}" y="${y}"${name === '' ? '' : ` class="${name}"`}>${escapeXml(says)}</text>`;
}

function day(at: Instant): string {
  return at.slice(0, 10);
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

// XML has no form for control characters, escaped or not.
const UNPRINTABLE = /[\p{Cc}\p{Cf}\u2028\u2029\uFFFE\uFFFF]/gu;
const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeXml(says: string): string {
  return says.replaceAll(UNPRINTABLE, ' ').replaceAll(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
}
