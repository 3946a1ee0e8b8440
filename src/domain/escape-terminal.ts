// Controls (C0, DEL, C1), line and paragraph separators, bidirectional embeddings, overrides and isolates, deprecated
// format characters, interlinear annotations, tags.
const DANGEROUS = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069\u206a-\u206f\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;
// Mean nothing to a reader and stand by the dozen in real pages: zero-width space, word joiner, invisible operators.
const INVISIBLE = /[\u200b\u2060-\u2064\ufeff]/g;
const PICTURES = 0x2400;

function show(character: string): string {
  const point = character.codePointAt(0) ?? 0;
  if (point < 0x20) return String.fromCharCode(PICTURES + point);
  if (point === 0x7f) return '\u2421';
  return `<U+${point.toString(16).toUpperCase().padStart(4, '0')}>`;
}

/**
 * Text of a page as it may be printed: nothing in it can move the cursor, change colours, set a title or a link, or
 * reorder what stands around it. Such characters are shown by their name, invisible ones are left out; half a surrogate pair becomes U+FFFD. Line
 * feeds are shown too: split lines first.
 */
export function escapeTerminal(text: string): string {
  return text.toWellFormed().replace(INVISIBLE, '').replace(DANGEROUS, show);
}
