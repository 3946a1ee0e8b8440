import type { Element } from 'domhandler';

/** Never text of a page. */
const SILENT = new Set(
  `head script style noscript template svg math iframe object embed canvas audio video map select datalist option
   textarea input progress meter title link meta base area param source track picture img rt rp`.split(/\s+/),
);

/** Elements that begin a new line when shown. */
export const BLOCK = new Set(
  `html body main article section header footer nav aside div p ul ol li dl dt dd table caption colgroup thead tbody tfoot tr
   td th h1 h2 h3 h4 h5 h6 hgroup blockquote pre figure figcaption details summary fieldset legend form address dialog
   center hr menu search optgroup`.split(/\s+/),
);

/** A shadow root in the markup is shown by browsers in place of its host's content. */
export function isSilent(element: Element): boolean {
  return SILENT.has(element.name) && !(element.name === 'template' && 'shadowrootmode' in element.attribs);
}

export function isBlock(element: Element): boolean {
  return BLOCK.has(element.name) || element.attribs.role === 'heading' || isListRole(element);
}

function isListRole(element: Element): boolean {
  const role = element.attribs.role;
  return role === 'list' || role === 'listitem' || role === 'row' || role === 'table';
}

/** 1 to 6 for a heading, by its tag or role; 0 for anything else. */
export function headingLevel(element: Element): number {
  const tag = /^h([1-6])$/.exec(element.name);
  if (tag) return Number(tag[1]);
  if (element.attribs.role !== 'heading') return 0;
  return Math.min(6, Math.max(1, Number.parseInt(element.attribs['aria-level'] ?? '2', 10) || 2));
}
