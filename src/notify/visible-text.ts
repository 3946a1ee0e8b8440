// Overrides and isolates make text read in another order than it is stored; tag characters, interlinear notes and the
// byte order mark hide text altogether. Joiners stay: emoji and several scripts need them.
const DECEPTIVE = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u206F\uFEFF\uFFF9-\uFFFB\u{E0000}-\u{E007F}]/gu;

/**
 * Text from anywhere as one line that every output can take: no control characters (so no line breaks, no terminal
 * sequences, no headers of its own), nothing that reorders or hides what is read.
 */
export function visibleText(text: string): string {
  return text
    .toWellFormed()
    .replace(DECEPTIVE, '')
    .replace(/[\s\p{Cc}\u2028\u2029]+/gu, ' ')
    .trim();
}

/** As {@link visibleText}, several lines: line breaks stay, the rest of each line is treated the same. */
export function visibleLines(text: string): string[] {
  return text.split(/\r\n|[\n\r\u2028\u2029]/).map((line) => {
    const indent = /^ */.exec(line)?.[0] ?? '';
    return `${indent.slice(0, 12)}${visibleText(line)}`.trimEnd();
  });
}

/** At most `max` UTF-16 units, cut between words where one ends near by, with an ellipsis where something is missing. */
export function clip(text: string, max: number): string {
  if (text.length <= max) return text;
  const head = text
    .slice(0, max - 1)
    .toWellFormed()
    .replace(/\uFFFD$/, '');
  const space = head.lastIndexOf(' ');
  return `${(space > max * 0.7 ? head.slice(0, space) : head).trimEnd()}…`;
}

/** Size in UTF-8, which is what a mail is made of. */
export function byteLength(text: string): number {
  return Buffer.byteLength(text, 'utf8');
}

/** Size as escaped markup: an ampersand takes five bytes there. */
export function markupBytes(text: string): number {
  return byteLength(text) + 4 * (text.match(/[&<>"']/g)?.length ?? 0);
}
