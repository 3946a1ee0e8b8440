import type { InlineText } from './inline-text.ts';

/** Marks that mean something anywhere in a line; `|` too, so that no text opens a table. */
const ANYWHERE = /[\\`*[\]<~|]|&(?=#\w|\w{1,32};)|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu;
/** What all of those hold: most text holds none, and is told so much quicker. */
const MAY_MEAN_SOMETHING = /[\\`*[\]<~|&_]/;
const WWW = /www\./i;
/** Addresses that viewers turn into links by themselves. */
const BARE_LINK = /(https?|ftp|mailto|xmpp)(?=:)|(www)(?=\.)/gi;

/** Plain text as inline Markdown that reads back as the same text. */
function escapeText(text: string): string {
  const escaped = MAY_MEAN_SOMETHING.test(text) ? text.replace(ANYWHERE, '\\$&') : text;
  return text.includes(':') || WWW.test(text) ? escaped.replace(BARE_LINK, '$1$2\\') : escaped;
}

/** A line that starts with what Markdown would take for a heading, list, quotation or rule. Give it escaped text. */
export function escapeLine(line: string): string {
  return line.replace(/^([#>+=-])/, '\\$1').replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2');
}

/** Escaped text with its links; `|` between cells stays when `cellBorder` is given. */
export function linkedText(inline: InlineText, cellBorder?: string): string {
  const safe = (text: string): string =>
    cellBorder === undefined ? escapeText(text) : text.split(cellBorder).map(escapeText).join(cellBorder);
  let out = '';
  let at = 0;
  for (const { start, end, href } of inline.links) {
    if (start < at) continue;
    out += `${safe(inline.text.slice(at, start))}[${escapeText(inline.text.slice(start, end))}](${target(href)})`;
    at = end;
  }
  return out + safe(inline.text.slice(at));
}

function target(href: string): string {
  return href
    .replace(/[()<>\\|`\s]/g, (sign) => `%${sign.charCodeAt(0).toString(16).padStart(2, '0').toUpperCase()}`)
    .replaceAll('&', '&amp;');
}
