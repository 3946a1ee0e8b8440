import { load } from 'cheerio/slim';
import { type Document, Element, isTag } from 'domhandler';
import type { Block } from '../../domain/block.ts';
import { dropNoise } from '../drop-noise.ts';
import type { ExtractInput } from '../extractor.ts';
import type { PageSigns } from '../judge-page.ts';
import { embeddedMarkup } from './embedded-text.ts';
import { HtmlReader } from './html-reader.ts';
import type { LeftOut } from './left-out.ts';
import { findMainContent } from './main-content.ts';
import { withOwnDates } from './own-date.ts';
import { pageSigns } from './page-signs.ts';
import { pageTitle } from './page-title.ts';
import { parseHtml, parsePage } from './parse-html.ts';

/** A document has more characters than this, a shell has fewer. */
const SHELL = 400;

export interface HtmlReading {
  readonly title: string;
  readonly blocks: readonly Block[];
  readonly signs: PageSigns;
}

/** Reads the text of a page: found by structure, or by the selectors of the input where it has some. */
export function readHtml(html: string, input: ExtractInput): HtmlReading {
  const { document, cutShort } = parsePage(html);
  const base = baseOf(document, input.url);
  const chosen = select(document, input);
  const main = findMainContent(document);
  const shown = chosen
    ? readAll(chosen, new Map(), base)
    : dropNoise(main.root ? readAll([main.root], main.left, base) : [], input.url);
  const blocks = chosen ? shown : (embeddedBlocks(document, shown, base) ?? shown);
  return {
    title: pageTitle(document, blocks),
    blocks: withOwnDates(blocks, html),
    signs: { ...pageSigns(document, main), cutShort },
  };
}

/** What a script would have shown, where the page by itself shows next to nothing. */
function embeddedBlocks(document: Document, shown: readonly Block[], base: string): readonly Block[] | null {
  if (textLength(shown) >= SHELL) return null;
  for (const markup of embeddedMarkup(document)) {
    const body = new Element('body', {}, parseHtml(markup).children);
    const blocks = readAll([body], new Map(), base);
    if (textLength(blocks) >= SHELL) return blocks;
  }
  return null;
}

function textLength(blocks: readonly Block[]): number {
  return blocks.reduce((sum, block) => sum + block.text.length, 0);
}

function readAll(roots: readonly Element[], left: LeftOut, base: string): Block[] {
  const reader = new HtmlReader({ base, left });
  for (const root of roots) reader.read(root);
  return reader.writer.finish();
}

function select(document: Document, input: ExtractInput): Element[] | null {
  if (!input.select?.length && !input.remove?.length) return null;
  const $ = load(document);
  for (const selector of input.remove ?? []) $(selector).remove();
  if (!input.select?.length) return null;
  return $(input.select.join(', ')).toArray().filter(isTag).filter(isOutermost);
}

function isOutermost(element: Element, _index: number, all: readonly Element[]): boolean {
  for (let at = element.parent; at; at = at.parent) if (isTag(at) && all.includes(at)) return false;
  return true;
}

function baseOf(document: Document, url: string): string {
  const element = find(document, 'base');
  const href = element?.attribs.href;
  if (href === undefined) return url;
  return URL.parse(href, url === '' ? undefined : url)?.href ?? url;
}

function find(at: Document | Element, name: string): Element | null {
  for (const child of at.children) {
    if (!isTag(child)) continue;
    if (child.name === name) return child;
    if (child.name === 'body') continue;
    const found = find(child, name);
    if (found) return found;
  }
  return null;
}
