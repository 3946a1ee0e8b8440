const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu;

// Single spaces, nearly all there is, stay as they are: replacing each by itself took most of the time.
const UNTIDY = /[\s\p{Cc}]{2,}|[^\S ]|\p{Cc}/gu;
const UNEVEN = /\s{2,}|[^\S ]/g;

/** White space and control characters folded to single spaces, NFC: the form in which text is stored. */
export function tidyText(text: string): string {
  return text.normalize('NFC').replace(UNTIDY, ' ').trim();
}

/**
 * The form in which texts are compared: as {@link tidyText}, invisible characters removed, quotes, dashes, dots and
 * spaces of every typographic kind made one. Case and punctuation stay: one letter in an address can be the change.
 */
export function foldText(text: string): string {
  return tidyText(text.replace(INVISIBLE, ''))
    .normalize('NFKC')
    .replace(/[“”„‟«»″＂]/g, '"')
    .replace(/[‘’‚‛′`´＇]/g, "'")
    .replace(/[‐‑‒–—―−]/g, '-')
    .replace(/…/g, '...')
    .replace(UNEVEN, ' ')
    .trim();
}
