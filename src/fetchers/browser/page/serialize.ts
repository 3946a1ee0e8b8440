import type { PageDocument, PageElement, PageNode } from './dom.ts';

declare const document: PageDocument;
declare const composedChildren: typeof import('./composed.ts').composedChildren;
declare const frameBody: typeof import('./composed.ts').frameBody;
declare const isElement: typeof import('./composed.ts').isElement;

/** State of one copying: the inert document it is made for, and what may still be copied. */
interface Copying {
  readonly into: PageDocument;
  charactersLeft: number;
  nodesLeft: number;
}

// Deeper nesting is an attack on whoever walks it, here and later.
export function tooDeep(depth: number): boolean {
  return depth > 1000;
}

/** An element without what no reader wants: code, embedded pictures. */
export function copyElement(element: PageElement, copying: Copying): PageElement {
  const copy = frameBody(element) ? copying.into.createElement('div') : copying.into.importNode(element, false);
  for (const { name, value } of Array.from(copy.attributes)) {
    copying.charactersLeft -= name.length + value.length;
    if (value.length > 2000) copy.removeAttribute(name);
  }
  return copy;
}

export function copyInto(parent: PageNode, node: PageNode, depth: number, copying: Copying): void {
  copying.nodesLeft -= 1;
  if (copying.nodesLeft < 0 || copying.charactersLeft < 0 || tooDeep(depth)) return;
  if (node.nodeType === 3) {
    const text = node.nodeValue ?? '';
    copying.charactersLeft -= text.length;
    parent.appendChild(copying.into.createTextNode(text));
    return;
  }
  if (!isElement(node) || ['style', 'noscript', 'template'].includes(node.localName)) return;
  const copy = copyElement(node, copying);
  // Links of a frame are relative to the frame.
  if (node.localName === 'a' && node.href && node.getRootNode() !== document) copy.setAttribute('href', node.href);
  parent.appendChild(copy);
  if (node.localName === 'script') return;
  for (const child of composedChildren(node)) copyInto(copy, child, depth + 1, copying);
}

/**
 * The page as it stands, as HTML: shadow roots and frames of the same origin in place, scripts without their code.
 * Null where it is larger than `maxCharacters`.
 */
export function serialize(maxCharacters: number): string | null {
  const into = document.implementation.createHTMLDocument('');
  const copying: Copying = { into, charactersLeft: maxCharacters, nodesLeft: 1_000_000 };
  const holder = into.createElement('div');
  copyInto(holder, document.documentElement, 0, copying);
  if (copying.charactersLeft < 0 || copying.nodesLeft < 0) return null;
  const root = holder.childNodes[0] as PageElement | undefined;
  return root ? `<!DOCTYPE html>\n${root.outerHTML}` : '';
}
