import type { Block, SuspectReason } from '../domain/block.ts';
import { foldText } from '../domain/fold-text.ts';
import {
  BOT_WALL,
  CONSENT,
  ERROR,
  ERROR_ALONE,
  LOGIN,
  NAMES_A_DOCUMENT,
  NAMES_A_LOGIN,
  NAMES_A_WALL,
  SHELL,
} from './wall-words.ts';

/** What the judgement looks at besides the blocks. */
export interface PageSigns {
  /** What the `<title>` says; "" where there is none. */
  readonly documentTitle: string;
  /** Fields for a password in the whole page. */
  readonly passwordFields: number;
  /** Characters in boxes that ask for consent. */
  readonly consentText: number;
  /** Buttons that accept or refuse cookies and stand in the text itself. */
  readonly consentButtons: number;
  /** The page sends the browser elsewhere by itself. */
  readonly refreshes: boolean;
  /** The markup of a challenge that tells people from programs. */
  readonly challenge: boolean;
  /** The bytes end in the middle of the page. */
  readonly cutShort: boolean;
}

/** What of a page is looked at, folded as texts are compared. */
interface Said {
  readonly text: string;
  readonly words: number;
  readonly heads: readonly string[];
  /** The main headings. */
  readonly main: readonly string[];
  /** The title's parts and the main headings: what the page calls itself. */
  readonly names: readonly string[];
}

/** Below this many words a page can be an error, a wall or a shell; beyond it, it is a text that only speaks of them. */
const SMALL = 130;
const TINY = 25;
/** A wall that says at length what one can do about it, or a consent page with all its purposes. */
const LONG_WALL = 600;

/**
 * Whether what was read is a document or something a server shows in its place. Decided on length first and on what
 * all pages of that kind say; null for a document.
 */
export function judgePage(blocks: readonly Block[], signs: PageSigns): SuspectReason | null {
  return notADocument(blocks, signs) ?? (signs.cutShort ? 'truncated' : null);
}

function notADocument(blocks: readonly Block[], signs: PageSigns): SuspectReason | null {
  if (blocks.reduce((sum, block) => sum + block.text.length, 0) > 20 * LONG_WALL) return null;
  const said = whatItSays(blocks, signs);
  if (said.words >= LONG_WALL) return null;
  return said.words < SMALL ? judgeSmall(said, signs) : judgeByName(said, signs);
}

function whatItSays(blocks: readonly Block[], { documentTitle }: PageSigns): Said {
  const text = blocks.map((block) => foldText(block.text)).join('\n');
  const headings = blocks.filter((block) => block.kind === 'heading');
  const title = foldText(documentTitle);
  const main = headings.filter((block, index) => block.level === 1 || index === 0).map((block) => foldText(block.text));
  return {
    text,
    words: countWords(text),
    heads: [title, ...headings.map((block) => foldText(block.text))],
    main,
    names: [...partsOf(title), ...main],
  };
}

/** A title and its parts between bars: "Page not found | Fable". */
function partsOf(title: string): string[] {
  const parts = title.split(/\s+[|:·•-]\s+|\s*[|·•]\s*/u);
  return [title, ...parts].map((name) => name.trim()).filter((name) => name !== '');
}

/** Whether titles or headings say, and say nothing else, that this is no document. */
function namesAWall(names: readonly string[]): boolean {
  return names.flatMap((name) => partsOf(foldText(name))).some((name) => NAMES_A_WALL.test(name));
}

function judgeSmall(said: Said, signs: PageSigns): SuspectReason | null {
  const { text, words, heads } = said;
  const all = `${heads.join('\n')}\n${text}`;
  if (signs.challenge || BOT_WALL.test(all)) return 'bot-wall';
  if (signs.passwordFields > 0 && LOGIN.test(all)) return 'login-wall';
  if (words < TINY * 3 && LOGIN.test(heads.join('\n'))) return 'login-wall';
  if (signs.refreshes && words < TINY * 2) return 'redirected-away';
  if (isError(said)) return 'error-page';
  if (signs.consentText > text.length && (words < TINY * 2 || CONSENT.test(heads.join('\n')))) return 'consent-wall';
  if (asksForConsent(said, signs)) return 'consent-wall';
  if (words < TINY * 2 && SHELL.test(all)) return 'empty-shell';
  return words < TINY ? emptyKind(signs, all) : null;
}

/** A page of some length is a wall only where it calls itself one. */
function judgeByName(said: Said, signs: PageSigns): SuspectReason | null {
  if (asksForConsent(said, signs)) return 'consent-wall';
  if (signs.passwordFields > 0 && said.names.some((name) => NAMES_A_LOGIN.test(name))) return 'login-wall';
  if (!namesAWall(said.names)) return null;
  return signs.challenge || said.names.some((name) => BOT_WALL.test(name)) ? 'bot-wall' : 'error-page';
}

// A cookie policy may end in the same buttons, but it calls itself one.
function asksForConsent({ names, heads, main, words }: Said, { consentButtons }: PageSigns): boolean {
  if (consentButtons === 0 || (main.length > 0 ? main : names).some((name) => NAMES_A_DOCUMENT.test(name)))
    return false;
  if (consentButtons === 1) return words < TINY * 2;
  return words < SMALL || [...names, ...heads].some((name) => CONSENT.test(name));
}

function isError({ heads, text, words }: Said): boolean {
  return (
    heads.some((head) => head.length < 120 && (ERROR.test(head) || ERROR_ALONE.test(head))) ||
    (words < TINY * 3 && ERROR.test(text))
  );
}

function emptyKind(signs: PageSigns, said: string): SuspectReason {
  if (signs.consentText > 100) return 'consent-wall';
  return /cookie/i.test(said) && CONSENT.test(said) ? 'consent-wall' : 'empty-shell';
}

/** Words; in scripts without spaces two characters count as one. */
function countWords(text: string): number {
  const spaced = text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
  const dense = text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu)?.length ?? 0;
  return spaced + Math.floor(dense / 2);
}
