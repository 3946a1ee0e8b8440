import { type Element, isTag } from 'domhandler';
import type { Block, LeftOutPart } from '../../domain/block.ts';
import { explainNoise } from '../drop-noise.ts';
import { elementText } from './element-text.ts';
import type { MainContent } from './main-content.ts';
import { parentElement } from './measure.ts';
import { isSilent } from './tags.ts';

const SNIPPET = 120;
const MOST = 100_000;

/** What was left out of a page and why: parts of the page in their order, then lines of the text's own place. */
export function explainReading(main: MainContent, read: readonly Block[], url: string): LeftOutPart[] {
  const parts = leftOutElements(main)
    .map(([element, reason]) => [elementText(element, MOST), reason] as const)
    .filter(([text]) => text !== '');
  const lines = [...explainNoise(read, url)].map(([block, reason]) => [block.text, reason] as const);
  return [...parts, ...lines].map(([text, reason]) => ({
    reason,
    text: text.slice(0, SNIPPET),
    words: text.split(' ').length,
  }));
}

/** Elements that are as a whole no part of the text, in the order of the page, with the reason. */
export function leftOutElements(main: MainContent): (readonly [Element, string])[] {
  const found: (readonly [Element, string])[] = [];
  const walk = (element: Element, root: Element): void => {
    for (const child of element.children) {
      if (!isTag(child) || isSilent(child)) continue;
      const reason = reasonOf(child, root, main);
      if (reason === null) walk(child, root);
      else found.push([child, reason]);
    }
  };
  if (main.root) walk(topOf(main.root), main.root);
  return found;
}

/** Tag names, with ids, from the page down to the element. */
export function pathOf(element: Element): string {
  const names: string[] = [];
  for (let at: Element | null = element; at; at = parentElement(at)) {
    names.unshift(at.attribs.id ? `${at.name}#${at.attribs.id.slice(0, 40).replace(/\s+/g, ' ')}` : at.name);
  }
  return names.join(' > ');
}

/** Why an element as a whole is no part of the text; null where it is, or holds it. */
function reasonOf(element: Element, root: Element, main: MainContent): string | null {
  const left = main.left.get(element);
  if (left) return left;
  return isInside(root, element) || isInside(element, root) ? null : 'beside the text';
}

function topOf(element: Element): Element {
  const parent = parentElement(element);
  return parent ? topOf(parent) : element;
}

function isInside(element: Element, outer: Element): boolean {
  for (let at: Element | null = element; at; at = parentElement(at)) if (at === outer) return true;
  return false;
}
