// Draws the pictures of docs/reading-pages.md: a page as a browser shows it, what is read outlined in green, what is left
// out in red with the reason.
//
//   node bench/reading-pictures.ts docs/pictures/harbour-privacy.html docs/pictures/harbour-privacy.png
import { readFileSync } from 'node:fs';
import { load } from 'cheerio';
import { type Element, isTag } from 'domhandler';
import { explainNoise } from '../src/extract/drop-noise.ts';
import { elementText } from '../src/extract/html/element-text.ts';
import { leftOutElements } from '../src/extract/html/explain-reading.ts';
import { HtmlReader } from '../src/extract/html/html-reader.ts';
import { findMainContent } from '../src/extract/html/main-content.ts';
import { parseHtml } from '../src/extract/html/parse-html.ts';
import { isSilent } from '../src/extract/html/tags.ts';
import { findBrowsers } from '../src/fetchers/browser/find-browser.ts';
import { launchBrowser } from '../src/fetchers/browser/launch-browser.ts';

const URL_OF_PAGE = 'https://fable.example/privacy';
const STYLE = `<style>
  [data-kept] { outline: 2px solid #1a8f3c; outline-offset: 1px; }
  [data-left] { outline: 2px solid #cc2222; outline-offset: -1px; position: relative; opacity: .75; min-height: 16px; }
  [data-left]::after { content: attr(data-left); position: absolute; bottom: 0; right: 0; background: #cc2222; color: white;
    font: bold 11px sans-serif; padding: 1px 6px; }
</style>`;

const [source = '', target = ''] = process.argv.slice(2);
const document = parseHtml(readFileSync(source, 'utf8'));
mark();
await draw(load(document).html().replace('</head>', `${STYLE}</head>`));

/** Writes on every element what became of it. */
function mark(): void {
  const main = findMainContent(document);
  const { root, left } = main;
  if (!root) return;
  for (const [element, reason] of leftOutElements(main)) element.attribs['data-left'] = reason;
  const reader = new HtmlReader({ base: URL_OF_PAGE, left });
  reader.read(root);
  const blocks = reader.writer.finish();
  const noise = explainNoise(blocks, URL_OF_PAGE);
  for (const block of blocks) {
    const element = innermost(root, block.text.replaceAll(' | ', ' '));
    if (!element) continue;
    const reason = noise.get(block);
    element.attribs[reason ? 'data-left' : 'data-kept'] = reason ?? '';
  }
}

/** The deepest element that shows just this text. */
function innermost(element: Element, text: string): Element | null {
  for (const child of element.children) {
    if (!isTag(child) || isSilent(child) || 'data-left' in child.attribs || 'data-kept' in child.attribs) continue;
    const found = innermost(child, text);
    if (found) return found.name === 'a' ? child : found;
    if (elementText(child, 2000) === text) return child;
  }
  return null;
}

async function draw(html: string): Promise<void> {
  const sandbox = process.getuid?.() !== 0;
  const { browser } = await launchBrowser({ candidates: findBrowsers(), timeoutMs: 30_000, sandbox });
  const page = await browser.newPage({ viewport: { width: 860, height: 400 } });
  // Closed parts are read, so they are shown open.
  await page.setContent(html.replaceAll('<details', '<details open'));
  await page.screenshot({ path: target, fullPage: true });
  await browser.close();
}
