import { html } from 'hono/html';
import { escapeTerminal } from '../domain/escape-terminal.ts';
import type { Redline, WordRun } from '../domain/redline.ts';
import { sideOf } from './loose-runs.ts';
import { hunkLabel, markedRuns, type PresentedHunk, presentRedline } from './present-redline.ts';
import type { RenderOptions } from './render-options.ts';

type Markup = ReturnType<typeof html>;

// Mail programs drop style sheets, so every style is inline; inserted and deleted words bring both their colours, so
// that they stay readable on a dark background.
const INS = 'background-color:#cdf5d6;color:#063b14;text-decoration:underline';
const DEL = 'background-color:#fbd9d9;color:#6b0b0b;text-decoration:line-through';
// Out of the line where a program honours positions, next to nothing in it where it does not.
const HIDDEN =
  'position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);font-size:1px;line-height:0;opacity:0;white-space:nowrap';
// A long address must not make a narrow screen scroll sideways.
const WRAP = 'overflow-wrap:anywhere;word-break:break-word';
const PLACE = `margin:20px 0 4px;font-weight:bold;${WRAP}`;
const LABEL = `margin:8px 0 2px;font-size:85%;opacity:.75;${WRAP}`;
const TEXT = `margin:0 0 12px;padding:2px 0 2px 10px;border-left:3px solid #8a8a8a;line-height:1.5;${WRAP}`;
// Two columns where there is room for them, one above the other on a phone or where a program knows no flexible boxes.
const SIDES = 'display:flex;flex-wrap:wrap;margin:0 0 12px';
const SIDE = `flex:1 1 15em;min-width:0;padding:4px 8px;line-height:1.5;border:1px solid #8a8a8a;${WRAP}`;
const SIDE_NAME = 'display:block;font-size:85%;font-weight:normal;opacity:.75';
const PAGE = 'max-width:60em;margin:2em auto;padding:0 1em;font-family:system-ui,sans-serif';

/**
 * The redline as HTML that works in mail programs: inline styles, `<ins>` and `<del>` with words for screen readers,
 * no script, no remote resource. Everything from the page is text.
 */
export function renderHtml(redline: Redline, options: RenderOptions = {}): string {
  const shown = presentRedline(redline, options);
  const body = html`${options.title === undefined ? '' : html`<h1 style="font-size:130%;${WRAP}">${safe(options.title)}</h1>`}
<p>${shown.summary}</p>
${hunkList(shown.hunks, options)}
${shown.cosmetic.length > 0 ? html`<h2 style="font-size:100%;opacity:.75;margin:28px 0 0">Without a change of words</h2>` : ''}
${hunkList(shown.cosmetic, options)}
${shown.omitted > 0 ? html`<p>… and ${shown.omitted} more</p>` : ''}`;
  return String(options.standalone ? wholeDocument(body, options) : body);
}

function wholeDocument(body: Markup, options: RenderOptions): Markup {
  return html`<!doctype html>
<html lang="${options.language ?? 'en'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${safe(options.title ?? 'Redline')}</title>
</head>
<body style="${PAGE}">
<main>
${body}
</main>
</body>
</html>
`;
}

function safe(text: string): string {
  return escapeTerminal(text);
}

function hunkList(hunks: readonly PresentedHunk[], options: RenderOptions): Markup[] {
  let place = '';
  return hunks.map((hunk) => {
    const here = hunk.place.map(safe).join(' › ');
    const heading = here !== place && here !== '' ? html`<p dir="auto" style="${PLACE}">${here}</p>\n` : '';
    place = here;
    const content = options.layout === 'side-by-side' ? sideBySide(hunk) : inline(hunk);
    return html`${heading}<p dir="auto" style="${LABEL}">${safe(hunkLabel(hunk))}</p>
${content}
`;
  });
}

function inline(hunk: PresentedHunk): Markup {
  const runs = markedRuns(hunk);
  // A line may end between what went and what came.
  const parts = runs.map((run, at) => {
    const beside = run.op !== 'equal' && (runs[at - 1]?.op ?? 'equal') !== 'equal';
    return beside ? html`<wbr>${markUp(run)}` : markUp(run);
  });
  return html`<div dir="auto" style="${styleOf(hunk, TEXT)}">${parts}</div>`;
}

function styleOf(hunk: PresentedHunk, style: string): string {
  return hunk.heading ? `${style};font-weight:bold` : style;
}

function sideBySide(hunk: PresentedHunk): Markup {
  const runs = markedRuns(hunk);
  const side = (name: string, which: 'before' | 'after'): Markup => {
    const shown = sideOf(runs, which).map(markUp);
    return html`<div dir="auto" style="${styleOf(hunk, SIDE)}"><span style="${SIDE_NAME}">${name}</span> ${shown.length > 0 ? shown : '–'}</div>`;
  };
  return html`<div style="${SIDES}">${side('Before', 'before')}${side('After', 'after')}</div>`;
}

function markUp({ op, text }: WordRun): Markup {
  const lines = text.split('\n').map(safe);
  if (op === 'equal') return html`${lines.map((line, at) => (at === 0 ? html`${line}` : html`<br>${line}`))}`;
  const shown = lines.join('¶ ');
  return op === 'delete'
    ? html`<del style="${DEL}">${hidden('[removed: ')}${shown}${hidden(']')}</del>`
    : html`<ins style="${INS}">${hidden('[added: ')}${shown}${hidden(']')}</ins>`;
}

function hidden(text: string): Markup {
  return html`<span style="${HIDDEN}">${text}</span>`;
}
