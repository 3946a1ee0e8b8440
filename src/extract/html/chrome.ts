import type { Element } from 'domhandler';
import { type Measures, parentElement } from './measure.ts';

const CHROME_ROLES = new Set(
  'navigation banner contentinfo search dialog alertdialog menu menubar toolbar tooltip status alert log'.split(' '),
);
/** Longer notices are part of what a page says, whatever role they carry. */
const SHORT = 300;

/**
 * True for what stands around the text of a page: menus, the site's head and foot, dialogs, link columns, forms. Judged
 * by landmarks and by what the element holds, never by class names.
 */
export function isChrome(element: Element, measures: Measures): boolean {
  const role = element.attribs.role ?? '';
  const kind = landmark(element);
  const mass = measures.of(element);
  if (kind === 'nav' || kind === 'dialog' || element.attribs['aria-modal'] === 'true') return true;
  if (role === 'status' || role === 'alert' || role === 'log' || role === 'tooltip') return mass.text < SHORT;
  if (CHROME_ROLES.has(role)) return true;
  if (kind === 'header') return !mass.hasTitle || insideOf(element, 'header');
  if (kind === 'footer') return !isPartOfArticle(element) || linkShare(element, measures) > 0.3 || mass.prose === 0;
  if (kind === 'aside') return linkShare(element, measures) > 0.35 || mass.prose === 0;
  if (kind === 'form') return mass.fields > 0 && mass.text < SHORT * Math.max(1, mass.fields) && mass.headings < 3;
  return false;
}

/** The role an element plays on a page by its name: "nav", "header", "aside" and so on. */
export function landmark(element: Element): string {
  if (element.attribs.role === 'complementary') return 'aside';
  // Custom elements name their purpose last: <site-header>, <global-nav>.
  const name = element.name.includes('-') ? (element.name.split('-').at(-1) ?? '') : element.name;
  return name;
}

function linkShare(element: Element, measures: Measures): number {
  const { text, link } = measures.of(element);
  return text === 0 ? 1 : link / text;
}

function isPartOfArticle(element: Element): boolean {
  return insideOf(element, 'main') || insideOf(element, 'article');
}

function insideOf(element: Element, name: string): boolean {
  for (let at = parentElement(element); at; at = parentElement(at)) {
    if (at.name === name || (name === 'main' && at.attribs.role === 'main')) return true;
  }
  return false;
}
