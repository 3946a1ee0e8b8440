import type { Lexicon, WordClass } from './lexicon.ts';

interface Phrase {
  readonly words: readonly string[];
  readonly class: WordClass;
}

/** A lexicon in the form that is quick to look things up in. */
export interface CompiledLexicon {
  readonly language: string;
  /** Single word → all that it may be. */
  readonly words: ReadonlyMap<string, ReadonlySet<WordClass>>;
  /** First word → the longer phrases that begin with it. */
  readonly phrases: ReadonlyMap<string, readonly Phrase[]>;
  /** Lower-case words that count only in the letters given here. */
  readonly exactCase: ReadonlyMap<string, string>;
  /** Finds in lower-case text whether any rule could find something. */
  readonly trigger: RegExp;
  readonly regions: ReadonlyMap<string, readonly { words: readonly string[]; region: string }[]>;
  readonly outside: ReadonlySet<string>;
  readonly empty: ReadonlySet<string>;
  readonly months: ReadonlySet<string>;
  readonly monthsByNumber: ReadonlySet<string>;
  readonly numbered: ReadonlySet<string>;
  readonly forms: ReadonlyMap<string, readonly string[]>;
  readonly helpsDenial: ReadonlySet<string>;
  /** Two words → what is written for them. */
  readonly abbreviations: ReadonlyMap<string, string>;
  readonly shortForms: ReadonlySet<string>;
  readonly spellings: readonly (readonly [string, string])[];
  /** Finds whether a word holds any of the letters that a spelling is about. */
  readonly maySpellOtherwise: RegExp;
}

function endings(word: string): string[] {
  const [stem = '', ...rest] = word.split('/');
  return rest.length === 0 ? [stem] : rest.map((ending) => (ending === '-' ? stem : stem + ending));
}

function spellOut(entry: string): string[][] {
  let lines: string[][] = [[]];
  for (const word of entry.split(' ')) lines = lines.flatMap((line) => endings(word).map((form) => [...line, form]));
  return lines;
}

function index<T extends { readonly words: readonly string[] }>(items: Iterable<T>): Map<string, T[]> {
  const byFirst = new Map<string, T[]>();
  for (const item of items) {
    const first = item.words[0] ?? '';
    const list = byFirst.get(first);
    if (list) list.push(item);
    else byFirst.set(first, [item]);
  }
  return byFirst;
}

function* phrasesOf(lexicon: Lexicon): Generator<Phrase> {
  for (const [name, entries] of Object.entries(lexicon.classes)) {
    for (const entry of entries) {
      for (const words of spellOut(entry)) yield { words, class: name as WordClass };
    }
  }
}

function* regionsOf(lexicon: Lexicon): Generator<{ words: readonly string[]; region: string }> {
  for (const [region, names] of Object.entries(lexicon.regions)) {
    for (const name of names) yield { words: name.split(' '), region };
  }
}

function singleWords(phrases: readonly Phrase[]): Map<string, Set<WordClass>> {
  const words = new Map<string, Set<WordClass>>();
  for (const phrase of phrases) {
    const [word, second] = phrase.words;
    if (word === undefined || second !== undefined) continue;
    const known = words.get(word);
    if (known) known.add(phrase.class);
    else words.set(word, new Set([phrase.class]));
  }
  return words;
}

/** Compiles a language's words; done once when the module loads. */
export function compileLexicon(lexicon: Lexicon): CompiledLexicon {
  const phrases = [...phrasesOf(lexicon)];
  const alternatives = [...lexicon.triggers].map((trigger) => RegExp.escape(trigger));
  return {
    language: lexicon.language,
    words: singleWords(phrases),
    phrases: index(phrases.filter(({ words }) => words.length > 1)),
    exactCase: new Map(lexicon.exactCase.map((word) => [word.toLowerCase(), word])),
    // A plain alternation at the beginning of a word, for lower-case text: no repetition, so nothing that could run away.
    trigger: new RegExp(`\\b(?:${alternatives.join('|')})`),
    regions: index(regionsOf(lexicon)),
    outside: new Set(lexicon.outside),
    empty: new Set(lexicon.empty),
    months: new Set(lexicon.months),
    monthsByNumber: new Set(lexicon.monthsByNumber),
    numbered: new Set(lexicon.numbered),
    forms: new Map(Object.entries(lexicon.forms).map(([word, full]) => [word, full.split(' ')])),
    helpsDenial: new Set(lexicon.helpsDenial),
    abbreviations: new Map(lexicon.abbreviations.map(([first, second, short]) => [`${first} ${second}`, short])),
    shortForms: new Set(lexicon.abbreviations.map(([, , short]) => short)),
    spellings: [...lexicon.spellings].sort((a, b) => b[0].length - a[0].length),
    maySpellOtherwise: new RegExp(lexicon.spellings.map(([written]) => RegExp.escape(written)).join('|')),
  };
}
