import { kindInContext } from './kind-in-context.ts';
import type { WordClass } from './lexicon/lexicon.ts';
import { isA, type Token } from './tokens.ts';

export const DATA_KINDS = [
  'personal-data',
  'public-content',
  'user-content',
  'private-messages',
  'ai-interactions',
  'profile',
  'usage-data',
  'voice-or-face',
  'customer-data',
  'third-party-data',
  'public-web',
  'deidentified-data',
] as const;

export type DataKind = (typeof DATA_KINDS)[number];

const SIMPLE: readonly (readonly [WordClass, DataKind])[] = [
  ['private-messages', 'private-messages'],
  ['ai-interactions', 'ai-interactions'],
  ['profile', 'profile'],
  ['usage-data', 'usage-data'],
  ['voice-or-face', 'voice-or-face'],
  ['customer-data', 'customer-data'],
  ['third-party-data', 'third-party-data'],
  ['public-web', 'public-web'],
  ['deidentified-data', 'deidentified-data'],
  ['personal-data', 'personal-data'],
];

const PLACES = new Set(['in', 'on', 'from', 'to', 'is', 'are', 'made', 'as', 'shared', 'posted']);
const PUBLIC_REACH = 8;

/** "public posts", "photos and comments in public albums", "what you post publicly". */
function isPublic(tokens: readonly Token[], i: number): boolean {
  if ([1, 2, 3].some((back) => isA(tokens[i - back], 'public'))) return true;
  for (let j = i + 1; j <= i + PUBLIC_REACH; j++) {
    const token = tokens[j];
    if (token === undefined || (token.mark && token.word !== ',') || isA(token, 'not')) return false;
    if (isA(token, 'clause-break') || isA(token, 'train') || isA(token, 'improve')) return false;
    if (isA(token, 'public') && !isA(token, 'public-web'))
      return token.word === 'publicly' || PLACES.has(tokens[j - 1]?.word ?? '');
  }
  return false;
}

/** "the content of your private chats" is private chats. */
function namesItsKindBehind(tokens: readonly Token[], i: number): boolean {
  if (tokens[i + 1]?.word !== 'of') return false;
  return [2, 3, 4, 5].some((step) => SIMPLE.some(([name]) => isA(tokens[i + step], name)));
}

function isPrivate(tokens: readonly Token[], i: number): boolean {
  return [1, 2, 3].some((back) => isA(tokens[i - back], 'private'));
}

// "works that are not publicly available"
function isNotPublic(tokens: readonly Token[], i: number): boolean {
  return [1, 2].some((back) => tokens[i - back]?.word === 'not');
}

// "content-generating models", "video recommendations": what comes out, not what goes in.
const WHAT_IS_MADE =
  /^(?:generating|generation|creation|creating|generator|recommendations?|moderation|detection|understanding|classification|safety|analytics|polic(?:y|ies)|guidelines|standards|rules)$/;

// "see this help center article": where to read on, not what is used.
function isToBeRead(tokens: readonly Token[], i: number): boolean {
  if (!/^articles?$/.test(tokens[i]?.word ?? '')) return false;
  return [1, 2, 3].some((back) => /^(?:help|support|see|read|cent(?:er|re))$/.test(tokens[i - back]?.word ?? ''));
}

function kindOf(tokens: readonly Token[], i: number): DataKind | null {
  const token = tokens[i] as Token;
  if (isA(token, 'talk') && isPrivate(tokens, i)) return 'private-messages';
  for (const [name, kind] of SIMPLE)
    if (isA(token, name) && !(name === 'public-web' && isNotPublic(tokens, i))) return kind;
  if (!isA(token, 'content') || namesItsKindBehind(tokens, i)) return null;
  if (WHAT_IS_MADE.test(tokens[i + 1]?.word ?? '') || isToBeRead(tokens, i)) return null;
  return isPublic(tokens, i) ? 'public-content' : 'user-content';
}

const OF_THE_PERSON: ReadonlySet<WordClass> = new Set<WordClass>([
  'data',
  'content',
  // not the web or other sources, which are named for much else
  ...SIMPLE.map(([name]) => name).filter((name) => name !== 'public-web' && name !== 'third-party-data'),
]);
// "your settings", "your model": what is theirs without being about them.
const NOT_ABOUT_THEM: ReadonlySet<WordClass> = new Set<WordClass>([
  'system',
  'ai',
  'model',
  'settings',
  'consent',
  'choice',
  'opt-out',
  'email',
  'past',
  'ai-product',
  'you',
  'business',
  'not',
]);

const NOT_DATA =
  /^(?:ability|area|behalf|browser|business|company|computer|convenience|country|device|devices|employer|experience|experiences|home|internet|jurisdiction|local|name|needs|organi[sz]ation|own|phone|privacy|region|requests?|rights?|safety|satisfaction|school|security|time|use|use of)$/;

// "data protection", "data centre": not the data itself.
const NOT_THE_DATA =
  /^(?:protection|privacy|security|controllers?|processors?|subjects?|breach|breaches|cent(?:er|re)s?|governance|scientists?|science|analysts?|engineers?)$/;

/** Does this word itself name data? */
export function isNamedData(token: Token | undefined): boolean {
  return token !== undefined && [...token.classes].some((name) => OF_THE_PERSON.has(name));
}

/** Does this word name data, or something of the person's ("your essays") that can be used as data? */
export function isDataWord(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i];
  if (token === undefined || token.mark) return false;
  if (NOT_THE_DATA.test(tokens[i + 1]?.word ?? '')) return false;
  if (isNamedData(token)) return true;
  if (tokens[i - 1]?.word !== 'your' || NOT_DATA.test(token.word)) return false;
  return ![...token.classes].some((name) => NOT_ABOUT_THEM.has(name));
}

const read = new WeakMap<readonly Token[], (DataKind | null)[]>();

// Every act of a statement looks at nearly all its words: what they name is found out once.
function kindsOfWords(tokens: readonly Token[]): readonly (DataKind | null)[] {
  let kinds = read.get(tokens);
  if (!kinds) {
    kinds = tokens.map(({ classes }, i) => {
      const kind = classes.size === 0 ? null : kindOf(tokens, i);
      return kind && kindInContext(kind, tokens, i);
    });
    read.set(tokens, kinds);
  }
  return kinds;
}

/** The kinds of data named between two indexes, each once, in reading order. */
export function dataKindsIn(tokens: readonly Token[], from: number, to: number): DataKind[] {
  const found = new Set<DataKind>();
  const kinds = kindsOfWords(tokens);
  for (let i = Math.max(0, from); i < Math.min(kinds.length, to); i++) {
    const kind = kinds[i];
    if (kind) found.add(kind);
  }
  return [...found];
}
