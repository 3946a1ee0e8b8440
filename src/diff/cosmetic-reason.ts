import type { Block, Link } from '../domain/block.ts';
import { foldText } from '../domain/fold-text.ts';
import type { CosmeticReason } from '../domain/redline.ts';
import { caseFolder } from './fold-case.ts';
import { LONGEST_NOTICE, maskNoticeDates, maskRelativeDates } from './notice-date.ts';
import { SEAM, sameCharacters } from './same-characters.ts';

// "1.", "2.3)", "(a)", "iv.", "§ 4", bullets; a bare number counts only in front of a capital and with a dot inside
// ("4.2 Your choices"), because "30 days" is no numbering.
const NUMBERING =
  /^(?:[•·‣▪◦*]\s*|-\s+|§+\s*\d+[a-z]?\s+|[([]?(?:\d{1,3}(?:\.\d{1,3})*|[a-z]|(?=[ivxl])x{0,3}(?:ix|iv|v?i{0,3}))[.)\]]+\s+|\d{1,2}(?:\.\d{1,2})+\s+)/iu;
// "1.5 million users" is a quantity, so what follows a bare dotted number decides.
const QUANTITY = /^\d{1,2}(?:\.\d{1,2})+\s+(?!\p{Lu})/u;

/** Numbers far beyond any policy's are still read: only the length of a text limits what is looked at. */
const LONGEST_MASKED = 20_000;

function wordsOf(blocks: readonly Block[]): string {
  return foldText(blocks.map((block) => block.text).join(' '));
}

// Only what points somewhere: words in brackets are words.
const TARGET = /\]\((?:https?:|mailto:|tel:|[#/])[^\s()]*(?:\([^\s()]*\)[^\s()]*)*\)/giu;
// Only names of HTML with attributes that have values: anything else in angle brackets could be read.
const TAG =
  /<\/?(?:a|b|i|u|p|em|strong|span|div|br|hr|sup|sub|small|font|img|code|ul|ol|li|table|tbody|thead|tr|td|th|h[1-6])(?: [\w-]+ ?= ?(?:"[^"<>]*"|'[^'<>]*'|[^\s<>"']+))* ?\/?>/giu;
const MARKS = /[*~#>|\\[\]`]|(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])/gu;

const MARKUP = /[*~#<>|\\[\]`_]/;

/** Without what was left of the markup of a text that nobody rendered: emphasis, brackets, targets, tags. */
function withoutMarkup(text: string): string {
  if (!MARKUP.test(text)) return text;
  return text.replace(TARGET, ']').replace(TAG, SEAM).replace(MARKS, SEAM);
}

function withoutSeams(text: string): string {
  return withoutMarkup(text).replaceAll(SEAM, ' ');
}

/** As a reader sees a list: its numbers belong to what is read, whether the list was recognised or not. */
function withMarkers(blocks: readonly Block[]): string {
  return foldText(blocks.map(({ marker, text }) => (marker ? `${marker} ${text}` : text)).join(' '));
}

function withoutNumbering(block: Block): string {
  const text = foldText(block.text);
  return QUANTITY.test(text) ? text : text.replace(NUMBERING, '');
}

/**
 * Why replacing these blocks by those changes nothing that is said; null where it may. Each step forgives one thing
 * more, and the first that makes both sides equal is the reason.
 */
export function cosmeticReason(before: readonly Block[], after: readonly Block[]): CosmeticReason | null {
  const texts: Texts = [wordsOf(before), wordsOf(after)];
  const [left, right] = texts;
  if (left === right) return sameWordsReason(before, after);
  if (left.length + right.length > LONGEST_MASKED) return null;
  const headings = [before, after].some((blocks) => blocks.every(({ kind }) => kind === 'heading'));
  return (
    lookReason(texts, headings) ??
    markerReason([before, after], headings) ??
    noticeReason([before, after], texts, headings)
  );
}

type Texts = readonly [before: string, after: string];
type Sides = readonly [before: readonly Block[], after: readonly Block[]];

function lookReason([left, right]: Texts, headings: boolean): CosmeticReason | null {
  if (sameCharacters(left, right)) return 'typography';
  const plain: Texts = [withoutMarkup(left), withoutMarkup(right)];
  if ((plain[0] !== left || plain[1] !== right) && sameCharacters(...plain)) return 'typography';
  return sameButForCase(plain, headings) ? 'case' : null;
}

function markerReason([before, after]: Sides, headings: boolean): CosmeticReason | null {
  if (![...before, ...after].some(({ marker }) => marker)) return null;
  const marked: Texts = [withoutMarkup(withMarkers(before)), withoutMarkup(withMarkers(after))];
  return sameButForCase(marked, headings) ? 'structure' : null;
}

const FORGIVEN: readonly [CosmeticReason, (text: string) => string][] = [
  ['numbering', (text) => text],
  ['notice-date', maskNoticeDates],
  ['relative-date', maskRelativeDates],
];

function noticeReason([before, after]: Sides, texts: Texts, headings: boolean): CosmeticReason | null {
  let compared = texts;
  let bare: Texts = [withoutNumbers(before), withoutNumbers(after)];
  for (const [reason, forgive] of FORGIVEN) {
    bare = [forgive(bare[0]), forgive(bare[1])];
    const news = bare[0] !== compared[0] || bare[1] !== compared[1];
    if (news && sameButForCase(bare, headings)) return reason;
    compared = bare;
  }
  return null;
}

function withoutNumbers(blocks: readonly Block[]): string {
  return withoutSeams(blocks.map(withoutNumbering).join(' '));
}

function sameButForCase([x, y]: Texts, headings: boolean): boolean {
  if (!sameCharacters(x, y, true)) return false;
  const fold = caseFolder(x, y, headings);
  return sameCharacters(fold(x), fold(y));
}

/** Why a block may come or go without a word of the policy: nothing visible in it, or only when it was updated. */
export function silentReason(block: Block): CosmeticReason | null {
  if (block.text.length > 2 * LONGEST_NOTICE) return null;
  const text = foldText(block.text);
  if (text === '' || withoutSeams(text).trim() === '') return 'typography';
  if (text.length > LONGEST_NOTICE || !/[\dyw]/i.test(text)) return null;
  if (maskNoticeDates(text) === '{notice}') return 'notice-date';
  return maskRelativeDates(text) === '{ago}' ? 'relative-date' : null;
}

function sameWordsReason(before: readonly Block[], after: readonly Block[]): CosmeticReason | null {
  const [a, b] = [before[0], after[0]];
  if (before.length !== 1 || after.length !== 1 || !a || !b) return 'structure';
  if (a.text !== b.text) return 'typography';
  if (!sameMarker(a, b)) return 'numbering';
  if (!sameShape(a, b)) return 'structure';
  return sameLinks(a.links, b.links) ? null : 'link-target';
}

function sameMarker(a: Block, b: Block): boolean {
  return a.marker === b.marker;
}

function sameShape(a: Block, b: Block): boolean {
  return a.kind === b.kind && a.level === b.level && a.depth === b.depth;
}

function sameLinks(a: readonly Link[], b: readonly Link[]): boolean {
  return (
    a === b ||
    (a.length === b.length &&
      a.every((link, at) => link.href === b[at]?.href && link.start === b[at].start && link.end === b[at].end))
  );
}

/** Equal in everything but heading path and lead-in. */
export function sameBlock(a: Block, b: Block): boolean {
  return a.text === b.text && sameMarker(a, b) && sameShape(a, b) && sameLinks(a.links, b.links);
}

export function sameContext(a: Block, b: Block): boolean {
  return (
    a.leadIn === b.leadIn &&
    a.headingPath.length === b.headingPath.length &&
    a.headingPath.every((heading, at) => heading === b.headingPath[at])
  );
}
