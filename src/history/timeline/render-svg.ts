import type { Instant } from '../../domain/capture.ts';
import { SEVERITIES, type Severity } from '../../domain/fact.ts';
import type { Timeline, TimelineEvent, TimelineRow } from './timeline.ts';

// In units of the picture, which is drawn as wide as its place.
const WIDTH = 800;
const LEFT = 16;
const RIGHT = WIDTH - 16;
const HEAD = 62;
const ROW = 56;
const AXIS_IN_ROW = 40;
const LINE = 17;
const LEGEND = 46;
/** Of one sign of the list, on average. */
const SIGN_WIDTH = 6.2;

const RADIUS: Readonly<Record<Severity, number>> = { none: 2.4, low: 4, medium: 5.2, high: 6.6, critical: 8 };

// Colours that keep 4.5 : 1 against their background, and differ in lightness for whoever sees no hues.
const STYLE = `
:root{--paper:#fff;--ink:#1c1e21;--soft:#5a6068;--line:#c8ccd2;--train:#b3261e;--other:#1f5fae;--plain:#7b828b}
@media (prefers-color-scheme:dark){:root{--paper:#16181b;--ink:#eceef1;--soft:#a9b0b9;--line:#444a52;--train:#ff8a7a;--other:#8ab8ff;--plain:#8b929b}}
text{font-family:system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;font-size:12px;fill:var(--ink)}
.title{font-size:17px;font-weight:600}.soft{fill:var(--soft);font-size:11px}.name{font-weight:600}
.grid{stroke:var(--line);stroke-width:1}.year{stroke:var(--line);stroke-width:1;stroke-dasharray:2 3}
.train{fill:var(--train);stroke:var(--train)}.other{fill:var(--other);stroke:var(--other)}.plain{fill:var(--plain);stroke:var(--plain)}
.open{fill:var(--paper)}.mark{stroke-width:1.6}.solid{stroke:var(--paper)}.number{font-size:10px;fill:var(--soft);text-anchor:middle}
`;

/** The timeline as a picture that needs nothing else: no script, no font, no address; every text is escaped. */
export function renderSvg(timeline: Timeline, title: string): string {
  const { rows, from, to, unnumbered } = timeline;
  const scale = scaleOf(from, to);
  const listed = rows.flatMap((row) =>
    row.events.filter(({ number }) => number !== null).map((event) => ({ row, event })),
  );
  const below = HEAD + rows.length * ROW + 8;
  const lines = listed.flatMap(({ row, event }) => linesOf(row, event));
  const more = unnumbered > 0 ? [text(LEFT, 0, `… and ${unnumbered} more about AI training`, 'soft')] : [];
  const height = below + LEGEND + (lines.length + more.length) * LINE + 12;
  const changes = rows.reduce((sum, { events }) => sum + events.length, 0);
  const says = `${changes} changes of ${rows.length} documents from ${day(from)} to ${day(to)}, by topic and severity; ${listed.length} about AI training are numbered and listed.`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${Math.ceil(height)}" width="100%" role="img" aria-labelledby="t d">`,
    `<title id="t">${escapeXml(title)}</title><desc id="d">${escapeXml(says)}</desc>`,
    `<style>${STYLE}</style>`,
    `<rect width="${WIDTH}" height="${Math.ceil(height)}" fill="var(--paper)"/>`,
    text(LEFT, 26, title, 'title'),
    ...years(scale, { from, to, bottom: below }),
    ...rows.flatMap((row, index) => drawRow(row, HEAD + index * ROW, scale)),
    ...legend(below + 18),
    ...[...lines, ...more].map(
      (line, index) => `<g transform="translate(0 ${round(below + LEGEND + (index + 1) * LINE)})">${line}</g>`,
    ),
    '</svg>',
    '',
  ].join('\n');
}

type Scale = (at: Instant) => number;

function scaleOf(from: Instant, to: Instant): Scale {
  const [start, end] = [Date.parse(from), Date.parse(to)];
  const span = Math.max(end - start, 1);
  return (at) => LEFT + 8 + ((Date.parse(at) - start) / span) * (RIGHT - LEFT - 16);
}

function years(scale: Scale, { from, to, bottom }: { from: Instant; to: Instant; bottom: number }): string[] {
  const first = Number(from.slice(0, 4)) + 1;
  const last = Number(to.slice(0, 4));
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index).flatMap((year) => {
    const x = round(scale(`${year}-01-01T00:00:00.000Z`));
    return [
      `<line class="year" x1="${x}" x2="${x}" y1="48" y2="${bottom - 6}"/>`,
      text(x + 4, 52, String(year), 'soft'),
    ];
  });
}

function drawRow(row: TimelineRow, top: number, scale: Scale): string[] {
  const y = top + AXIS_IN_ROW;
  const line = `<line class="grid" x1="${round(scale(row.from))}" x2="${round(scale(row.to))}" y1="${y}" y2="${y}"/>`;
  // Large ones first, so that none hides a small one beside it.
  const marks = row.events.toSorted((a, b) => weight(b) - weight(a)).map((event) => mark(event, scale(event.at), y));
  return [text(LEFT, top + 14, row.title, 'name'), line, ...marks, ...numbers(row.events, y, scale)];
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

/** Marks that stand close together share one label, such as “3–5”. */
function numbers(events: readonly TimelineEvent[], y: number, scale: Scale): string[] {
  const groups: { first: number; last: number; from: number; to: number }[] = [];
  for (const { number, at } of events) {
    if (number === null) continue;
    const x = scale(at);
    const group = groups.at(-1);
    if (group && x - group.to < 26) Object.assign(group, { last: number, to: x });
    else groups.push({ first: number, last: number, from: x, to: x });
  }
  return groups.map(({ first, last, from, to }) =>
    text(round((from + to) / 2), y - 12, first === last ? String(first) : `${first}–${last}`, 'number'),
  );
}

function legend(y: number): string[] {
  const entries: readonly (readonly [x: number, mark: string, says: string])[] = [
    [LEFT + 8, `<circle class="mark train" cx="0" cy="0" r="6"/>`, 'AI training'],
    [LEFT + 112, `<rect class="mark other" x="-5" y="-5" width="10" height="10"/>`, 'other AI'],
    [LEFT + 198, `<path class="mark plain" d="M0 -4v8"/>`, 'neither'],
    [LEFT + 278, `<circle class="mark train" cx="0" cy="0" r="6"/>`, 'filled: less protection'],
    [LEFT + 436, `<circle class="mark train open" cx="0" cy="0" r="6"/>`, 'open: more, or the same'],
    [LEFT + 604, `<circle class="mark train" cx="0" cy="0" r="3.2"/>`, 'size: severity'],
  ];
  return entries.map(
    ([x, sign, says]) => `<g transform="translate(${x} ${y})">${sign}${text(12, 4, says, 'soft')}</g>`,
  );
}

function linesOf(row: TimelineRow, event: TimelineEvent): string[] {
  const head = `${event.number}  ${day(event.at)}  ${row.title}: `;
  const room = Math.floor((RIGHT - LEFT) / SIGN_WIDTH);
  return wrap(`${head}${event.label}`, room).map((line, index) => text(index === 0 ? LEFT : LEFT + 24, 0, line, ''));
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
