import { html } from 'hono/html';
import { escapeTerminal } from '../../domain/escape-terminal.ts';
import type { Control } from '../../domain/source.ts';
import { formatTable } from '../format-table.ts';
import type { PositionRow } from './position-rows.ts';

/** What is shown: rows, their headings, and the ways to refuse that people gathered, by platform. */
export interface ShownPositions {
  readonly title: string;
  readonly head: readonly [platform: string, data: string, position: string, regions: string, says: string];
  readonly rows: readonly PositionRow[];
  readonly controls: readonly { readonly platform: string; readonly control: Control }[];
}

function controlLine({ platform, control }: ShownPositions['controls'][number]): string {
  const steps = control.steps.length > 0 ? `: ${control.steps.join(' › ')}` : '';
  return `${platform}: ${control.name} (${control.kind}, ${control.regions.join(', ')}, last known true ${control.lastKnownTrue})${steps}`;
}

const WIDEST = 60;
const cut = (text: string): string => (text.length > WIDEST ? `${text.slice(0, WIDEST).toWellFormed()}…` : text);

/** For a terminal; long sentences are cut, the other formats have them whole. */
export function positionsAsTable({ head, rows, controls }: ShownPositions): string {
  const cells = rows.map(({ platform, data, position, regions, says }) =>
    [platform, cut(data), position, regions, cut(says[0] ?? '')].map(escapeTerminal),
  );
  const known = controls.map(controlLine).map(escapeTerminal);
  return [formatTable([head, ...cells]), ...(known.length > 0 ? ['', 'Known ways to refuse:', ...known] : [])].join(
    '\n',
  );
}

// What a sentence of a watched page could do to a table or a document.
function asMarkdown(text: string): string {
  return text.replaceAll(/[\\`*_{}[\]<>|#&~!]/g, '\\$&').replaceAll(/\s+/g, ' ');
}

export function positionsAsMarkdown({ title, head, rows, controls }: ShownPositions): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const body = rows.map(({ platform, data, position, regions, says }) =>
    line([platform, data, position, regions].map(asMarkdown).concat(says.map(asMarkdown).join('<br>'))),
  );
  const known = controls.map((one) => `- ${asMarkdown(controlLine(one))}`);
  return [
    `# ${asMarkdown(title)}`,
    '',
    line(head),
    line(head.map(() => '---')),
    ...body,
    ...(known.length > 0 ? ['', '## Known ways to refuse', '', ...known] : []),
  ].join('\n');
}

const CELL = 'vertical-align:top;padding:4px 8px;border:1px solid #8a8a8a;text-align:left';

/** A whole page: no script, no remote resource; everything from a watched page is text. */
export function positionsAsHtml({ title, head, rows, controls }: ShownPositions): string {
  const cell = (text: string) => html`<td style="${CELL}">${text.toWellFormed()}</td>`;
  const says = (sentences: readonly string[]) =>
    html`<td style="${CELL}">${sentences.map((one) => html`<p>${one.toWellFormed()}</p>`)}</td>`;
  return String(html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<style>
td { overflow-wrap: anywhere }
/* On a telephone a row is a card: five columns would run out of the window. */
@media (max-width: 40em) {
  thead { display: none }
  tr { display: block; margin-bottom: 1em; border: 1px solid #8a8a8a }
  td { display: block; border: 0 !important }
}
</style>
</head>
<body style="max-width:80em;margin:2em auto;padding:0 1em;font-family:system-ui,sans-serif">
<h1 style="font-size:130%">${title}</h1>
<table style="border-collapse:collapse">
<thead><tr>${head.map((name) => html`<th scope="col" style="${CELL}">${name}</th>`)}</tr></thead>
<tbody>
${rows.map((row) => html`<tr>${[row.platform, row.data, row.position, row.regions].map(cell)}${says(row.says)}</tr>\n`)}
</tbody>
</table>
${controls.length > 0 ? html`<h2 style="font-size:110%">Known ways to refuse</h2><ul>${controls.map((one) => html`<li>${controlLine(one)}</li>`)}</ul>` : ''}
</body>
</html>`);
}
