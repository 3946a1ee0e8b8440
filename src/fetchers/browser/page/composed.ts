import type { PageElement, PageNode } from './dom.ts';

/** Elements that hold no text for people. */
export function isSilent(element: PageElement): boolean {
  return ['script', 'style', 'noscript', 'template'].includes(element.localName);
}

export function isElement(node: PageNode): node is PageElement {
  return node.nodeType === 1;
}

/** The children as they are shown: of an open shadow root instead of its host, of slots what was put into them. */
export function composedChildren(node: PageNode): readonly PageNode[] {
  if (!isElement(node)) return Array.from(node.childNodes);
  if (node.shadowRoot) return Array.from(node.shadowRoot.childNodes);
  if (node.localName === 'slot' && node.assignedNodes) {
    const assigned = node.assignedNodes();
    if (assigned.length > 0) return assigned;
  }
  const inner = frameBody(node);
  return inner ? [inner] : Array.from(node.childNodes);
}

/** The body inside a frame of the same origin that is large enough to be read; null otherwise. */
export function frameBody(element: PageElement): PageElement | null {
  if (element.localName !== 'iframe' && element.localName !== 'frame') return null;
  if (element.offsetWidth < 50 || element.offsetHeight < 20) return null;
  return element.contentDocument?.body ?? null;
}

/** Every shown node below, in reading order; stops after `limit`, because a page may build without end. */
export function* composedNodes(root: PageNode, limit: number): Generator<PageNode> {
  const stack: PageNode[] = [root];
  for (let seen = 0; stack.length > 0 && seen < limit; seen += 1) {
    const node = stack.pop() as PageNode;
    if (isElement(node) && isSilent(node)) continue;
    yield node;
    const children = composedChildren(node);
    for (let i = children.length - 1; i >= 0; i -= 1) stack.push(children[i] as PageNode);
  }
}

/** The text below, at most about `maxLength` characters, white space folded. */
export function textBelow(root: PageNode, maxLength: number): string {
  let text = '';
  for (const node of composedNodes(root, 200_000)) {
    if (node.nodeType === 3) text += ` ${node.nodeValue ?? ''}`;
    if (text.length > maxLength * 4) break;
  }
  return text.replace(/\s+/g, ' ').trim().slice(0, maxLength);
}

/** `closest` that also looks outside of shadow roots. */
export function composedClosest(element: PageElement, selector: string): PageElement | null {
  let at: PageElement | undefined = element;
  while (at) {
    const found = at.closest(selector);
    if (found) return found;
    at = at.getRootNode().host;
  }
  return null;
}
