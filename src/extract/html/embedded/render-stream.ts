/*
 * Trees of elements that a server streams to a script, row by row: `1a:["$","p",null,{"children":"text"}]`. A row may
 * stand for a part of another (`"$L1a"`) or be a text of a given length (`1b:T4c,…`).
 */

import { escapeUTF8 } from 'entities';

const MAX_ROWS = 5000;
const MAX_DEPTH = 150;
const MAX_LENGTH = 2_000_000;
/** Elements of HTML; every other name is a component whose content stands for it. */
const HTML_TAG =
  /^(?:main|article|section|header|footer|nav|aside|div|p|ul|ol|li|dl|dt|dd|table|thead|tbody|tr|td|th|h[1-6]|blockquote|details|summary|span|a|b|strong|em|i|br|button|form)$/;

/** Markup of the trees in a stream that no other row is part of; none where it is no such stream. */
export function renderStream(stream: string): string[] {
  const rows = rowsOf(stream);
  const renderer = new StreamRenderer(rows);
  const rendered = [...rows.keys()].map((id) => [id, renderer.row(id)] as const);
  return rendered.filter(([id]) => !renderer.used.has(id)).map(([, markup]) => markup);
}

class StreamRenderer {
  readonly used = new Set<string>();
  readonly #rows: ReadonlyMap<string, unknown>;
  #length = 0;

  constructor(rows: ReadonlyMap<string, unknown>) {
    this.#rows = rows;
  }

  row(id: string): string {
    const row = this.#rows.get(id);
    // A text alone is a part of something else, unless it is markup.
    if (typeof row === 'string') return /<(?:p|h[1-6]|li)\b/i.test(row) ? row : '';
    return this.#render(row, 0, new Set([id]));
  }

  #render(value: unknown, depth: number, inside: ReadonlySet<string>): string {
    if (depth > MAX_DEPTH || this.#length > MAX_LENGTH) return '';
    if (typeof value === 'string') return this.#string(value, depth, inside);
    if (typeof value === 'number') return String(value);
    if (!Array.isArray(value)) return '';
    if (value[0] === '$' && typeof value[1] === 'string') return this.#element(value, depth, inside);
    return value.map((child) => this.#render(child, depth + 1, inside)).join('');
  }

  #string(value: string, depth: number, inside: ReadonlySet<string>): string {
    const id = /^\$L?([0-9a-f]+)$/.exec(value)?.[1];
    if (id === undefined) {
      this.#length += value.length;
      return value.startsWith('$$') ? escapeUTF8(value.slice(1)) : value.startsWith('$') ? '' : escapeUTF8(value);
    }
    if (inside.has(id) || !this.#rows.has(id)) return '';
    this.used.add(id);
    return this.#render(this.#rows.get(id), depth + 1, new Set([...inside, id]));
  }

  #element([, name, , props]: readonly unknown[], depth: number, inside: ReadonlySet<string>): string {
    if (typeof props !== 'object' || props === null) return '';
    const { children, dangerouslySetInnerHTML: raw, href } = props as Record<string, unknown>;
    const html = typeof raw === 'object' && raw !== null && '__html' in raw ? raw.__html : undefined;
    const inner = typeof html === 'string' ? this.#raw(html) : this.#render(children, depth + 1, inside);
    if (typeof name !== 'string' || !HTML_TAG.test(name)) return inner;
    const link = name === 'a' && typeof href === 'string' ? ` href="${escapeUTF8(href)}"` : '';
    return `<${name}${link}>${inner}</${name}>`;
  }

  // Markup of some length is sent as a row of its own.
  #raw(html: string): string {
    const id = /^\$([0-9a-f]+)$/.exec(html)?.[1] ?? '';
    const row = this.#rows.get(id);
    if (row !== undefined) this.used.add(id);
    const markup = typeof row === 'string' ? row : html;
    this.#length += markup.length;
    return markup;
  }
}

function rowsOf(stream: string): Map<string, unknown> {
  const rows = new Map<string, unknown>();
  const head = /([0-9a-f]+):(?:T([0-9a-f]+),)?/y;
  for (let at = 0; at < stream.length && rows.size < MAX_ROWS; ) {
    head.lastIndex = at;
    const [all = '', id = '', size] = head.exec(stream) ?? [];
    const from = at + all.length;
    const end = size === undefined ? lineEnd(stream, at) : textEnd(stream, from, Number.parseInt(size, 16));
    if (all !== '') rows.set(id, size === undefined ? parseRow(stream.slice(from, end)) : stream.slice(from, end));
    at = size === undefined ? end + 1 : end;
  }
  return rows;
}

function lineEnd(stream: string, from: number): number {
  const end = stream.indexOf('\n', from);
  return end < 0 ? stream.length : end;
}

// The length counts bytes.
function textEnd(stream: string, from: number, bytes: number): number {
  return (
    from +
    Buffer.from(stream.slice(from, from + bytes))
      .subarray(0, bytes)
      .toString('utf8').length
  );
}

function parseRow(row: string): unknown {
  try {
    return JSON.parse(row);
  } catch {
    // Rows of modules and hints are no JSON and hold no text.
    return undefined;
  }
}
