import { type Document, DomHandler, Element, isTag } from 'domhandler';
import { Parser } from 'htmlparser2';
import { TooComplex } from '../too-complex.ts';
import { BLOCK } from './tags.ts';

/** Elements nested deeper stand side by side, as in browsers (Blink does the same at 512). */
const DEEPEST = 400;
const MAX_DEPTH = 20_000;
const MAX_NODES = 400_000;
/** Characters outside of scripts: ten times the longest policy. */
const MAX_TEXT = 4_000_000;
/** Elements whose closing tag no page may leave out. */
const MUST_CLOSE = new Set('div main article section script style table ul ol span a'.split(' '));
const UNREAD = new Set(['script', 'style', 'template', 'svg']);

/** Builds the tree with bounded depth, so that what walks it may recurse, and stops at a page made to exhaust us. */
class BoundedHandler extends DomHandler {
  #nodes = 0;
  #text = 0;
  #depth = 0;
  #flattened: boolean[] = [];

  override onopentag(name: string, attributes: Record<string, string>): void {
    this.#count();
    this.#depth += 1;
    if (this.#depth > MAX_DEPTH) throw new TooComplex('nested too deep');
    const flat = this.tagStack.length > DEEPEST;
    this.#flattened.push(flat);
    if (!flat) super.onopentag(name, attributes);
    else if (BLOCK.has(name)) this.#breakLine();
  }

  // What is flattened still stands on lines of its own.
  #breakLine(): void {
    super.onopentag('br', {});
    super.onclosetag();
  }

  override onclosetag(): void {
    this.#depth -= 1;
    if (!this.#flattened.pop()) super.onclosetag();
    else this.lastNode = null;
  }

  override ontext(data: string): void {
    this.#count();
    const parent = this.tagStack.at(-1);
    if (!(parent instanceof Element && UNREAD.has(parent.name))) this.#text += data.length;
    if (this.#text > MAX_TEXT) throw new TooComplex('too much text');
    super.ontext(data);
  }

  /** Names of what is open at this point of the page. */
  get openElements(): string[] {
    return this.tagStack.flatMap((element) => (element instanceof Element ? [element.name] : []));
  }

  override oncomment(): void {
    this.lastNode = null;
  }

  override oncommentend(): void {}

  #count(): void {
    this.#nodes += 1;
    if (this.#nodes > MAX_NODES) throw new TooComplex('too many elements');
  }
}

/** The tree of a page without its comments. Throws {@link TooComplex}. */
export function parseHtml(html: string): Document {
  return parsePage(html).document;
}

export interface ParsedPage {
  readonly document: Document;
  /** The bytes end in the middle of the page. */
  readonly cutShort: boolean;
}

/** As {@link parseHtml}, with what can be told of the end of the page. */
export function parsePage(html: string): ParsedPage {
  const handler = new BoundedHandler();
  const parser = new Parser(handler, { decodeEntities: true });
  parser.write(html);
  const open = handler.openElements;
  parser.end();
  return { document: withBody(handler.root), cutShort: isCutShort(html, open) };
}

/**
 * A whole page closes its body or its document, or at least what it opened inside: tags of body and html may be left out,
 * those of a div may not. A page that does neither was cut.
 */
function isCutShort(html: string, open: readonly string[]): boolean {
  if (!/<(?:html|body)[\s>]/i.test(html) || /<\/(?:body|html)\s*>/i.test(html.slice(html.length >> 1))) return false;
  // A page that closes no element of a name is written that way.
  return (
    open.some((name) => MUST_CLOSE.has(name) && html.includes(`</${name}`)) || /<[a-z/!][^>]*$/i.test(html.slice(-2000))
  );
}

// The tags of html and body may be left out; what is found by weight needs one element around all of it.
function withBody(document: Document): Document {
  const html = document.children.find((child) => isTag(child) && child.name === 'html');
  const around = html && isTag(html) ? html.children : document.children;
  if (!around.some((child) => isTag(child) && child.name === 'body')) {
    const body = new Element('body', {}, document.children);
    document.children = [body];
    body.parent = document;
  }
  return document;
}
