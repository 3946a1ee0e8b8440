/*
 * Texts that content systems keep as a tree of nodes: `{"type": "paragraph", "content": [{"type": "text", "text": "…"}]}`
 * and its many dialects (nodeType, _type, style, children, value, marks). Rendered to markup, so that one reader reads all.
 */

import { escapeUTF8 } from 'entities';

interface RichNode {
  readonly [key: string]: unknown;
}

const MAX_DEPTH = 60;
const ROOT = /^(?:document|doc|root|richtext)$/i;
const BLOCK_KIND =
  /^(?:block|paragraph|p|heading(?:[-_]?[1-6])?|h[1-6]|(?:un)?ordered[-_]?list|(?:bullet|number(?:ed)?)[-_]?list|list)$/i;

/** Whether a value is the tree of a text, or a list of its blocks. */
export function isRichText(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 2 && value.filter(isBlockNode).length * 2 > value.length;
  return isNode(value) && ROOT.test(kindOf(value)) && childrenOf(value).some(isBlockNode);
}

/** Markup of such a tree; only tags, text and the addresses of links. */
export function renderRichText(value: unknown, depth = 0): string {
  if (depth > MAX_DEPTH) return '';
  if (Array.isArray(value)) return renderAll(value, depth);
  if (typeof value === 'string') return escapeUTF8(value);
  if (!isNode(value)) return '';
  const children = childrenOf(value);
  if (children.length === 0) return escapeUTF8(textOf(value));
  const inner = renderAll(children, depth + 1);
  const tag = tagOf(value);
  const href = tag === 'a' ? ` href="${escapeUTF8(hrefOf(value))}"` : '';
  return tag === '' ? inner : `<${tag}${href}>${inner}</${tag}>`;
}

// Some dialects have no lists, only blocks that say they are items.
function renderAll(nodes: readonly unknown[], depth: number): string {
  return nodes
    .map((node) => {
      const item = isNode(node) && typeof node.listItem === 'string';
      return item ? `<li>${renderAll(childrenOf(node), depth + 1)}</li>` : renderRichText(node, depth);
    })
    .join('');
}

function tagOf(node: RichNode): string {
  const kind =
    typeof node.style === 'string' && /^(?:h[1-6]|normal|blockquote)$/.test(node.style) ? node.style : kindOf(node);
  const level = /^(?:heading[-_]?|h)([1-6])$/i.exec(kind)?.[1];
  if (level) return `h${level}`;
  if (/^heading$/i.test(kind))
    return `h${Math.min(6, Math.max(1, Number(attribute(node, 'level') ?? attribute(node, 'depth')) || 2))}`;
  if (/^(?:unordered|bullet(?:ed)?|ul)[-_]?(?:list)?$|^list$/i.test(kind)) return 'ul';
  if (/^(?:ordered|number(?:ed)?|ol)[-_]?(?:list)?$/i.test(kind)) return 'ol';
  if (/^(?:list[-_]?item|li)$/i.test(kind)) return 'li';
  if (/^table[-_]?row$|^tr$/i.test(kind)) return 'tr';
  if (/^table[-_]?(?:header[-_]?)?cell$|^table[-_]?header$|^t[dh]$/i.test(kind)) return 'td';
  if (/^table$/i.test(kind)) return 'table';
  if (/^(?:hyperlink|link|a)$/i.test(kind)) return 'a';
  return /^(?:paragraph|p|block|normal|blockquote|quote)$/i.test(kind) ? 'p' : '';
}

function isBlockNode(value: unknown): boolean {
  return isNode(value) && BLOCK_KIND.test(kindOf(value)) && childrenOf(value).length > 0;
}

function kindOf(node: RichNode): string {
  const kind = node.nodeType ?? node.type ?? node._type ?? node.tag;
  return typeof kind === 'string' ? kind : '';
}

function childrenOf(node: RichNode): readonly unknown[] {
  const children = node.content ?? node.children ?? node.blocks;
  return Array.isArray(children) ? children : [];
}

function textOf(node: RichNode): string {
  const text = node.text ?? node.value;
  return typeof text === 'string' ? text : '';
}

function hrefOf(node: RichNode): string {
  const href = attribute(node, 'uri') ?? attribute(node, 'href') ?? attribute(node, 'url');
  return typeof href === 'string' ? href : '';
}

function attribute(node: RichNode, name: string): unknown {
  for (const holder of [node, node.attrs, node.data, node.fields])
    if (isNode(holder) && name in holder) return holder[name];
  return undefined;
}

function isNode(value: unknown): value is RichNode {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
