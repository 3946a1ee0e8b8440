import { type Document, type Element, isTag, isText } from 'domhandler';
import { escapeUTF8 } from 'entities';
import { renderStream } from './render-stream.ts';
import { isRichText, renderRichText } from './rich-text.ts';

const DATA_SCRIPT = /^application\/(?:[\w.-]+\+)?json$/i;
const MAX_DATA = 4_000_000;
const MAX_DEPTH = 60;
/** A string of markup with less than this is a label or a teaser, not a document. */
const MIN_MARKUP = 400;
/** Without markup it takes more to be one: descriptions for search engines are that long. */
const MIN_PLAIN = 1500;
/** Under these names data for search engines and content systems keep a whole text. */
const TEXT_KEY = /^(?:articleBody|text|body|content|markdown|description)$/i;
const ASSIGNMENT = /^\s*(?:window\.|self\.|globalThis\.|var |let |const )[\w$.[\]'"]+\s*=\s*(?=[[{])/;

/**
 * Markup of the document where the page itself is a shell that a script would fill: texts in data blocks
 * (`__NEXT_DATA__`, JSON-LD, Relay payloads), as markup, as nodes of a rich text or plain; trees that a server streams
 * to the script; frames that carry their own source. The longest first, none twice.
 */
export function embeddedMarkup(document: Document): string[] {
  const found = new Set<string>();
  const streamed: string[] = [];
  const walk = (at: Document | Element): void => {
    for (const child of at.children) {
      if (!isTag(child)) continue;
      if (child.name === 'script') collectScript(child, found, streamed);
      else if (child.name === 'iframe' && child.attribs.srcdoc) found.add(child.attribs.srcdoc);
      walk(child);
    }
  };
  walk(document);
  for (const markup of renderStream(streamed.join(''))) if (markup.length >= MIN_MARKUP) found.add(markup);
  return [...found].toSorted((a, b) => b.length - a.length);
}

function collectScript(script: Element, found: Set<string>, streamed: string[]): void {
  const source = script.children.map((child) => (isText(child) ? child.data : '')).join('');
  if (source.length > MAX_DATA) return;
  if (DATA_SCRIPT.test(script.attribs.type ?? '')) collectJson(source, found);
  else if (ASSIGNMENT.test(source)) collectJson(source.replace(ASSIGNMENT, '').replace(/;\s*$/, ''), found);
  else for (const [, argument] of source.matchAll(PUSHED)) streamed.push(pushedText(argument ?? ''));
}

/** `queue.push([1,"…"])`: how a server sends a page in pieces. */
const PUSHED = /\.push\(\s*(\[\s*\d+\s*,\s*"(?:[^"\\]|\\.)*"\s*\])\s*\)/g;

function pushedText(argument: string): string {
  const parsed = parseJson(argument);
  return Array.isArray(parsed) && typeof parsed[1] === 'string' ? parsed[1] : '';
}

function collectJson(source: string, found: Set<string>): void {
  const value = parseJson(source);
  if (value !== undefined) collect({ value, key: '', depth: 0 }, found);
}

function parseJson(source: string): unknown {
  try {
    return JSON.parse(source);
  } catch {
    // Data that is not JSON holds no text for us.
    return undefined;
  }
}

interface Place {
  readonly value: unknown;
  readonly key: string;
  readonly depth: number;
}

function collect({ value, key, depth }: Place, found: Set<string>): void {
  if (depth > MAX_DEPTH) return;
  if (typeof value === 'string') {
    if (value.length >= MIN_MARKUP && /<(?:p|h[1-6]|li)\b[^>]*>/i.test(value)) found.add(value);
    else if (value.length >= MIN_PLAIN && TEXT_KEY.test(key)) found.add(plainMarkup(value));
  } else if (isRichText(value)) {
    const markup = renderRichText(value);
    if (markup.length >= MIN_MARKUP) found.add(markup);
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, inner] of Object.entries(value)) collect({ value: inner, key: name, depth: depth + 1 }, found);
  }
}

function plainMarkup(text: string): string {
  return text
    .split(/\n+/)
    .map((line) => `<p>${escapeUTF8(line)}</p>`)
    .join('');
}
