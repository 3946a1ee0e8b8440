const WORD = /\p{L}[\p{L}\p{M}\p{N}'’]*/gu;
const LONG_WORD = /\p{L}{4,}/gu;
const SHOUTED = /\p{Lu}{4}/u;
const LOWER = /\p{Ll}/u;
const UPPER = /\p{Lu}/u;
const ACRONYM = /^\p{Lu}{2,3}$/u;
// The capitals of an address or a path can be the address.
const ADDRESS = /[@\\]|\p{L}[./]\p{L}|_\p{L}/u;
const SENTENCE_STARTS_AFTER = /(?:^|[.!?:;。！？•·])[\s\0"'([]*$/u;
const LOOK_BACK = 8;

/** No letter is small: capitals are the look of the whole. */
function isShouted(text: string): boolean {
  return SHOUTED.test(text) && !LOWER.test(text);
}

/** Every word that is long enough begins with a capital: a title or a label, whatever the block is. */
function isTitled(text: string): boolean {
  const words = text.match(LONG_WORD) ?? [];
  return words.length > 1 && words.every((word) => UPPER.test(word.charAt(0)));
}

function lowerAll(text: string): string {
  return text.toLowerCase();
}

function lowerTitle(text: string): string {
  return text.replace(WORD, (word) => (ACRONYM.test(word) ? word : word.toLowerCase()));
}

function foldWord(word: string, startsSentence: boolean): string {
  const first = word.charAt(0);
  if (!UPPER.test(first)) return word;
  const rest = word.slice(1);
  const longEnough = word.length >= 4;
  if (!longEnough && rest !== rest.toLowerCase()) return word;
  return (startsSentence ? first.toLowerCase() : first) + rest.toLowerCase();
}

function foldWords(text: string): string {
  return text.replace(/[^\s\0]+/g, (run, at: number) => {
    if (ADDRESS.test(run)) return run;
    const starts = SENTENCE_STARTS_AFTER.test(text.slice(Math.max(0, at - LOOK_BACK), at));
    return run.replace(WORD, (word, place: number) => foldWord(word, starts && !/\p{L}/u.test(run.slice(0, place))));
  });
}

/**
 * Makes two texts equal that differ only in such capitals as say nothing: those of headings, those of a whole block
 * (all capitals, a title), the first letter of a sentence, and the lettering of a word of four letters or more that
 * begins with a capital on both sides ("Xbox", "XBOX"). "US" never becomes "us", nor "Partners" in a sentence
 * "partners", which may be another word or no longer a defined term.
 */
export function caseFolder(before: string, after: string, headings: boolean): (text: string) => string {
  if (headings || isShouted(before) || isShouted(after)) return lowerAll;
  return isTitled(before) || isTitled(after) ? lowerTitle : foldWords;
}
