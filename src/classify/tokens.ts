import type { CompiledLexicon } from './lexicon/compile-lexicon.ts';
import type { WordClass } from './lexicon/lexicon.ts';

/** A word or a mark of punctuation. `start` and `end` are UTF-16 offsets into the text it was read from. */
export interface Token {
  /** Lower case, straight apostrophe. */
  readonly word: string;
  readonly raw: string;
  readonly start: number;
  readonly end: number;
  readonly mark: boolean;
  readonly classes: ReadonlySet<WordClass>;
}

const MARKS = new Set([',', ';', ':', '.', '!', '?', '(', ')', '|', '–', '—', '•']);
const NONE: ReadonlySet<WordClass> = new Set();
// Words (with an inner apostrophe; dotted abbreviations as one), or a single mark that can end a clause.
const PIECE = /[\p{L}\p{N}]+(?:(?:['’@]|\.(?=[\p{Ll}\p{N}]|\p{Lu}(?!\p{L})))[\p{L}\p{N}]+)*|[,;:.!?()|–—•]/gu;

interface Draft extends Token {
  classes: ReadonlySet<WordClass>;
}

function startsWith(drafts: readonly Draft[], at: number, words: readonly string[]): boolean {
  for (let i = 1; i < words.length; i++) if (drafts[at + i]?.word !== words[i]) return false;
  return true;
}

function classesOf(word: string, raw: string, lexicon: CompiledLexicon): ReadonlySet<WordClass> {
  const classes = lexicon.words.get(word) ?? systemsOf(word, lexicon);
  const exact = lexicon.exactCase.get(word);
  return exact === undefined || exact === raw ? classes : NONE;
}

const SYSTEMS = ['ai', 'model', 'ai-name', 'learner'] as const;

// "the model's answers": what a system has.
function systemsOf(word: string, lexicon: CompiledLexicon): ReadonlySet<WordClass> {
  const known = word.endsWith("'s") ? lexicon.words.get(word.slice(0, -2)) : undefined;
  const systems = SYSTEMS.filter((name) => known?.has(name));
  return systems.length > 0 ? new Set(systems) : NONE;
}

function readWords(text: string, lexicon: CompiledLexicon): Draft[] {
  const drafts: Draft[] = [];
  PIECE.lastIndex = 0;
  for (let match = PIECE.exec(text); match; match = PIECE.exec(text)) {
    const raw = match[0];
    const start = match.index;
    const mark = raw.length === 1 && MARKS.has(raw);
    const lower = mark ? raw : raw.toLowerCase();
    const word = lower.includes('’') ? lower.replaceAll('’', "'") : lower;
    const classes = mark ? NONE : classesOf(word, raw, lexicon);
    drafts.push({ word, raw, start, end: start + raw.length, mark, classes });
  }
  return drafts;
}

/** The words of a text with all that the lexicon knows about them. Linear in the text. */
export function readTokens(text: string, lexicon: CompiledLexicon): Token[] {
  const drafts = readWords(text, lexicon);
  for (let i = 0; i < drafts.length; i++) {
    for (const phrase of lexicon.phrases.get(drafts[i]?.word ?? '') ?? []) {
      if (!startsWith(drafts, i, phrase.words)) continue;
      for (let j = i; j < i + phrase.words.length; j++) {
        const draft = drafts[j] as Draft;
        if (!draft.classes.has(phrase.class)) draft.classes = new Set([...draft.classes, phrase.class]);
      }
    }
  }
  return drafts;
}

/** Is the token there, and may it be this? */
export function isA(token: Token | undefined, name: WordClass): boolean {
  // Most words belong to no class, and this is asked more often than anything else.
  return token !== undefined && token.classes !== NONE && token.classes.has(name);
}
