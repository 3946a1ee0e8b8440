import type { Block } from '../domain/block.ts';
import { foldText } from '../domain/fold-text.ts';
import { isVolatile } from './volatile-text.ts';

/** Why a line of the text's own place is no part of the text. */
export type LineReason = 'changes by itself' | 'table of contents' | 'links to other pages' | 'edge of the page';

/** Runs of so many links that stand alone are a menu or a table of contents. */
const RUN = 3;
/** Headings that sites put over links to other pages, not over a part of a text. */
const RELATED =
  /^(?:related|similar|recommended|popular|trending|(?:recent|latest) (?:articles|posts|news|stories)|recently viewed|see also$|read (?:next|more)|keep reading|more (?:articles|from|in|stories|topics|like)|(?:you|others) (?:(?:may|might) )?(?:also )?(?:like|liked|enjoy|read|viewed|be interested|want to read)|other articles|articles in this|in this section|quick links|verwandte|ähnliche|weitere artikel|das könnte|articles? (?:connexes|associés|similaires)|à lire|voir aussi|artículos relacionados|relacionad|te puede|artigos relacionados|articoli correlati|gerelateerd|powiązane|関連|相关|相關|관련|похожие|связанные)/iu;
/** Between links that stand in one line. */
const SEPARATORS = /[\s|·•‧/>›»]+/gu;
const ENDS_SENTENCE = /[.!?:;。！？：；]["'”’)\]]*$/u;

/** What is taken out of the blocks of a page, in this order, and why. */
const STEPS: readonly (readonly [LineReason, (blocks: readonly Block[], url: string) => Block[]])[] = [
  ['changes by itself', (blocks) => blocks.filter((block) => !isVolatile(block))],
  ['table of contents', dropContents],
  ['links to other pages', dropMenus],
  ['edge of the page', trimEdges],
];

/** Takes out of the blocks of a page what is no part of its text: what changes by itself, menus, the page's edges. */
export function dropNoise(blocks: readonly Block[], url: string): Block[] {
  return STEPS.reduce<Block[]>((left, [, step]) => step(left, url), [...blocks]);
}

/** The blocks that {@link dropNoise} takes out, with the reason. */
export function explainNoise(blocks: readonly Block[], url: string): ReadonlyMap<Block, LineReason> {
  const reasons = new Map<Block, LineReason>();
  let before: readonly Block[] = blocks;
  for (const [reason, step] of STEPS) {
    const after = step(before, url);
    const kept = new Set(after);
    for (const block of before) if (!kept.has(block)) reasons.set(block, reason);
    before = after;
  }
  return reasons;
}

/** A table of contents repeats headings and comes and goes with scripts; "On this page" goes with it. */
function dropContents(blocks: readonly Block[], url: string): Block[] {
  return withoutRuns(blocks, (run, before) => {
    if (!run.every((block) => leadsWithin(block, url))) return null;
    if (run.every(leadsToTop)) return 'run';
    if (run.length < RUN) return null;
    return before?.kind === 'heading' ? 'with-heading' : 'run';
  });
}

/**
 * A menu leads away, and so do related articles. Links that a paragraph or a heading of the text announces belong to it
 * and stay.
 */
function dropMenus(blocks: readonly Block[]): Block[] {
  return withoutRuns(blocks, (run, before) => {
    if (before?.kind === 'heading') return isRelated(before) ? 'with-heading' : null;
    // Rows below a row that is more than links are cells of one table.
    if (before?.kind === 'table-row' && run[0]?.kind === 'table-row') return null;
    return countLinks(run) >= RUN && run.every((block) => block.leadIn === null) ? 'run' : null;
  });
}

function countLinks(blocks: readonly Block[]): number {
  return blocks.reduce((sum, block) => sum + block.links.length, 0);
}

function isRelated(heading: Block): boolean {
  return heading.text.length < 60 && RELATED.test(foldText(heading.text));
}

type Cut = 'run' | 'with-heading' | null;

function withoutRuns(
  blocks: readonly Block[],
  decide: (run: readonly Block[], before: Block | undefined) => Cut,
): Block[] {
  const kept: Block[] = [];
  for (let i = 0; i < blocks.length; ) {
    let end = i;
    while (blocks[end]?.kind !== 'heading' && isLinkOnly(blocks[end])) end += 1;
    const run = blocks.slice(i, Math.max(end, i + 1));
    const cut = end > i ? decide(run, kept.at(-1)) : null;
    if (cut === 'with-heading') kept.pop();
    if (cut === null) kept.push(...run);
    i += run.length;
  }
  return kept;
}

/** Link columns, labels above them and copyright lines before the first and after the last words of the text. */
function trimEdges(blocks: readonly Block[], url: string): Block[] {
  const first = blocks.findIndex(isSubstance);
  if (first < 0) return [...blocks];
  const last = blocks.findLastIndex((block, index) => isSubstance(block) || isListed(blocks, index));
  const foot = blocks.findIndex((_, index) => index > last && isFoot(blocks, index));
  // Before the text a lone link ("Download as PDF") belongs to it unless it only skips ahead.
  const head = blocks.slice(0, first).filter((block) => !isSkipLink(block, url) && !isCopyright(block));
  return withoutLooseHeading([...head, ...blocks.slice(first, foot < 0 ? undefined : foot)]);
}

/** A label over something that was left out: a heading that nothing follows. */
function withoutLooseHeading(blocks: readonly Block[]): Block[] {
  const last = blocks.at(-1);
  const loose = last?.kind === 'heading' && blocks.length > RUN && last.text.length < 40 && !/\d/.test(last.text);
  return loose ? blocks.slice(0, -1) : [...blocks];
}

/** From here on most lines are links or labels of links: a single link among the lines of an address is none. */
function isFoot(blocks: readonly Block[], from: number): boolean {
  const edges = blocks.map((block, index) => index >= from && isEdge(block, blocks[index + 1]));
  return edges[from] === true && edges.filter(Boolean).length * 2 >= blocks.length - from;
}

function isSubstance(block: Block): boolean {
  if (isAddress(block)) return true;
  if (isLinkOnly(block)) return block.leadIn?.endsWith(':') === true;
  if (isCopyright(block) || block.kind === 'heading') return false;
  return block.kind === 'table-row' || (block.text.length >= 25 && ENDS_SENTENCE.test(block.text));
}

/** A link right under a heading, maybe among others, or in a table or list that is more than links. */
function isListed(blocks: readonly Block[], index: number): boolean {
  let at = index;
  while (isLinkOnly(blocks[at]) && blocks[at]?.kind !== 'heading') at -= 1;
  const before = blocks[at];
  if (at === index || !before) return false;
  return before.kind === 'heading' || (before.kind !== 'paragraph' && before.kind === blocks[index]?.kind);
}

/** An address to write to or to call is what a person reads, not where a menu leads. */
function isAddress({ text, links }: Block): boolean {
  return links.some((link) => /^(?:mailto|tel):/.test(link.href)) || /^\+\d[\d\s().-]{6,}$/.test(text);
}

/** A link, or a label that only links follow. */
function isEdge(block: Block, next: Block | undefined): boolean {
  if (isLinkOnly(block) || isCopyright(block)) return true;
  return block.text.length < 40 && !ENDS_SENTENCE.test(block.text) && next !== undefined && isLinkOnly(next);
}

function isSkipLink(block: Block, url: string): boolean {
  return block.kind !== 'heading' && isLinkOnly(block) && leadsWithin(block, url);
}

function isCopyright(block: Block): boolean {
  return block.text.length < 160 && /^(?:©|\(c\) ?\d{4}|copyright\b|all rights reserved)/iu.test(block.text);
}

/** True where a block is nothing but links. */
function isLinkOnly(block: Block | undefined): boolean {
  if (!block || block.links.length === 0) return false;
  if (isAddress(block)) return false;
  // A heading that is its own anchor.
  if (block.kind === 'heading' && block.links.every((link) => link.href.includes('#'))) return false;
  return besideLinks(block).replace(SEPARATORS, '').length <= block.text.length * 0.1;
}

/** What of a block is no link. */
function besideLinks({ text, links }: Block): string {
  let beside = '';
  let at = 0;
  for (const link of links) {
    beside += text.slice(at, link.start);
    at = Math.max(at, link.end);
  }
  return beside + text.slice(at);
}

/** "Back to top" between the sections of a text. */
function leadsToTop(block: Block): boolean {
  return block.links.every(({ href }) => /#(?:top)?$/i.test(href));
}

function leadsWithin(block: Block, url: string): boolean {
  return block.links.every(({ href }) => {
    const hash = href.indexOf('#');
    return hash === 0 || (hash > 0 && href.slice(0, hash) === url.split('#')[0]);
  });
}
