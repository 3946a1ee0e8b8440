import { type Document, type Element, isTag } from 'domhandler';
import { chromeReason, landmark } from './chrome.ts';
import { answersConsent, consentBoxes } from './consent-box.ts';
import { elementText } from './element-text.ts';
import type { LeftOut, LeftReason } from './left-out.ts';
import { Measures, parentElement } from './measure.ts';
import { isLinkBox, widgetBoxes } from './side-boxes.ts';
import { isSilent } from './tags.ts';

/** Where the text of a page stands: its root, and what inside it is not text. */
export interface MainContent {
  readonly root: Element | null;
  readonly left: LeftOut;
  /** Characters in boxes that ask for consent. */
  readonly consentText: number;
  /** Buttons of such a box that stand in the text itself. */
  readonly consentButtons: number;
}

/** One child that holds this much of the text stands for its parent, if nothing else in it is text. */
const NEARLY_ALL = 0.85;
/** Elements that are lines of a text, never the whole of it. */
const LINES = new Set('p ul ol li dl dt dd pre blockquote details h1 h2 h3 h4 h5 h6'.split(' '));
/** A year that does not follow a copyright sign: "Effective 1 May 2031". */
const DATE = /^(?!.*(?:©|\(c\)|copyright)).*\b(?:19|20)\d\d\b/iu;

/** Finds the text by landmarks and by where the sentences are. */
export function findMainContent(document: Document): MainContent {
  const measures = new Measures(document);
  const top = measures.body ?? document.children.find(isTag) ?? null;
  if (!top) return { root: null, left: new Map(), consentText: 0, consentButtons: 0 };
  const left = new Map<Element, LeftReason>();
  const leave = (element: Element, reason: LeftReason): void => {
    if (isLeft(element, left)) return;
    left.set(element, reason);
    measures.exclude(element);
  };
  const consent = consentBoxes(measures);
  const consentText = [...consent].reduce((sum, box) => sum + measures.of(box).text, 0);
  for (const box of consent) leave(box, 'asks for consent');
  for (const box of widgetBoxes(measures)) leave(box, 'small box to use, not to read');
  leaveChrome(top, { left, leave, measures });
  const consentButtons = measures.buttons.filter((button) => answersConsent(button) && !isLeft(button, left)).length;
  return { root: narrow(startAt(top, left, measures), left, measures), left, consentText, consentButtons };
}

interface Leaving {
  readonly left: LeftOut;
  readonly leave: (element: Element, reason: LeftReason) => void;
  readonly measures: Measures;
}

function leaveChrome(element: Element, leaving: Leaving): void {
  const { left, leave, measures } = leaving;
  for (const child of element.children) {
    if (!isTag(child) || isSilent(child) || left.has(child)) continue;
    const reason = chromeReason(child, measures) ?? (isLinkBox(child, measures) ? 'links to other pages' : null);
    if (reason !== null && !isNearlyEverything(child, measures)) leave(child, reason);
    else leaveChrome(child, leaving);
  }
}

// A page whose whole text sits in a form or a footer is still a page.
function isNearlyEverything(element: Element, measures: Measures): boolean {
  if (element.name === 'nav' || element.name === 'dialog' || element.attribs.role) return false;
  const body = measures.body ? measures.of(measures.body) : null;
  const mass = measures.of(element);
  return body !== null && mass.prose > 1500 && mass.prose > body.prose * 0.8;
}

/** The main landmark when it holds a good part of the sentences, else the whole page. */
function startAt(top: Element, left: LeftOut, measures: Measures): Element {
  const mains = measures.mains.filter((main) => !isLeft(main, left));
  const main = mains.toSorted((a, b) => measures.of(b).text - measures.of(a).text)[0];
  const enough = main && measures.of(main).text > 0 && measures.of(main).prose >= measures.of(top).prose * 0.4;
  return onlyArticle(enough ? main : top, left, measures);
}

/** A page of one article is that article: banners and promotions beside it are not. */
function onlyArticle(around: Element, left: LeftOut, measures: Measures): Element {
  const articles = measures.articles.filter((article) => !isLeft(article, left) && isInside(article, around));
  const [article] = articles;
  if (!article || articles.length > 1) return around;
  const whole = measures.of(around);
  const mass = measures.of(article);
  const holdsTitle = mass.titles > 0 || whole.titles === 0;
  return holdsTitle && mass.prose >= whole.prose * 0.7 ? article : around;
}

function isInside(element: Element, outer: Element): boolean {
  for (let at = parentElement(element); at; at = parentElement(at)) if (at === outer) return true;
  return false;
}

function isLeft(element: Element, left: LeftOut): boolean {
  for (let at: Element | null = element; at; at = parentElement(at)) if (left.has(at)) return true;
  return false;
}

function narrow(start: Element, left: LeftOut, measures: Measures): Element {
  let at = start;
  for (;;) {
    const children = at.children.filter(isTag).filter((child) => !isSilent(child) && !left.has(child));
    const heaviest = children.reduce<Element | null>(
      (best, child) => (best === null || weight(child, measures) > weight(best, measures) ? child : best),
      null,
    );
    if (!heaviest || LINES.has(heaviest.name) || weight(heaviest, measures) < weight(at, measures) * NEARLY_ALL)
      return at;
    const landmarked = start !== measures.body;
    if (children.some((child) => child !== heaviest && isWorth(child, measures, landmarked))) return at;
    at = heaviest;
  }
}

function weight(element: Element, measures: Measures): number {
  const { prose, text } = measures.of(element);
  return prose * 4 + text;
}

/**
 * Titles, dates and sentences beside the main part belong to it; link columns and labels do not. Inside a landmark every
 * word is taken for text.
 */
function isWorth(element: Element, measures: Measures, landmarked: boolean): boolean {
  const mass = measures.of(element);
  if (landmark(element) === 'aside' || isHidden(element)) return false;
  if (mass.titles > 0) return true;
  // A box to type into (search, ask, subscribe) with a few words around it.
  if (mass.fields > 0 && mass.text < 300) return false;
  if (mass.text === 0 || mass.link >= mass.text * 0.5) return false;
  return mass.prose > 0 || landmarked || mass.headings > 0 || DATE.test(elementText(element, 300));
}

function isHidden({ attribs }: Element): boolean {
  return 'hidden' in attribs || attribs['aria-hidden'] === 'true' || /display:\s*none/i.test(attribs.style ?? '');
}
