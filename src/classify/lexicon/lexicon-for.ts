import { type CompiledLexicon, compileLexicon } from './compile-lexicon.ts';
import { en } from './en.ts';

const LEXICONS = new Map([en].map((lexicon) => [lexicon.language, compileLexicon(lexicon)]));

/** The lexicon of a language; English where the language could not be told; null where there is none. */
export function lexiconFor(language: string): CompiledLexicon | null {
  return LEXICONS.get(language === 'und' ? 'en' : language) ?? null;
}
