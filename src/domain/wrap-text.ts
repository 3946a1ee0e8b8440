const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });
const WIDE =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}\uFF00-\uFF60]/u;

/** Columns of a text in a fixed-width font. */
export function columns(text: string): number {
  if (/^[\x20-\x7E]*$/.test(text)) return text.length;
  let width = 0;
  for (const { segment } of segmenter.segment(text)) width += WIDE.test(segment) ? 2 : 1;
  return width;
}

/** Addresses are kept whole, whatever their length: a broken one cannot be opened. */
function pieces(word: string, room: number): string[] {
  if (columns(word) <= room || /^https?:\/\//.test(word)) return [word];
  const parts: string[] = [];
  let part = '';
  let width = 0;
  for (const { segment } of segmenter.segment(word)) {
    const step = WIDE.test(segment) ? 2 : 1;
    if (width + step > room) {
      parts.push(part);
      part = '';
      width = 0;
    }
    part += segment;
    width += step;
  }
  return part === '' ? parts : [...parts, part];
}

/**
 * Breaks one line of text into lines of at most `width` columns (76 unless told). `first` stands before the first
 * line, `rest` before the others; both count.
 */
export function wrapText(
  text: string,
  options: { readonly width?: number; readonly first?: string; readonly rest?: string } = {},
): string[] {
  const { width = 76, first = '', rest = first } = options;
  const room = width - Math.max(columns(first), columns(rest));
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const word of text.split(' ').flatMap((each) => pieces(each, room))) {
    const step = columns(word);
    if (used > 0 && used + 1 + step > room) {
      lines.push(line);
      line = word;
      used = step;
    } else {
      line = used === 0 ? word : `${line} ${word}`;
      used = used === 0 ? step : used + 1 + step;
    }
  }
  lines.push(line);
  return lines.map((each, index) => `${index === 0 ? first : rest}${each}`.trimEnd());
}
