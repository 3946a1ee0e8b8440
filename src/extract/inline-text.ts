import type { Link } from '../domain/block.ts';
import { foldSpaces, tidyText } from '../domain/fold-text.ts';

/** Text of one block with the links inside it, in the stored form. */
export interface InlineText {
  readonly text: string;
  readonly links: readonly Link[];
  /** Set when all of it is in bold. */
  readonly bold?: boolean;
}

const MAX_HREF = 2000;

/** Collects pieces of text, folding white space as they come, so that link offsets fit the folded text. */
export class InlineWriter {
  #text = '';
  #links: Link[] = [];
  #bold = 0;
  #plain = false;
  #open: { href: string; start: number } | null = null;

  append(piece: string): void {
    if (this.#bold === 0 && !this.#plain) this.#plain = /[\p{L}\p{N}]/u.test(piece);
    const folded = foldSpaces(piece);
    this.#text += folded.startsWith(' ') && (this.#text === '' || this.#text.endsWith(' ')) ? folded.slice(1) : folded;
  }

  openBold(): void {
    this.#bold += 1;
  }

  closeBold(): void {
    this.#bold -= 1;
  }

  /** Appends a text that was collected before, with its links. */
  add(inline: InlineText): void {
    let at = 0;
    for (const link of inline.links) {
      this.append(inline.text.slice(at, link.start));
      this.openLink(link.href);
      this.append(inline.text.slice(link.start, link.end));
      this.closeLink();
      at = link.end;
    }
    this.append(inline.text.slice(at));
  }

  get length(): number {
    return this.#text.length;
  }

  get openHref(): string | null {
    return this.#open?.href ?? null;
  }

  openLink(href: string): void {
    this.closeLink();
    this.#open = { href, start: this.#text.length };
  }

  closeLink(): void {
    const open = this.#open;
    this.#open = null;
    if (!open || open.href.length > MAX_HREF) return;
    const raw = this.#text.slice(open.start);
    const start = open.start + (raw.length - raw.trimStart().length);
    const end = this.#text.trimEnd().length;
    if (end > start) this.#links.push({ href: open.href, start, end });
  }

  /** Gives what was collected and starts anew; a link that is open goes on in what follows. */
  take(): InlineText {
    const carried = this.openHref;
    this.closeLink();
    const raw = this.#text;
    const text = tidyText(raw);
    const links = text === raw.trimEnd() ? this.#links : this.#links.map((link) => composed(raw, link));
    const bold = !this.#plain && text !== '';
    this.#text = '';
    this.#links = [];
    this.#plain = false;
    if (carried !== null) this.openLink(carried);
    return { text, links: links.filter((link) => link.end <= text.length), ...(bold ? { bold } : {}) };
  }
}

// NFC can shorten what stands before an offset.
function composed(raw: string, link: Link): Link {
  const at = (offset: number): number => raw.slice(0, offset).normalize('NFC').length;
  return { href: link.href, start: at(link.start), end: at(link.end) };
}

/** Lines joined to one. */
export function joinLines(lines: readonly InlineText[]): InlineText {
  const inline = new InlineWriter();
  for (const line of lines) {
    inline.add(line);
    inline.append(' ');
  }
  return inline.take();
}

/** Cells joined as the text of one table row; empty cells leave no trace. */
export function joinCells(cells: readonly InlineText[]): InlineText {
  let text = '';
  const links: Link[] = [];
  for (const cell of cells) {
    if (cell.text === '') continue;
    if (text !== '') text += ' | ';
    for (const link of cell.links)
      links.push({ ...link, start: link.start + text.length, end: link.end + text.length });
    text += cell.text;
  }
  return { text, links };
}

/** A heading without the link in brackets that sites add behind it ("[edit]"). */
export function withoutControl(heading: InlineText): InlineText {
  const last = heading.links.at(-1);
  if (!last || heading.text.length !== last.end + 1 || last.start < 2) return heading;
  if (heading.text[last.start - 1] !== '[' || heading.text[last.end] !== ']') return heading;
  const text = heading.text.slice(0, last.start - 1).trimEnd();
  return { ...heading, text, links: heading.links.slice(0, -1) };
}

/** Text without links as a line. */
export function plainLine(text: string): InlineText {
  const inline = new InlineWriter();
  inline.append(text);
  return inline.take();
}
