import { characterClass, DIGIT, LETTER } from './character-class.ts';

/** Stands where markup was taken out of a text: nobody knows whether a space was read there. Never in folded text. */
export const SEAM = '\0';

interface Gap {
  readonly end: number;
  readonly space: boolean;
  readonly seam: boolean;
}

function gapAt(text: string, start: number): Gap {
  let end = start;
  let space = false;
  for (let sign = text[end]; sign === ' ' || sign === SEAM; sign = text[++end]) space ||= sign === ' ';
  return { end, space, seam: end > start && !space };
}

const LOWER = /\p{Ll}/u;
const UPPER = /\p{Lu}/u;

/** Does a space between these two characters make two words of one? Not where their kind or case parts them anyway. */
function partsWords(text: string, left: number, right: number): boolean {
  const [before, after] = [characterClass(text, left), characterClass(text, right)];
  if (before === DIGIT && after === DIGIT) return true;
  if (before !== LETTER || after !== LETTER) return false;
  return !(LOWER.test(text.charAt(left)) && UPPER.test(text.charAt(right)));
}

/**
 * The same characters in the same words: spaces beside marks, around numbers and in scripts without spaces are
 * typography, one that makes "may be" of "maybe" is not. Nearly every edit shows at its first word.
 */
export function sameCharacters(x: string, y: string): boolean {
  let [a, b] = [0, 0];
  while (true) {
    const [gapA, gapB] = [gapAt(x, a), gapAt(y, b)];
    const from = a;
    [a, b] = [gapA.end, gapB.end];
    if (a >= x.length || b >= y.length) return a >= x.length && b >= y.length;
    if (x[a] !== y[b]) return false;
    const sure = !gapA.seam && !gapB.seam;
    if (sure && gapA.space !== gapB.space && from > 0 && partsWords(x, from - 1, a)) return false;
    a++;
    b++;
  }
}
