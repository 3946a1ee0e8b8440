import { diffArrays } from 'diff';
import type { WordClass } from './lexicon/lexicon.ts';
import type { SentenceWord } from './sentence-words.ts';
import { isA, type Token } from './tokens.ts';

/** One side of a comparison: its tokens, the words that count, and which tokens say the fact (`to` exclusive). */
export interface Side {
  readonly tokens: readonly Token[];
  readonly words: readonly SentenceWord[];
  readonly from: number;
  readonly to: number;
}

const MOST_EDITS = 400;
/** What a word that is part of a product's name may be besides: "Business", "Teams", "Copilot". */
const NAMEABLE: ReadonlySet<WordClass> = new Set<WordClass>([
  'ai-name',
  'ai-product',
  'automatic',
  'business',
  'system',
  'people-taught',
  'lesson',
  'we',
  'providers',
  'partners',
  'others',
  'talk',
  'private',
  'analyse',
  'infer',
  'model-not-before',
  'model-not-after',
  'ai-head',
]);

/** How alike two sentences are: 0 nothing in common, 1 the same words. Order does not matter; linear. */
export function likeness(a: readonly SentenceWord[], b: readonly SentenceWord[]): number {
  if (a.length === 0 || b.length === 0) return 0;
  const counts = new Map<string, number>();
  for (const { canonical } of a) counts.set(canonical, (counts.get(canonical) ?? 0) + 1);
  let shared = 0;
  for (const { canonical } of b) {
    const left = counts.get(canonical) ?? 0;
    if (left === 0) continue;
    counts.set(canonical, left - 1);
    shared++;
  }
  return (2 * shared) / (a.length + b.length);
}

function isName(words: readonly SentenceWord[], tokens: readonly Token[]): boolean {
  return words.every(({ at }) => {
    const token = tokens[at];
    if (token === undefined || !/^[\p{Lu}\d]/u.test(token.raw)) return false;
    return [...token.classes].every((name) => NAMEABLE.has(name));
  });
}

interface Edit {
  readonly removed: SentenceWord[];
  readonly added: SentenceWord[];
}

function editsBetween(before: Side, after: Side): Edit[] | null {
  const parts = diffArrays(
    before.words.map(({ canonical }) => canonical),
    after.words.map(({ canonical }) => canonical),
    { maxEditLength: MOST_EDITS },
  );
  if (!parts) return null;
  const edits: Edit[] = [];
  let open: Edit | null = null;
  let i = 0;
  let j = 0;
  for (const part of parts) {
    if (!part.added && !part.removed) {
      i += part.count;
      j += part.count;
      open = null;
      continue;
    }
    if (!open) {
      open = { removed: [], added: [] };
      edits.push(open);
    }
    if (part.removed) {
      open.removed.push(...before.words.slice(i, i + part.count));
      i += part.count;
    } else {
      open.added.push(...after.words.slice(j, j + part.count));
      j += part.count;
    }
  }
  return edits;
}

const joined = (words: readonly SentenceWord[]): string => words.map(({ canonical }) => canonical).join('');

/** One letter more, less, other or two changed over: a slip of the pen, a plural. Short words differ by a letter in earnest. */
function isOneLetterOff(a: string, b: string): boolean {
  if (Math.min(a.length, b.length) < 6 || Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  const left = a.slice(start, a.length - end);
  const right = b.slice(start, b.length - end);
  if (left.length <= 1 && right.length <= 1) return true;
  return left.length === 2 && right === `${left[1]}${left[0]}`;
}

/** "use" and "using", "use" and "uses": who does it, or how a list goes on, in another form. */
function isOtherForm(a: string, b: string): boolean {
  const [verb, form] = a.length < b.length ? [a, b] : [b, a];
  if (verb.length >= 3 && (form === `${verb}s` || form === `${verb}es`)) return true;
  if (!form.endsWith('ing')) return false;
  const stem = form.slice(0, -3);
  return stem === verb || `${stem}e` === verb || (stem.at(-1) === stem.at(-2) && stem.slice(0, -1) === verb);
}

const isSpeakersName = (token: Token | undefined): boolean =>
  token !== undefined && /^\p{Lu}/u.test(token.raw) && [...token.classes].every((name) => name === 'ai-name');

/** "We" and the name of who speaks. */
function isSpeaker(a: Token | undefined, b: Token | undefined): boolean {
  return (isA(a, 'we') && isSpeakersName(b)) || (isA(b, 'we') && isSpeakersName(a));
}

/** Words joined or parted ("back up"), a letter that slipped, another form, or another word for who speaks. */
function isSameInOtherLetters({ removed, added }: Edit, before: Side, after: Side): boolean {
  if (joined(removed) === joined(added)) return true;
  return (
    removed.length === added.length &&
    removed.every((word, i) => {
      const other = added[i] as SentenceWord;
      return (
        isOneLetterOff(word.canonical, other.canonical) ||
        isOtherForm(word.canonical, other.canonical) ||
        isSpeaker(before.tokens[word.at], after.tokens[other.at])
      );
    })
  );
}

/** A name that both forms mention anyway comes or goes: "the product" became "Acme's product". */
function isMentionedName({ removed, added }: Edit, before: Side, after: Side): boolean {
  if (removed.length > 0 && added.length > 0) return false;
  const [words, side, other] = removed.length > 0 ? [removed, before, after] : [added, after, before];
  return (
    isName(words, side.tokens) &&
    words.every(({ canonical }) => other.words.some((word) => word.canonical === canonical))
  );
}

/** A product that only got another name: capitalised words for capitalised words, none with a meaning of its own. */
function isRename({ removed, added }: Edit, before: Side, after: Side): boolean {
  return removed.length > 0 && added.length > 0 && isName(removed, before.tokens) && isName(added, after.tokens);
}

/** Do two forms of a sentence differ, where they state the fact, in more than names, dates and spelling? */
export function saysOtherwise(before: Side, after: Side): boolean {
  const edits = editsBetween(before, after);
  if (edits === null) return true;
  return edits.some((edit) => {
    if (isRename(edit, before, after) || isMentionedName(edit, before, after)) return false;
    if (isSameInOtherLetters(edit, before, after)) return false;
    return (
      edit.removed.some(({ at }) => at >= before.from && at < before.to) ||
      edit.added.some(({ at }) => at >= after.from && at < after.to)
    );
  });
}
