const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu;

// Single spaces, nearly all there is, stay as they are: replacing each by itself took most of the time.
const UNTIDY = /[\s\p{Cc}]{2,}|[^\S ]|\p{Cc}/gu;
const UNEVEN = /\s{2,}|[^\S ]/g;

// No form of folding changes the commonest signs: ASCII but for the grave accent, precomposed Latin letters, © ® • €.
// One look at a text that holds nothing else is a fraction of what the whole way costs.
const SAFE = ' -_a-~\\u00a9\\u00ae\\u00c0-\\u00ff\\u2022\\u20ac';
const QUOTES_AND_DASHES = '\\u2013\\u2014\\u2018\\u2019\\u201c\\u201d';
const MAY_BE_UNTIDY = new RegExp(`[^${SAFE}\`${QUOTES_AND_DASHES}]`);
const MAY_FOLD = new RegExp(`[^${SAFE}]`);
const MAY_FOLD_OTHERWISE = new RegExp(`[^${SAFE}${QUOTES_AND_DASHES}]`);
const SIGNS: Readonly<Record<string, string>> = { '–': '-', '—': '-', '‘': "'", '’': "'", '“': '"', '”': '"' };

/** White space and control characters folded to single spaces. */
export function foldSpaces(text: string): string {
  return MAY_BE_UNTIDY.test(text) || text.includes('  ') ? text.replace(UNTIDY, ' ') : text;
}

/** White space and control characters folded to single spaces, NFC: the form in which text is stored. */
export function tidyText(text: string): string {
  if (MAY_BE_UNTIDY.test(text)) return text.normalize('NFC').replace(UNTIDY, ' ').trim();
  return (text.includes('  ') ? text.replace(UNTIDY, ' ') : text).trim();
}

/**
 * The form in which texts are compared: as {@link tidyText}, invisible characters removed, quotes, dashes, dots and
 * spaces of every typographic kind made one. Case and punctuation stay: one letter in an address can be the change.
 */
export function foldText(text: string): string {
  if (text.includes('  ') || text.startsWith(' ') || text.endsWith(' ')) return foldWholly(text);
  if (!MAY_FOLD.test(text)) return text;
  if (MAY_FOLD_OTHERWISE.test(text)) return foldWholly(text);
  return text.replace(/[–—‘’“”]/g, (sign) => SIGNS[sign] as string);
}

function foldWholly(text: string): string {
  return tidyText(text.replace(INVISIBLE, ''))
    .normalize('NFKC')
    .replace(/[“”„‟«»″＂]/g, '"')
    .replace(/[‘’‚‛′`´＇]/g, "'")
    .replace(/[‐‑‒–—―−]/g, '-')
    .replace(/…/g, '...')
    .replace(UNEVEN, ' ')
    .trim();
}
