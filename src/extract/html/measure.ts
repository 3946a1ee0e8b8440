import { type ChildNode, type Document, type Element, isTag, isText } from 'domhandler';
import { headingLevel, isBlock, isSilent } from './tags.ts';

/** What an element holds, in characters without white space. */
export interface Mass {
  text: number;
  /** Inside links and buttons. */
  link: number;
  /** In lines long enough to be sentences and not mostly links. */
  prose: number;
  /** On the line that is still open: inline text without a block around it. */
  line: number;
  lineLink: number;
  links: number;
  /** Fields a visitor can type into. */
  fields: number;
  headings: number;
  /** Characters of headings. */
  label: number;
  /** Main headings. */
  titles: number;
  /** A year stands in it. */
  dated: boolean;
  cookies: boolean;
}

/** A line of so many characters is taken for a sentence. */
const SENTENCE = 40;

export class Measures {
  readonly #masses = new Map<Element, Mass>();
  readonly buttons: Element[] = [];
  /** Fields a visitor can type into. */
  readonly fields: Element[] = [];
  readonly mains: Element[] = [];
  readonly articles: Element[] = [];
  body: Element | null = null;

  constructor(root: Document) {
    for (const child of root.children) if (isTag(child)) this.#measure(child, false);
  }

  of(element: Element): Mass {
    return this.#masses.get(element) ?? emptyMass();
  }

  /** Share of the text that is links, from 0 to 1; 1 where there is no text. */
  linkShare(element: Element): number {
    const { text, link } = this.of(element);
    return text === 0 ? 1 : link / text;
  }

  /** Takes an element out of what its ancestors hold: it is no part of the text. */
  exclude(element: Element): void {
    const { text, link, prose, titles, headings } = this.of(element);
    for (let at: Element | null = element; at; at = parentElement(at)) {
      const mass = this.of(at);
      mass.text -= text;
      mass.link -= link;
      mass.prose -= prose;
      mass.titles -= titles;
      mass.headings -= headings;
    }
  }

  #measure(element: Element, inLink: boolean): Mass {
    const mass = emptyMass();
    this.#masses.set(element, mass);
    this.#note(element, mass);
    const linked = inLink || element.name === 'a' || element.name === 'button';
    for (const child of element.children) this.#add(mass, child, linked);
    if (element.name === 'a') mass.links += 1;
    if (headingLevel(element) > 0) mass.label = mass.text - mass.link;
    if (isBlock(element)) endLine(mass);
    return mass;
  }

  #add(mass: Mass, child: ChildNode, linked: boolean): void {
    if (isText(child)) {
      const length = visibleLength(child.data);
      mass.text += length;
      mass.line += length;
      if (linked) {
        mass.link += length;
        mass.lineLink += length;
      }
      if (length > 3 && !mass.dated) mass.dated = /\b(?:19|20)\d\d\b/.test(child.data);
      if (length > 0 && !mass.cookies)
        mass.cookies = /cookie|クッキー|쿠키|คุกกี้|עוגיות|куки|تعريف الارتباط/i.test(child.data);
      return;
    }
    if (!isTag(child)) return;
    if (isSilent(child)) {
      if (isButton(child)) this.buttons.push(child);
      if (isField(child)) {
        mass.fields += 1;
        this.fields.push(child);
      }
      return;
    }
    const inner = this.#measure(child, linked);
    if (isBlock(child)) endLine(mass);
    mass.text += inner.text;
    mass.link += inner.link;
    mass.prose += inner.prose;
    mass.line += inner.line;
    mass.lineLink += inner.lineLink;
    mass.links += inner.links;
    mass.fields += inner.fields;
    mass.headings += inner.headings;
    mass.label += inner.label;
    mass.titles += inner.titles;
    mass.dated ||= inner.dated;
    mass.cookies ||= inner.cookies;
  }

  #note(element: Element, mass: Mass): void {
    const level = headingLevel(element);
    if (level > 0) mass.headings += 1;
    if (level === 1) mass.titles += 1;
    if (element.name === 'body') this.body ??= element;
    if (isButton(element)) this.buttons.push(element);
    if (element.name === 'article') this.articles.push(element);
    if (element.name === 'main' || element.attribs.role === 'main') this.mains.push(element);
  }
}

function endLine(mass: Mass): void {
  if (mass.line >= SENTENCE && mass.lineLink < mass.line * 0.6) mass.prose += mass.line;
  mass.line = 0;
  mass.lineLink = 0;
}

// A link that leads nowhere acts as a button.
function isButton({ name, attribs }: Element): boolean {
  if (name === 'button' || attribs.role === 'button') return true;
  if (name === 'input') return /^(?:submit|button)$/i.test(attribs.type ?? '');
  return name === 'a' && /^(?:#|javascript:.*)$/i.test(attribs.href ?? '');
}

function isField(element: Element): boolean {
  if (element.name === 'input')
    return !/^(?:hidden|submit|button|image|checkbox|radio)$/i.test(element.attribs.type ?? '');
  return element.name === 'textarea';
}

/** The element around one, null at the top of the page. */
export function parentElement(element: Element): Element | null {
  const parent = element.parent;
  return parent && isTag(parent) ? parent : null;
}

function visibleLength(text: string): number {
  let length = 0;
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 32) length += 1;
  return length;
}

function emptyMass(): Mass {
  return {
    text: 0,
    link: 0,
    prose: 0,
    line: 0,
    lineLink: 0,
    links: 0,
    fields: 0,
    headings: 0,
    label: 0,
    titles: 0,
    dated: false,
    cookies: false,
  };
}
