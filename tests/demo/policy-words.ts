import { load } from 'cheerio';

/** The words of the policy in a served page, chrome stripped by knowledge of our own templates. */
export function policyWords(page: string): string {
  const $ = load(page);
  $('main nav').remove();
  // Neighbouring blocks must not grow together where a design has no white space between them.
  $('main *').append(' ');
  return $('main').text().normalize('NFC').replace(/\s+/g, ' ').trim();
}

/** As a reader sees them who is blind to typography, numbering of sections and dates. */
export function coarseWords(page: string): string {
  return policyWords(page)
    .replace(/[“”]/g, '"')
    .replace(/\b\d{1,2} [A-Z][a-z]+ \d{4}\b|\b[A-Z][a-z]+ \d{1,2}, \d{4}\b/, 'DATE');
}
