import { type Document, type Element, isTag, isText } from 'domhandler';

const DATA_SCRIPT = /^application\/(?:[\w.-]+\+)?json$/i;
const MAX_JSON = 4_000_000;
/** A string of markup with less than this is a label or a teaser, not a document. */
const MIN_MARKUP = 400;

/**
 * Markup of the document where the page itself is a shell that a script would fill: texts in data blocks
 * (`__NEXT_DATA__`, JSON-LD and the like) and frames that carry their own source. The longest first, none twice.
 */
export function embeddedMarkup(document: Document): string[] {
  const found = new Set<string>();
  const walk = (at: Document | Element): void => {
    for (const child of at.children) {
      if (!isTag(child)) continue;
      if (child.name === 'script') collectScript(child, found);
      else if (child.name === 'iframe' && child.attribs.srcdoc) found.add(child.attribs.srcdoc);
      walk(child);
    }
  };
  walk(document);
  return [...found].toSorted((a, b) => b.length - a.length);
}

function collectScript(script: Element, found: Set<string>): void {
  if (!DATA_SCRIPT.test(script.attribs.type ?? '')) return;
  const source = script.children.map((child) => (isText(child) ? child.data : '')).join('');
  if (source.length > MAX_JSON) return;
  try {
    collectStrings(JSON.parse(source), found, 0);
  } catch {
    // Data that is not JSON holds no text for us.
  }
}

function collectStrings(value: unknown, found: Set<string>, depth: number): void {
  if (depth > 60) return;
  if (typeof value === 'string') {
    if (value.length >= MIN_MARKUP && /<(?:p|h[1-6]|li)\b[^>]*>/i.test(value)) found.add(value);
  } else if (typeof value === 'object' && value !== null) {
    for (const inner of Object.values(value)) collectStrings(inner, found, depth + 1);
  }
}
