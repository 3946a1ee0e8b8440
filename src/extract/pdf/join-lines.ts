import { type InlineText, InlineWriter } from '../inline-text.ts';
import { type TextLine, textOf } from './text-line.ts';

const BROKEN = /(\p{L}+)-$/u;

/** Of the lines of a document, so many end in a hyphen where its producer breaks words; compounds alone are fewer. */
const HYPHENATED = 0.03;
/** Lines shorter than this are no running text. */
const FULL_LINE = 30;

/** What decides whether a hyphen at the end of a line belongs to the word: the words of the document itself. */
export class Vocabulary {
  readonly #words = new Set<string>();
  readonly #hyphenates: boolean;

  constructor(lines: readonly TextLine[]) {
    const texts = lines.map((line) => textOf(line).trim().toLowerCase());
    for (const text of texts) {
      for (const word of text.match(/\p{L}+(?:-\p{L}+)*-?/gu) ?? []) if (!word.endsWith('-')) this.#words.add(word);
    }
    const full = texts.filter((text) => text.length >= FULL_LINE);
    this.#hyphenates = full.filter((text) => BROKEN.test(text)).length > Math.max(2, full.length * HYPHENATED);
  }

  /** True where the two halves are one word that was only wrapped. */
  isWrapped(before: string, after: string): boolean {
    const [head, tail] = [before.toLowerCase(), after.toLowerCase()];
    if (this.#words.has(`${head}-${tail}`)) return false;
    if (this.#words.has(head + tail)) return true;
    // "third-" and "party" are words by themselves, "infor-" is none.
    return this.#hyphenates && !this.#words.has(head);
  }
}

/** The lines of one block as one text, words that were broken at line ends made whole. */
export function joinTextLines(lines: readonly TextLine[], vocabulary: Vocabulary): InlineText {
  const inline = new InlineWriter();
  lines.forEach((line, index) => {
    const next = lines[index + 1];
    const text = textOf(line).trimEnd();
    const glue = next ? glueBetween(text, textOf(next).trimStart(), vocabulary) : 'none';
    let cut = glue === 'cut' ? text.length - 1 : text.length;
    for (const run of line.runs) {
      append(inline, run.href, run.text.slice(0, Math.max(0, cut)));
      cut -= run.text.length;
    }
    if (glue === 'space') inline.append(' ');
  });
  return inline.take();
}

function append(inline: InlineWriter, href: string | null, text: string): void {
  if (text === '') return;
  if (inline.openHref !== href) {
    inline.closeLink();
    if (href !== null) inline.openLink(href);
  }
  inline.append(text);
}

const DENSE_END = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}。、，；：！？]$/u;
const DENSE_START = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}。、，；：！？]/u;

function glueBetween(before: string, after: string, vocabulary: Vocabulary): 'space' | 'none' | 'cut' {
  if (before.endsWith('\u00ad')) return 'cut';
  const head = BROKEN.exec(before)?.[1];
  const tail = /^\p{Ll}+/u.exec(after)?.[0];
  if (head !== undefined && tail !== undefined && !/\p{L}-\p{L}+-$/u.test(before) && !/^[^\s@]*@/.test(after)) {
    return vocabulary.isWrapped(head, tail) ? 'cut' : 'none';
  }
  return NO_SPACE.some(([end, start]) => end.test(before) && start.test(after)) ? 'none' : 'space';
}

/** Where a line ends and how the next begins when nothing stood between them. */
const NO_SPACE: readonly (readonly [end: RegExp, start: RegExp])[] = [
  [DENSE_END, DENSE_START],
  [/[\p{L}\p{N}][-/]$/u, /^[\p{L}\p{N}]/u],
  [/[^\s—][—–]$/u, /^\S/u],
  [/[^\s—]$/u, /^[—–][^\s—]/u],
  [/(?:https?:\/\/|www\.)\S*[/\-_.?=&]$/u, /^[\p{Ll}\p{N}]/u],
];
