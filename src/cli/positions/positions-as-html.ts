import { html } from 'hono/html';
import type { PositionRow, Said } from './position-rows.ts';
import { controlLine, meaningsIn, type ShownPositions } from './shown-positions.ts';

// Colours that keep 4.5 : 1 on white and on black; the word tells the same without them.
const STYLE = `
:root { color-scheme: light dark; --line: #8a8a8a; --soft: #595959; --less: #a3211a; --some: #8a5300; --more: #1b6e34 }
@media (prefers-color-scheme: dark) { :root { --soft: #b0b0b0; --less: #ff8f80; --some: #f0b060; --more: #7fd49a } }
body { max-width: 70em; margin: 2em auto; padding: 0 1em; font-family: system-ui, sans-serif; line-height: 1.4 }
h1 { font-size: 150% } h2 { font-size: 120%; margin: 2em 0 .4em } h3 { font-size: 100%; margin: 1em 0 .2em }
table { border-collapse: collapse; width: 100% }
th, td { vertical-align: top; text-align: left; padding: .4em .6em; border: 1px solid var(--line); overflow-wrap: anywhere }
th { font-size: 85% } .data { width: 11em } .position { width: 11em } .seen { width: 7em }
blockquote { margin: 0 0 .5em } blockquote:last-child { margin: 0 }
.source, .regions, dd { color: var(--soft); font-size: 90% } .regions { display: block }
.stance { font-weight: 600 } .less { color: var(--less) } .some { color: var(--some) } .more { color: var(--more) }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .1em 1em } dd { margin: 0 }
/* On a telephone a row is a card: the columns would run out of the window. */
@media (max-width: 40em) {
  thead { display: none }
  table, tbody { display: block }
  tr { display: block; margin-bottom: .8em; padding: .3em .6em; border: 1px solid var(--line) }
  td { border: 0; padding: .2em 0; width: auto !important; display: block }
  td.data, td.position, td.seen { display: inline-block; margin-right: 1em } td.data { font-weight: 600 }
  td:empty { display: none }
}
`;

const TONES: Readonly<Record<string, string>> = {
  mandatory: 'less',
  contradictory: 'less',
  'opt-out': 'some',
  'opt-in': 'more',
  excluded: 'more',
};

/** "silent → mandatory": each of them in its colour. */
const stances = (position: string) =>
  position
    .split(' → ')
    .map((one, n) => html`${n > 0 ? ' → ' : ''}<span class="stance ${TONES[one] ?? ''}">${one}</span>`);

const sentence = ({ quote, source, isWayOut }: Said) =>
  html`<blockquote>${isWayOut ? 'Way out: ' : ''}“${quote.toWellFormed()}” <span class="source">${source}</span></blockquote>`;

/** A ledger has a date where a table of positions has the regions that differ. */
function row({ data, position, regions, says }: PositionRow, isLedger: boolean) {
  const seen = html`<td class="seen">${regions}</td>`;
  const where = isLedger || regions === '' ? '' : html`<span class="regions">${regions}</span>`;
  return html`<tr>${isLedger ? seen : ''}<td class="data">${data}</td><td class="position">${stances(position)}${where}</td><td>${says.map(sentence)}</td></tr>
`;
}

function section(platform: string, rows: readonly PositionRow[], { head, controls }: ShownPositions) {
  const [, data, position, third, words] = head;
  const isLedger = third === 'SEEN';
  const titles = [...(isLedger ? [third] : []), data, position, words];
  const known = controls.filter((one) => one.platform === platform).map(({ control }) => controlLine(control));
  return html`<section>
<h2>${platform.toWellFormed()}</h2>
<table>
<thead><tr>${titles.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
<tbody>
${rows.map((one) => row(one, isLedger))}</tbody>
</table>
${known.length > 0 ? html`<h3>Known ways to refuse</h3><ul>${known.map((line) => html`<li>${line}</li>`)}</ul>` : ''}
</section>
`;
}

/** A whole page: no script, no remote resource; everything from a watched page is text. */
export function positionsAsHtml(shown: ShownPositions): string {
  const platforms = [...Map.groupBy(shown.rows, ({ platform }) => platform)];
  const meanings = meaningsIn(shown).map(
    ([stance, meaning]) => html`<dt class="stance ${TONES[stance] ?? ''}">${stance}</dt><dd>${meaning}</dd>`,
  );
  return String(html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>${shown.title}</title>
<style>${STYLE}</style>
</head>
<body>
<h1>${shown.title}</h1>
${meanings.length > 0 ? html`<dl>${meanings}</dl>` : ''}
${platforms.map(([platform, rows]) => section(platform, rows, shown))}
</body>
</html>`);
}
