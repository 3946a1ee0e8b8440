import { type Element, isTag } from 'domhandler';
import { elementText } from './element-text.ts';
import type { Measures } from './measure.ts';
import { parentElement } from './measure.ts';
import { headingLevel } from './tags.ts';

const SMALL = 300;
const MOSTLY_LINKS = 0.75;
/** "14. Useful resources": the section of a text, whatever it holds. */
const NUMBERED = /^(?:§ ?)?(?:\d{1,2}|[ivx]{1,5}|[a-z])[.):]/iu;
const NEVER = new Set('html body main article li td th tr tbody table dd'.split(' '));

/** What the button says that puts a box away. A text cannot be put away. */
const CLOSES =
  /^(?:(?:close|dismiss|hide)(?: (?:this|the)? ?(?:banner|message|notice|notification|chat\w*|dialog|modal|pop-?up|alert|announcement|widget|window|box|survey))?|×|✕|✖|no,? thanks|maybe later|not now|(?:banner|meldung|hinweis|dialog|chat)? ?schließen|fermer|cerrar|fechar|chiudi|sluiten|zamknij|закрыть|閉じる|关闭|關閉|닫기)$/iu;

/**
 * Small boxes that serve and say nothing: with a field to type into and a button (to search, to ask an assistant, to
 * subscribe), or with a button that puts them away (announcements, chats). Judged by what they hold, whatever they are
 * built of.
 */
export function widgetBoxes(measures: Measures): Set<Element> {
  const boxes = new Set<Element>();
  for (const field of measures.fields) {
    const box = smallBoxAround(field, measures);
    if (box && holdsButton(box, measures)) boxes.add(box);
  }
  for (const button of measures.buttons) {
    const box = closes(button) ? smallBoxAround(button, measures) : null;
    if (box) boxes.add(box);
  }
  return boxes;
}

function closes(button: Element): boolean {
  if ('aria-expanded' in button.attribs || 'aria-controls' in button.attribs) return false;
  return [button.attribs['aria-label'], innerLabel(button), elementText(button, 40)].some((label) =>
    CLOSES.test(label?.trim() ?? ''),
  );
}

// An icon inside the button often carries its name.
function innerLabel(button: Element): string {
  const inner = button.children.find((child) => isTag(child));
  return inner && isTag(inner) ? (inner.attribs['aria-label'] ?? '') : '';
}

function smallBoxAround(element: Element, measures: Measures): Element | null {
  let box: Element | null = null;
  for (let at = parentElement(element); at && isSmallBox(at, measures); at = parentElement(at)) box = at;
  return box;
}

function isSmallBox(element: Element, measures: Measures): boolean {
  const { text, titles, headings } = measures.of(element);
  return !NEVER.has(element.name) && text < SMALL && titles === 0 && headings < 3;
}

function holdsButton(box: Element, measures: Measures): boolean {
  return measures.buttons.some((button) => {
    for (let at: Element | null = button; at; at = parentElement(at)) if (at === box) return true;
    return false;
  });
}

/**
 * A box that holds a heading and next to nothing but links: related articles, a column of a foot, "more from us". One of
 * several sections of the same make is a section of the text that happens to list links.
 */
export function isLinkBox(element: Element, measures: Measures): boolean {
  const { links, link, headings, label, prose, titles, text } = measures.of(element);
  if (NEVER.has(element.name) || links < 2 || headings === 0 || titles > 0 || prose > 0 || text === 0) return false;
  if (link < (text - label) * MOSTLY_LINKS) return false;
  return !NUMBERED.test(firstHeading(element)) && !isOneOfSections(element, measures);
}

function isOneOfSections(element: Element, measures: Measures): boolean {
  const alike = element.parent?.children.filter(
    (other) => other !== element && isTag(other) && other.name === element.name && isSection(other, measures),
  );
  return (alike?.length ?? 0) >= 3;
}

function isSection(element: Element, measures: Measures): boolean {
  const { headings, prose } = measures.of(element);
  return headings > 0 && prose > 0;
}

function firstHeading(element: Element): string {
  if (headingLevel(element) > 0) return elementText(element, 40);
  for (const child of element.children) {
    const found = isTag(child) ? firstHeading(child) : '';
    if (found !== '') return found;
  }
  return '';
}
