import { parseDocument } from 'htmlparser2';
import { clip, visibleText } from './visible-text.ts';

/** Elements that carry meaning in a redline; all others are replaced by what they hold. */
const KEPT = new Set(['p', 'ul', 'ol', 'li', 'blockquote', 'ins', 'del', 'strong', 'em', 'br', 'h3', 'h4', 'h5', 'h6']);
/** Elements whose content is not text for people. */
const DROPPED = new Set(
  'script style head title template iframe object embed noscript svg math textarea select button form'.split(' '),
);
const BLOCKS = new Set(
  'div section article header footer table tbody thead tr td th figure main aside dl dd dt pre'.split(' '),
);
const ALIASES: Readonly<Record<string, string>> = { h1: 'h3', h2: 'h3', s: 'del', strike: 'del' };

const MARKS: Readonly<Record<string, string>> = {
  ins: '<ins class="add" style="background:#d4f5dc;color:#0b4a1f">',
  del: '<del class="cut" style="background:#fde0dd;color:#7a1410">',
};

/** Words for screen readers only, such as "[added: ": shorter than the diff stage's own way, as there are many. */
const SPOKEN = '<span class="spoken" style="font-size:0">';

// Without brackets, quotes, slashes, at signs and backslashes a style can neither load anything nor end its attribute;
// without these properties it cannot leave its place or hide the rest.
const PLAIN_STYLE = /^[a-z0-9:;#.%, -]{1,200}$/i;
const STRONG_PROPERTY = /position|display|float|z-index|visibility|opacity:0(;|$)|width|height:0/i;

/** The few properties of a parsed node that are looked at. */
interface Node {
  readonly type: string;
  readonly data?: string;
  readonly name?: string;
  readonly attribs?: Readonly<Record<string, string>>;
  readonly children?: readonly Node[];
}

/**
 * The diff stage's redline as mail readers show it: an allow-list of elements and of plain styles, the marks in
 * our own colours, at most `budget` bytes. The second lock on the door by which page text became markup elsewhere (docs/security.md):
 * should a renderer ever forget to escape, no script, link or image gets from a page into a mail.
 */
export function cleanRedlineHtml(html: string, budget: number): { readonly html: string; readonly cut: boolean } {
  const parts: string[] = [];
  const state = { left: budget, cut: html.length > 400_000 };
  const root = parseDocument(html.slice(0, 400_000)) as unknown as Node;
  for (const child of root.children ?? []) write(child, { parts, state, depth: 0 });
  return { html: parts.join(''), cut: state.cut };
}

interface Writing {
  readonly parts: string[];
  readonly state: { left: number; cut: boolean };
  readonly depth: number;
}

function write(node: Node, writing: Writing): void {
  const { parts, state, depth } = writing;
  if (state.left <= 0 || depth > 40) {
    state.cut = true;
    return;
  }
  if (node.type === 'text') {
    writeText(node.data ?? '', writing);
    return;
  }
  const name = node.name ?? '';
  if (node.type !== 'tag' || DROPPED.has(name)) return;
  const tag = KEPT.has(name) ? name : BLOCKS.has(name) ? 'div' : (ALIASES[name] ?? null);
  const spoken = name === 'span' && /opacity:0(;|$)/.test(node.attribs?.style ?? '');
  const open = spoken ? SPOKEN : tag === null ? '' : (MARKS[tag] ?? `<${tag}${attributesOf(node)}>`);
  const close = spoken ? '</span>' : tag === null || tag === 'br' ? '' : `</${tag}>`;
  state.left -= open.length + close.length;
  parts.push(open);
  for (const child of node.children ?? []) write(child, { parts, state, depth: depth + 1 });
  parts.push(close);
}

function attributesOf({ attribs = {} }: Node): string {
  const dir = /^(auto|ltr|rtl)$/.test(attribs.dir ?? '') ? ` dir="${attribs.dir}"` : '';
  const { style = '' } = attribs;
  return PLAIN_STYLE.test(style) && !STRONG_PROPERTY.test(style) ? `${dir} style="${style}"` : dir;
}

function writeText(data: string, { parts, state }: Writing): void {
  const edges = { before: /^\s/.test(data) ? ' ' : '', after: /\s$/.test(data) ? ' ' : '' };
  const text = visibleText(data);
  if (text === '') {
    if (data !== '') parts.push(' ');
    return;
  }
  const fitting = Buffer.byteLength(text) <= state.left ? text : clip(text, Math.max(2, Math.floor(state.left / 3)));
  if (fitting !== text) state.cut = true;
  const escaped = escapeHtml(`${edges.before}${fitting}${edges.after}`);
  state.left -= fitting === text ? Buffer.byteLength(escaped) : state.left;
  parts.push(escaped);
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
