import type { BodyType } from './body-type.ts';
import { markerOf, splitMarker } from './list-marker.ts';
import type { PdfPage, StructureLeaf, StructureNode, TextItem } from './pdf-page.ts';
import type { PdfPiece } from './pdf-piece.ts';
import { readLayout } from './read-layout.ts';
import { buildLines, type TextLine, textOf } from './text-line.ts';

type Child = StructureNode | StructureLeaf;

/** Roles that hold blocks; what is none of them stands inside a line. */
const BLOCK =
  /^(?:Document|Part|Art|Sect|Div|BlockQuote|Caption|TOCI?|Index|P|H[1-6]?|Title|L|LI|LBody|Table|T[RHD]|THead|TBody|TFoot|Form|Figure|Note|FENote|Aside)$/;
/** Deeper trees were made to exhaust us. */
const MAX_DEPTH = 200;
/** The share of the letters that may stand outside the tree of a file whose tree is worth reading. */
const OUTSIDE = 0.1;

/** True where nearly all text of the document hangs in its structure trees. */
export function isTagged(pages: readonly PdfPage[]): boolean {
  let inside = 0;
  let all = 0;
  for (const page of pages) {
    const ids = contentIds(page.tree);
    for (const { text, contentId } of page.items) {
      all += text.length;
      if (contentId !== null && ids.has(contentId)) inside += text.length;
    }
  }
  return all > 0 && inside >= all * (1 - OUTSIDE);
}

/** Reads a page by the structure its file declares; what hangs outside the tree is read by its looks, after the rest. */
export function readStructure(page: PdfPage, body: BodyType): PdfPiece[] {
  if (page.tree === null) return readLayout(page, body);
  const reader = new StructureReader(page, body);
  reader.flow(page.tree.children, 0);
  return reader.finish();
}

class StructureReader {
  readonly #page: PdfPage;
  readonly #body: BodyType;
  readonly #byContent = new Map<string, TextItem[]>();
  readonly #pieces: PdfPiece[] = [];
  #lists = 0;

  constructor(page: PdfPage, body: BodyType) {
    this.#page = page;
    this.#body = body;
    for (const item of page.items) {
      if (item.contentId === null) continue;
      const items = this.#byContent.get(item.contentId);
      if (items) items.push(item);
      else this.#byContent.set(item.contentId, [item]);
    }
  }

  finish(): PdfPiece[] {
    const inTree = contentIds(this.#page.tree);
    this.#anonymous(this.#page.items.filter(({ contentId }) => contentId === null || !inTree.has(contentId)));
    return this.#pieces.map((piece, index) => ({ ...piece, startsPage: index === 0 }));
  }

  /** Blocks one after the other; text between them, that no block claims, is read by its looks. */
  flow(children: readonly Child[], depth: number): void {
    if (depth > MAX_DEPTH) return;
    let loose: TextItem[] = [];
    for (const child of children) {
      if (!holdsBlocks(child, depth)) {
        loose.push(...this.#itemsOf(child));
        continue;
      }
      this.#anonymous(loose);
      loose = [];
      this.#block(child as StructureNode, depth + 1);
    }
    this.#anonymous(loose);
  }

  #block(node: StructureNode, depth: number): void {
    const heading = /^H([1-6]?)$/.exec(node.role);
    if (heading || node.role === 'Title') this.#heading(node, Number(heading?.[1] || 1));
    else if (node.role === 'P' && !node.children.some((child) => holdsBlocks(child, depth))) this.#paragraph(node);
    else if (node.role === 'TOC') return;
    else if (node.role === 'L') this.#list(node, depth);
    else if (node.role === 'LI') this.#item(node, depth);
    else if (node.role === 'TR') this.#tableRow(node);
    else this.flow(node.children, depth);
  }

  #heading(node: StructureNode, level: number): void {
    this.#push(this.#linesOf(node), { kind: 'heading', level });
  }

  #paragraph(node: StructureNode): void {
    const lines = this.#linesOf(node);
    const split = lines[0] ? splitMarker(lines[0]) : null;
    // A bullet typed by hand.
    if (split?.marker.text === null) {
      this.#push([split.line, ...lines.slice(1)], { kind: 'item', depth: this.#lists, marker: null });
      return;
    }
    const bold = lines.length > 0 && lines.every((line) => !line.fonts.has(this.#body.font));
    this.#push(lines, { kind: 'text', bold, inItem: this.#lists > 0 });
  }

  #list(node: StructureNode, depth: number): void {
    this.#lists += 1;
    this.flow(node.children, depth);
    this.#lists -= 1;
  }

  #item(node: StructureNode, depth: number): void {
    const labels = node.children.filter((child) => 'role' in child && child.role === 'Lbl');
    const label = labels.flatMap((child) => this.#itemsOf(child));
    const marker = label
      .map(({ text }) => text)
      .join('')
      .trim();
    const rest = node.children.filter((child) => !labels.includes(child));
    const at = this.#pieces.length;
    this.flow(rest, depth);
    const first = this.#pieces[at];
    // The rest of an item that began on the page before.
    if (!first || (at === 0 && labels.length === 0)) return;
    if (first.kind !== 'text' && first.kind !== 'item') return;
    const own = first.kind === 'item' && marker === '' ? first.marker : (markerOf(marker)?.text ?? (marker || null));
    const shown = own !== null && markerOf(own)?.text === null ? null : own;
    const { lines } = first;
    this.#pieces[at] = { kind: 'item', depth: Math.max(0, this.#lists - 1), marker: shown, lines, startsPage: false };
  }

  #tableRow(node: StructureNode): void {
    const cells = node.children.map((child) => this.#linesOf(child));
    if (cells.some((lines) => lines.length > 0))
      this.#pieces.push({ kind: 'row', cells, lines: cells.flat(), startsPage: false });
  }

  #anonymous(items: readonly TextItem[]): void {
    if (!items.some(({ text }) => text.trim() !== '')) return;
    for (const piece of readLayout({ ...this.#page, items }, this.#body)) {
      this.#pieces.push(piece.kind === 'text' && this.#lists > 0 ? { ...piece, inItem: true } : piece);
    }
  }

  #push(
    lines: readonly TextLine[],
    start:
      | { readonly kind: 'heading'; readonly level: number }
      | { readonly kind: 'text'; readonly bold: boolean; readonly inItem: boolean }
      | { readonly kind: 'item'; readonly depth: number; readonly marker: string | null },
  ): void {
    if (lines.some((line) => textOf(line).trim() !== '')) this.#pieces.push({ ...start, lines, startsPage: false });
  }

  #linesOf(child: Child): TextLine[] {
    return buildLines(this.#itemsOf(child));
  }

  #itemsOf(child: Child, depth = 0): TextItem[] {
    if ('role' in child) {
      return depth > MAX_DEPTH ? [] : child.children.flatMap((each) => this.#itemsOf(each, depth + 1));
    }
    return child.type === 'content' ? (this.#byContent.get(child.id) ?? []) : [];
  }
}

function holdsBlocks(child: Child, depth: number): boolean {
  if (!('role' in child) || depth > MAX_DEPTH) return false;
  return BLOCK.test(child.role) || child.children.some((each) => holdsBlocks(each, depth + 1));
}

function contentIds(tree: StructureNode | null): Set<string> {
  const ids = new Set<string>();
  const walk = (child: Child, depth: number): void => {
    if ('role' in child) {
      if (depth <= MAX_DEPTH) for (const each of child.children) walk(each, depth + 1);
    } else if (child.type === 'content') ids.add(child.id);
  };
  if (tree) walk(tree, 0);
  return ids;
}
