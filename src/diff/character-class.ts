export const SPACE = 0;
export const LETTER = 1;
export const DIGIT = 2;
export const MARK = 3;
/** Scripts written without spaces between words: only a dictionary finds their words. */
export const UNSPACED = 4;
const UNKNOWN = 255;

const UNSPACED_SCRIPT = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}]/u;
const WORD = /[\p{L}\p{M}_\p{Cf}]/u;
const NUMBER = /\p{N}/u;

const table = new Uint8Array(0x10000).fill(UNKNOWN);

function classify(character: string): number {
  if (/\s/u.test(character)) return SPACE;
  if (UNSPACED_SCRIPT.test(character)) return UNSPACED;
  if (NUMBER.test(character)) return DIGIT;
  return WORD.test(character) ? LETTER : MARK;
}

/** The class of the character at a UTF-16 offset. Half of a broken surrogate pair is a mark of its own. */
export function characterClass(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  const known = table[unit] ?? MARK;
  if (known !== UNKNOWN) return known;
  const point = text.codePointAt(at) ?? 0;
  if (point > 0xffff) return classify(String.fromCodePoint(point));
  const found = unit >= 0xd800 && unit <= 0xdfff ? MARK : classify(String.fromCharCode(unit));
  // A surrogate says nothing without its other half, so it is never remembered.
  if (unit < 0xd800 || unit > 0xdfff) table[unit] = found;
  return found;
}
