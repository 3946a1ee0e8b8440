export const LONGEST_QUOTE = 600;

/** The part of a text around two offsets that is short enough to quote, cut at spaces. Contiguous, letter for letter. */
export function cutQuote(text: string, from: number, to: number): string {
  if (text.length <= LONGEST_QUOTE) return text;
  const middle = Math.floor((from + Math.min(to, from + LONGEST_QUOTE)) / 2);
  const start = Math.max(0, Math.min(middle - LONGEST_QUOTE / 2, text.length - LONGEST_QUOTE));
  const end = start + LONGEST_QUOTE;
  const firstSpace = start === 0 ? -1 : text.indexOf(' ', start);
  const lastSpace = end >= text.length ? text.length : text.lastIndexOf(' ', end);
  const head = start === 0 ? 0 : firstSpace >= 0 && firstSpace < end ? firstSpace + 1 : start;
  const tail = lastSpace > head ? lastSpace : end;
  return wholeCharacters(text, head, tail).trim();
}

// A cut between the halves of a character outside the basic plane would put a broken letter into the quotation.
function wholeCharacters(text: string, start: number, end: number): string {
  const isLow = (at: number): boolean => (text.charCodeAt(at) & 0xfc00) === 0xdc00;
  return text.slice(isLow(start) ? start + 1 : start, isLow(end) ? end - 1 : end);
}
