import type { CompiledLexicon } from './lexicon/compile-lexicon.ts';
import { isA, type Token } from './tokens.ts';

/** A word as it counts in comparisons, and its index among the tokens it came from. */
export interface SentenceWord {
  readonly canonical: string;
  readonly at: number;
}

const YEAR = /^(?:19|20)\d\d$/;
const NUMBER = /^\d{1,3}(?:st|nd|rd|th)?(?:\.\d+)*$/;

function spelling(word: string, lexicon: CompiledLexicon): string {
  if (word.length < 5 || !lexicon.maySpellOtherwise.test(word)) return word;
  let canonical = word;
  for (const [written, one] of lexicon.spellings) canonical = canonical.replaceAll(written, one);
  return canonical;
}

/** An e-mail address or a host name: where to turn, not what is said. */
function isAddress(token: Token): boolean {
  return (
    token.word.includes('@') || /\.(?:[a-z]{2,})$/.test(token.word) || token.raw === 'http' || token.raw === 'https'
  );
}

// What a widely used shield against harvesting puts in the place of an address.
function isHiddenAddress(tokens: readonly Token[], i: number): boolean {
  const pair =
    tokens[i]?.word === 'email'
      ? tokens[i + 1]?.word === 'protected'
      : tokens[i]?.word === 'protected' && tokens[i - 1]?.word === 'email';
  return pair === true;
}

// "May" is a month where a number stands beside it.
function isMonth(tokens: readonly Token[], i: number, lexicon: CompiledLexicon): boolean {
  const token = tokens[i];
  if (token === undefined) return false;
  if (lexicon.months.has(token.word)) return true;
  if (!lexicon.monthsByNumber.has(token.raw)) return false;
  return [tokens[i - 1]?.word ?? '', tokens[i + 1]?.word ?? ''].some((word) => NUMBER.test(word) || YEAR.test(word));
}

// A number is a date beside a month, and a place in the document behind "section"; elsewhere ("18 or older") it counts.
function isDateOrPlace(tokens: readonly Token[], i: number, lexicon: CompiledLexicon): boolean {
  const word = tokens[i]?.word ?? '';
  if (isMonth(tokens, i, lexicon) || YEAR.test(word)) return true;
  if (!NUMBER.test(word)) return false;
  if (i === 0 || lexicon.numbered.has(tokens[i - 1]?.word ?? '')) return true;
  return [i - 1, i + 1, i + 2].some((j) => isMonth(tokens, j, lexicon));
}

/** The words that carry what a sentence says: no punctuation, case, dates, spelling variants or empty words. */
export function sentenceWords(tokens: readonly Token[], lexicon: CompiledLexicon): SentenceWord[] {
  const words: SentenceWord[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] as Token;
    // "using" links two things, but at the head of an item it is what is done
    const isEmpty = lexicon.empty.has(token.word) && !(words.length === 0 && token.word.endsWith('ing'));
    if (token.mark || isEmpty || isDateOrPlace(tokens, i, lexicon)) continue;
    if (isAddress(token) || isHiddenAddress(tokens, i)) continue;
    // The letter of a list marker: "(a)", "b."
    if (token.word.length === 1 && token.word !== 'i') continue;
    if (lexicon.helpsDenial.has(token.word) && isA(tokens[i + 1], 'not')) continue;
    const short = lexicon.abbreviations.get(`${token.word} ${tokens[i + 1]?.word}`);
    const forms = short
      ? [short]
      : (lexicon.forms.get(token.word) ?? [spelling(token.word.replace(/'s$/, ''), lexicon)]);
    // "artificial intelligence (AI) models" are "AI models"
    const isToldAgain = forms[0] === words.at(-1)?.canonical && lexicon.shortForms.has(forms[0] ?? '');
    if (!isToldAgain) words.push(...forms.map((canonical) => ({ canonical, at: i })));
    if (short) i++;
  }
  return words;
}
