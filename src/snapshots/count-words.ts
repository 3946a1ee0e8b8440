// Scripts written without spaces are counted by character, else a whole Japanese paragraph would be one word.
const WORD = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]|[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu;
// The same for ASCII, which most texts are for the most part, at half the time.
const ASCII_WORD = /[A-Za-z0-9]+(?:['-][A-Za-z0-9]+)*/g;
const BEYOND_ASCII = /[^\0-\x7f]/;

/** Number of words, for judging whether a text has a plausible size. */
export function countWords(text: string): number {
  return text.match(BEYOND_ASCII.test(text) ? WORD : ASCII_WORD)?.length ?? 0;
}
