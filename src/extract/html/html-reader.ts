import { type ChildNode, type Element, isTag, isText } from 'domhandler';
import { BlockWriter } from '../block-writer.ts';
import { cleanHref } from '../clean-href.ts';
import { type InlineText, InlineWriter, joinLines, withoutControl } from '../inline-text.ts';
import { followedByText, isAnchorMark, isLayout, isUnseen, OWN_NUMBER, swallows } from './element-kind.ts';
import { elementText } from './element-text.ts';
import type { LeftOut } from './left-out.ts';
import { ListCounter } from './list-counter.ts';
import { headingLevel, isBlock, isSilent } from './tags.ts';

export interface HtmlReaderOptions {
  /** Resolves relative links. */
  readonly base: string;
  /** Elements that are no part of the text. */
  readonly left: LeftOut;
}

/** What the text that is collected will become. */
type Role = { readonly kind: 'paragraph' } | { readonly kind: 'item'; readonly marker?: string };
const PARAGRAPH: Role = { kind: 'paragraph' };

/** Walks a tree of HTML once and writes its blocks. */
export class HtmlReader {
  readonly writer = new BlockWriter();
  readonly #options: HtmlReaderOptions;
  readonly #inline = new InlineWriter();
  #lines: InlineText[] = [];
  #role: Role = PARAGRAPH;
  /** Set while the cells of a row are collected: every block is a line of the cell. */
  #inCell = false;
  #sectionLevel = 0;

  constructor(options: HtmlReaderOptions) {
    this.#options = options;
  }

  read(root: Element): void {
    this.#element(root);
    this.#flush();
  }

  #children(element: Element): void {
    for (const child of element.children) this.#node(child);
  }

  #node(node: ChildNode): void {
    if (isText(node)) this.#inline.append(node.data);
    else if (isTag(node) && node.name === 'img') this.#image(node);
    else if (isTag(node) && !isSilent(node) && !this.#options.left.has(node) && !isUnseen(node)) this.#element(node);
  }

  #element(element: Element): void {
    const level = headingLevel(element);
    if (level > 0 && !this.#inCell && !swallows(element)) this.#heading(element, level);
    else if (!this.#special(element)) this.#plain(element);
  }

  /** Elements that are more than a block or a piece of a line; false for all others. */
  #special(element: Element): boolean {
    const role = element.attribs.role;
    const name = role === 'list' ? 'ul' : role === 'listitem' ? 'li' : element.name;
    switch (name) {
      case 'br':
        this.#break();
        return true;
      case 'a':
        this.#link(element);
        return true;
      case 'button':
        this.#button(element);
        return true;
      case 'b':
      case 'strong':
        this.#inBold(element);
        return true;
      case 'ul':
      case 'ol':
        this.#list(element);
        return true;
      case 'li':
        this.#item(element);
        return true;
      case 'table':
        this.#table(element);
        return true;
      case 'summary':
        this.#summary(element);
        return true;
      case 'details':
        this.#details(element);
        return true;
      case 'dd':
        this.#definition(element);
        return true;
      case 'pre':
        this.#preformatted(element);
        return true;
      default:
        return false;
    }
  }

  #inBold(element: Element): void {
    this.#inline.openBold();
    this.#children(element);
    this.#inline.closeBold();
  }

  #plain(element: Element): void {
    if (isBlock(element)) this.#boxed(element);
    else this.#children(element);
  }

  #boxed(element: Element): void {
    this.#flush();
    this.#children(element);
    this.#flush();
  }

  /** Ends the block that is being collected. */
  #flush(): void {
    this.#break();
    if (this.#inCell) return;
    const lines = this.#lines;
    this.#lines = [];
    if (lines.every((line) => line.text === '')) return;
    if (this.#role.kind === 'item') this.writer.listItem(lines, this.#role.marker);
    else this.writer.paragraph(lines);
    this.#role = PARAGRAPH;
  }

  #break(): void {
    this.#lines.push(this.#inline.take());
  }

  #heading(element: Element, level: number): void {
    this.#flush();
    this.#role = PARAGRAPH;
    const reader = new HtmlReader(this.#options);
    reader.#inCell = true;
    reader.#children(element);
    reader.#flush();
    this.writer.heading(level, withoutControl(joinLines(reader.#lines)));
  }

  // A picture inside a sentence is read as the word it stands for ("Settings > Privacy" drawn with an arrow).
  #image(element: Element): void {
    const alt = element.attribs.alt?.trim() ?? '';
    if (alt !== '' && alt.length < 20 && this.#inline.length > 0 && followedByText(element))
      this.#inline.append(` ${alt} `);
  }

  #link(element: Element): void {
    // A named anchor that leads nowhere and stands alone opens or marks a section.
    if (!('href' in element.attribs) && ('id' in element.attribs || 'name' in element.attribs)) {
      this.#inBold(element);
      return;
    }
    if (isAnchorMark(element)) return;
    const href = cleanHref(element.attribs.href ?? '', this.#options.base);
    const outer = this.#inline.openHref;
    if (href !== null) this.#inline.openLink(href);
    this.#children(element);
    this.#inline.closeLink();
    if (outer !== null) this.#inline.openLink(outer);
  }

  // A button acts; only one that opens a part of the text names it.
  #button(element: Element): void {
    if (!('aria-expanded' in element.attribs) || 'aria-haspopup' in element.attribs) return;
    if (this.#inCell) {
      this.#children(element);
      return;
    }
    this.#flush();
    this.#inline.openBold();
    this.#boxed(element);
    this.#inline.closeBold();
  }

  #list(element: Element): void {
    this.#flush();
    if (this.#inCell) {
      this.#children(element);
      return;
    }
    this.writer.openList();
    const counter = element.name === 'ol' ? new ListCounter(element) : null;
    for (const child of element.children) {
      if (isTag(child) && child.name === 'li' && counter) this.#item(child, counter.next(child));
      else this.#node(child);
    }
    this.#flush();
    this.writer.close();
  }

  #item(element: Element, marker?: string): void {
    this.#flush();
    if (this.#options.left.has(element) || isUnseen(element)) return;
    const numbered = marker !== undefined && !OWN_NUMBER.test(elementText(element, 12));
    if (!this.#inCell) this.#role = numbered ? { kind: 'item', marker } : { kind: 'item' };
    this.#children(element);
    this.#flush();
    this.#role = PARAGRAPH;
  }

  #definition(element: Element): void {
    this.#flush();
    if (this.#inCell) {
      this.#children(element);
      return;
    }
    this.writer.openList();
    this.#item(element);
    this.writer.close();
  }

  #summary(element: Element): void {
    this.#flush();
    if (this.#inCell || element.children.some((child) => isTag(child) && headingLevel(child) > 0)) {
      this.#boxed(element);
      return;
    }
    this.#heading(element, Math.min(6, this.#sectionLevel + 1));
  }

  #details(element: Element): void {
    this.#flush();
    const outer = this.#sectionLevel;
    this.#sectionLevel = this.writer.level;
    this.#children(element);
    this.#flush();
    this.writer.leave(this.#sectionLevel);
    this.#sectionLevel = outer;
  }

  #preformatted(element: Element): void {
    this.#flush();
    const text = elementText(element, 1);
    if (text !== '') {
      for (const child of element.children) {
        if (!isText(child)) this.#node(child);
        else
          child.data.split('\n').forEach((line, index) => {
            if (index > 0) this.#break();
            this.#inline.append(line);
          });
      }
    }
    this.#flush();
  }

  #table(element: Element): void {
    this.#flush();
    if (this.#inCell || isLayout(element)) {
      this.#boxed(element);
      return;
    }
    this.writer.openTable();
    this.#rows(element);
    this.writer.close();
  }

  #rows(element: Element): void {
    for (const child of element.children) {
      if (!isTag(child) || this.#options.left.has(child)) continue;
      if (child.name === 'tr') this.writer.tableRow(this.#cells(child));
      else if (child.name === 'caption') this.writer.paragraph(this.#collect(child));
      else if (!isSilent(child)) this.#rows(child);
    }
  }

  #cells(row: Element): InlineText[][] {
    return row.children
      .filter((child) => isTag(child))
      .filter((child) => !isSilent(child) && !this.#options.left.has(child))
      .map((cell) => this.#collect(cell));
  }

  /** Everything in an element as lines, without writing a block. */
  #collect(element: Element): InlineText[] {
    const reader = new HtmlReader(this.#options);
    reader.#inCell = true;
    reader.#children(element);
    reader.#flush();
    return reader.#lines.filter((line) => line.text !== '');
  }
}
