import type { Element } from 'domhandler';
import type { LeftReason } from './left-out.ts';
import { type Measures, parentElement } from './measure.ts';

const BY_ROLE: Readonly<Record<string, LeftReason>> = {
  navigation: 'navigation',
  menu: 'navigation',
  menubar: 'navigation',
  toolbar: 'navigation',
  search: 'form',
  banner: 'head of the site',
  contentinfo: 'foot of the site',
  dialog: 'dialog',
  alertdialog: 'dialog',
};
const NOTICE_ROLES = new Set(['status', 'alert', 'log', 'tooltip']);
/** Longer notices are part of what a page says, whatever role they carry. */
const SHORT = 300;

/**
 * Why an element stands around the text of a page and not in it, null where it does not: menus, the site's head and foot,
 * dialogs, link columns, forms. Judged by landmarks and by what the element holds, never by class names.
 */
export function chromeReason(element: Element, measures: Measures): LeftReason | null {
  const role = element.attribs.role ?? '';
  const kind = landmark(element);
  const mass = measures.of(element);
  if (kind === 'nav') return 'navigation';
  if (kind === 'dialog' || element.attribs['aria-modal'] === 'true') return 'dialog';
  if (NOTICE_ROLES.has(role)) return mass.text < SHORT ? 'short notice' : null;
  if (BY_ROLE[role]) return BY_ROLE[role];
  switch (kind) {
    case 'search':
      return 'form';
    case 'header':
      return isSiteHead(element, measures) ? 'head of the site' : null;
    case 'footer':
      return !isPartOfArticle(element) || measures.linkShare(element) > 0.3 || mass.prose === 0
        ? 'foot of the site'
        : null;
    case 'aside':
      return measures.linkShare(element) > 0.35 || mass.prose === 0 ? 'beside the text, mostly links' : null;
    case 'form':
      return mass.fields > 0 && mass.text < SHORT * Math.max(1, mass.fields) && mass.headings < 3 ? 'form' : null;
    default:
      return null;
  }
}

/** The role an element plays on a page by its name: "nav", "header", "aside" and so on. */
export function landmark(element: Element): string {
  if (element.attribs.role === 'complementary') return 'aside';
  // Custom elements name their purpose last: <site-header>, <global-nav>.
  const name = element.name.includes('-') ? (element.name.split('-').at(-1) ?? '') : element.name;
  return name;
}

// A header that holds the title is the head of the text, unless the text has one main title of its own below it.
function isSiteHead(element: Element, measures: Measures): boolean {
  const mass = measures.of(element);
  if (mass.titles === 0 || insideOf(element, 'header')) return true;
  if (isPartOfArticle(element) || mass.dated || !measures.body) return false;
  return measures.of(measures.body).titles === mass.titles + 1 && mass.prose * 10 < measures.of(measures.body).prose;
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
