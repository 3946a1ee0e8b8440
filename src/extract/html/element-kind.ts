import { type Element, isTag, isText } from 'domhandler';
import { elementText } from './element-text.ts';
import { headingLevel, isBlock } from './tags.ts';

/** "(a)", "1.", "iv)" at the start of an item: it brings its own number. */
export const OWN_NUMBER = /^(?:\(?[0-9]{1,3}(?:\.[0-9]+)*[.)]|\(?[a-z]{1,2}[.)]|\(?[ivx]{1,5}[.)])(?:\s|$|\p{L})/iu;

/** Class names that every style sheet library uses for text only screen readers get. */
const FOR_SCREEN_READERS =
  /(?:^|\s)(?:sr-only|visually-?hidden|screen-?reader(?:-text|-only)?|a11y-hidden|assistive-text)(?:\s|$)/i;

/** Icons written as text, and short notes for screen readers ("opens in a new window"). */
export function isUnseen(element: Element): boolean {
  const { attribs } = element;
  if (attribs.role === 'img') return true;
  if (FOR_SCREEN_READERS.test(attribs.class ?? '')) return elementText(element, 80).length < 70;
  return attribs['aria-hidden'] === 'true' && !isBlock(element) && elementText(element, 40).length < 30;
}

/** A link to a place of the page without a word of its own: "#", "¶", "↩", an invisible sign. */
export function isAnchorMark(link: Element): boolean {
  return (link.attribs.href ?? '').includes('#') && !/[\p{L}\p{N}]/u.test(elementText(link, 20));
}

export function followedByText(element: Element): boolean {
  for (let at = element.next; at; at = at.next) {
    if (isText(at) ? at.data.trim() !== '' : isTag(at) && !isBlock(at) && elementText(at, 1) !== '') return true;
    if (isTag(at) && isBlock(at)) return false;
  }
  return false;
}

// A heading that nobody closed holds the text after it, which is none.
export function swallows(heading: Element): boolean {
  return holds(heading, (element) => headingLevel(element) > 0) || elementText(heading, 500).length > 400;
}

export function isLayout(table: Element): boolean {
  const role = table.attribs.role;
  if (role === 'presentation' || role === 'none') return true;
  return holds(table, (element) => headingLevel(element) > 0 || element.name === 'table');
}

function holds(element: Element, test: (element: Element) => boolean): boolean {
  return element.children.some((child) => isTag(child) && (test(child) || holds(child, test)));
}
