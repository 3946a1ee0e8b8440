import { type TextLine, textOf } from './text-line.ts';

/** Bullets, also those of symbol fonts, which stand in the private area of Unicode. */
const BULLET =
  /^[\u2022\u00b7\u25aa\u25ab\u25e6\u25cf\u25cb\u25a0\u25a1\u2023\u2043\u2219\u27a2\u27a4\u2013\u2014*\u2212\uf000-\uf0ff-]$/u;
const ORDERED = /^(?:\(?(?:\d{1,3}|\p{Ll}{1,2}|[ivxIVX]{1,5}|\p{Lu})[.)]|\d{1,2}(?:\.\d{1,2}){1,3}\.?)$/u;

export interface ListMarker {
  /** As an ordered list shows it; null for a bullet. */
  readonly text: string | null;
}

/** What a stretch of text that stands alone before an item says; null where it is no marker. */
export function markerOf(text: string): ListMarker | null {
  const sign = text.trim();
  if (BULLET.test(sign) || sign === 'o') return { text: null };
  return ORDERED.test(sign) ? { text: sign } : null;
}

/** A line that begins with a bullet or a number in its own text, taken apart. */
export function splitMarker(line: TextLine): { readonly marker: ListMarker; readonly line: TextLine } | null {
  const match = /^\s*(\S{1,12})\s+(?=\S)/u.exec(textOf(line));
  const marker = match ? markerOf(match[1] ?? '') : null;
  // A letter o or a number that begins a sentence is none by itself.
  if (!match || !marker || /^\s*o\s/.test(match[0])) return null;
  return { marker, line: dropStart(line, match[0].length) };
}

function dropStart(line: TextLine, length: number): TextLine {
  let cut = length;
  const runs = line.runs.map((run) => {
    const text = run.text.slice(Math.min(cut, run.text.length));
    cut -= Math.min(cut, run.text.length);
    return { ...run, text };
  });
  return { ...line, runs };
}
