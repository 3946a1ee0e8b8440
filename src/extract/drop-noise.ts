import type { Block } from '../domain/block.ts';
import { isVolatile } from './volatile-text.ts';

/** Runs of so many links that stand alone are a menu or a table of contents. */
const RUN = 3;
const ENDS_SENTENCE = /[.!?:;。！？：；]["'”’)\]]*$/u;

/** Takes out of the blocks of a page what is no part of its text: what changes by itself, menus, the page's edges. */
export function dropNoise(blocks: readonly Block[], url: string): Block[] {
  const lasting = blocks.filter((block) => !isVolatile(block));
  return dropMenus(trimEdges(dropContents(lasting, url), url));
}

/** A table of contents repeats headings and comes and goes with scripts; "On this page" goes with it. */
function dropContents(blocks: readonly Block[], url: string): Block[] {
  return withoutRuns(blocks, (run, before) => {
    if (!run.every((block) => leadsWithin(block, url))) return null;
    return before?.kind === 'heading' ? 'with-heading' : 'run';
  });
}

/** A menu leads away. Links that a paragraph announces belong to the text and stay. */
function dropMenus(blocks: readonly Block[]): Block[] {
  return withoutRuns(blocks, (run) => (run.every((block) => block.leadIn === null) ? 'run' : null));
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
    const cut = end - i >= RUN ? decide(run, kept.at(-1)) : null;
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
  const last = blocks.findLastIndex(isSubstance);
  const foot = blocks.findIndex((_, index) => index > last && isFoot(blocks, index));
  // Before the text a lone link ("Download as PDF") belongs to it unless it only skips ahead.
  const head = blocks.slice(0, first).filter((block) => !isSkipLink(block, url) && !isCopyright(block));
  return [...head, ...blocks.slice(first, foot < 0 ? undefined : foot)];
}

/** From here on most lines are links or labels of links: a single link among the lines of an address is none. */
function isFoot(blocks: readonly Block[], from: number): boolean {
  const edges = blocks.map((block, index) => index >= from && isEdge(block, blocks[index + 1]));
  return edges[from] === true && edges.filter(Boolean).length * 2 >= blocks.length - from;
}

function isSubstance(block: Block): boolean {
  if (isLinkOnly(block)) return block.leadIn?.endsWith(':') === true;
  if (isCopyright(block) || block.kind === 'heading') return false;
  return block.kind === 'table-row' || (block.text.length >= 25 && ENDS_SENTENCE.test(block.text));
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
  // An address to write to or to call is what a person reads, not where a menu leads.
  if (block.links.some((link) => /^(?:mailto|tel):/.test(link.href))) return false;
  // A heading that is its own anchor.
  if (block.kind === 'heading' && block.links.every((link) => link.href.includes('#'))) return false;
  const linked = block.links.reduce((sum, link) => sum + link.end - link.start, 0);
  return linked >= block.text.length * 0.9;
}

function leadsWithin(block: Block, url: string): boolean {
  return block.links.every(({ href }) => {
    const hash = href.indexOf('#');
    return hash === 0 || (hash > 0 && href.slice(0, hash) === url.split('#')[0]);
  });
}
