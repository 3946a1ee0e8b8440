import { characterClass, DIGIT, LETTER } from './character-class.ts';

/** Stands where markup was taken out of a text: nobody knows whether a space was read there. Never in folded text. */
export const SEAM = '\0';

const SPACE_CODE = 32;
const SEAM_CODE = 0;
const LOWER = /\p{Ll}/u;
const UPPER = /\p{Lu}/u;

function afterGap(text: string, start: number): number {
  let at = start;
  while (text.charCodeAt(at) === SPACE_CODE || text.charCodeAt(at) === SEAM_CODE) at++;
  return at;
}

/** Does a space between these two characters make two words of one? Not where their kind or case parts them anyway. */
function partsWords(text: string, left: number, right: number): boolean {
  const [before, after] = [characterClass(text, left), characterClass(text, right)];
  if (before === DIGIT && after === DIGIT) return true;
  if (before !== LETTER || after !== LETTER) return false;
  return !(LOWER.test(text.charAt(left)) && UPPER.test(text.charAt(right)));
}

/** A space on one side and certainly none on the other. */
function differs(gapA: string, gapB: string): boolean {
  if (gapA !== '' && gapB !== '') return false;
  return (gapA || gapB).includes(' ');
}

/**
 * The same characters in the same words: spaces beside marks, around numbers and in scripts without spaces are
 * typography, one that makes "may be" of "maybe" is not. Nearly every edit shows at its first word.
 */
export function sameCharacters(x: string, y: string, anyCase = false): boolean {
  let [a, b] = [0, 0];
  while (true) {
    while (a < x.length && x.charCodeAt(a) === y.charCodeAt(b)) {
      a++;
      b++;
    }
    const [fromA, fromB] = [a, b];
    [a, b] = [afterGap(x, a), afterGap(y, b)];
    if (a >= x.length || b >= y.length) return a >= x.length && b >= y.length;
    const [charA, charB] = [x.charAt(a), y.charAt(b)];
    if (charA !== charB && !(anyCase && charA.toLowerCase() === charB.toLowerCase())) return false;
    const gapsDiffer = fromA > 0 && differs(x.slice(fromA, a), y.slice(fromB, b));
    if (gapsDiffer && partsWords(x, fromA - 1, a)) return false;
    a++;
    b++;
  }
}
