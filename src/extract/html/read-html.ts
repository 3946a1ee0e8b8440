import { load } from 'cheerio/slim';
import { type Document, type Element, isTag } from 'domhandler';
import type { Block, ReadingExplanation } from '../../domain/block.ts';
import { dropNoise } from '../drop-noise.ts';
import type { ExtractInput } from '../extractor.ts';
import { judgePage, type PageSigns } from '../judge-page.ts';
import { embeddedMarkup } from './embedded/embedded-markup.ts';
import { explainReading, pathOf } from './explain-reading.ts';
import { HtmlReader } from './html-reader.ts';
import type { LeftOut } from './left-out.ts';
import { findMainContent, type MainContent } from './main-content.ts';
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
  readonly explanation?: ReadingExplanation;
}

/** Reads the text of a page: found by structure, or by the selectors of the input where it has some. */
export function readHtml(html: string, input: ExtractInput): HtmlReading {
  const { document, cutShort } = parsePage(html);
  const base = baseOf(document, input.url);
  const chosen = select(document, input);
  const main = findMainContent(document);
  const read = chosen ? readAll(chosen, new Map(), base) : main.root ? readAll([main.root], main.left, base) : [];
  const shown = chosen ? read : dropNoise(read, input.url);
  const signs = { ...pageSigns(document, main), cutShort };
  const embedded = chosen || !isShell(shown, signs) ? null : embeddedBlocks(document, shown, base);
  const blocks = embedded ?? shown;
  return {
    title: pageTitle(document, blocks),
    blocks: withOwnDates(blocks, html),
    signs,
    ...(input.explain ? { explanation: explain({ input, main, read, embedded: embedded !== null }) } : {}),
  };
}

interface ReadingSteps {
  readonly input: ExtractInput;
  readonly main: MainContent;
  readonly read: readonly Block[];
  readonly embedded: boolean;
}

function explain({ input, main, read, embedded }: ReadingSteps): ReadingExplanation {
  if (input.select?.length) return { source: `selectors: ${input.select.join(', ')}`, leftOut: [] };
  if (embedded) return { source: 'data inside the page', leftOut: [] };
  return { source: main.root ? pathOf(main.root) : '', leftOut: explainReading(main, read, input.url) };
}

/** Next to nothing is shown, and what is shown does not say that something failed. */
function isShell(shown: readonly Block[], signs: PageSigns): boolean {
  if (textLength(shown) >= SHELL) return false;
  const reason = judgePage(shown, signs);
  return reason === null || reason === 'empty-shell';
}

/** What a script would have shown. */
function embeddedBlocks(document: Document, shown: readonly Block[], base: string): readonly Block[] | null {
  for (const markup of embeddedMarkup(document)) {
    const main = findMainContent(parseHtml(markup));
    const blocks = main.root ? dropNoise(readAll([main.root], main.left, base), base) : [];
    if (textLength(blocks) >= Math.max(SHELL, textLength(shown) * 3)) return blocks;
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
