import type { Block } from '../domain/block.ts';
import { splitSentences } from '../domain/split-sentences.ts';
import type { InlineText } from './inline-text.ts';
import { joinCells } from './inline-text.ts';
import { promoteHeadings } from './promote-headings.ts';
import { splitLines } from './split-lines.ts';
import { TooComplex } from './too-complex.ts';

/** A hundred times the blocks of a long policy. Throws {@link TooComplex} beyond. */
const MAX_BLOCKS = 50_000;
/** A line that introduces what follows is quoted whole up to this length, else its last sentence. */
const WHOLE_LEAD_IN = 300;
const BULLET = /^[•·▪▫◦●○■□‣⁃∙➢➤]\s*/u;

interface OpenGroup {
  readonly leadIn: string | null;
  readonly list: boolean;
  /** The last text said inside this group: what introduces a group nested in it. */
  said: string | null;
}

/** Turns the events of a reader (Markdown, HTML) into blocks with heading paths and lead-ins. */
export class BlockWriter {
  readonly #blocks: Block[] = [];
  readonly #bold = new Set<Block>();
  #headings: { level: number; text: string }[] = [];
  #path: readonly string[] = [];
  #groups: OpenGroup[] = [];
  #said: string | null = null;
  #bulletLead: string | null = null;

  /** All blocks so far; lines that stand for headings have become headings. */
  finish(): Block[] {
    return promoteHeadings(this.#blocks, this.#bold);
  }

  heading(level: number, inline: InlineText): void {
    if (inline.text === '') return;
    this.#headings = this.#headings.filter((open) => open.level < level);
    this.#path = this.#headings.map((open) => open.text);
    this.#push({ kind: 'heading', ...plainly(inline), headingPath: this.#path, leadIn: null, level });
    this.#headings.push({ level, text: inline.text });
    this.#path = [...this.#path, inline.text];
    this.#say(null);
  }

  /** Level of the innermost open heading, 0 before the first. */
  get level(): number {
    return this.#headings.at(-1)?.level ?? 0;
  }

  /** Ends every section below that level: what follows stands beside them. */
  leave(level: number): void {
    this.#headings = this.#headings.filter((open) => open.level <= level);
    this.#path = this.#headings.map((open) => open.text);
    this.#said = null;
  }

  /** One paragraph, given as the lines between its `<br>`s. */
  paragraph(lines: readonly InlineText[]): void {
    for (const line of splitLines(lines)) {
      const bullet = BULLET.exec(line.text);
      if (bullet && line.text.length > bullet[0].length) this.#bulletLine(line, bullet[0].length);
      else {
        this.#bulletLead = null;
        this.#push({ kind: 'paragraph', ...plainly(line), headingPath: this.#path, leadIn: this.#leadIn() });
        const pushed = this.#blocks.at(-1);
        if (line.bold && pushed) this.#bold.add(pushed);
        this.#say(line.text);
      }
    }
  }

  openList(): void {
    this.#open(true);
  }

  openTable(): void {
    this.#open(false);
  }

  /** Ends the innermost list or table. */
  close(): void {
    this.#groups.pop();
    this.#said = null;
    this.#bulletLead = null;
  }

  get inList(): boolean {
    return this.#groups.at(-1)?.list === true;
  }

  listItem(lines: readonly InlineText[], marker?: string): void {
    const [first, ...rest] = splitLines(lines);
    if (!first) return;
    const depth = Math.max(0, this.#groups.filter((group) => group.list).length - 1);
    const at = { headingPath: this.#path, leadIn: this.#leadIn(), depth };
    this.#push({ kind: 'list-item', ...plainly(first), ...at, ...(marker === undefined ? {} : { marker }) });
    this.#say(first.text);
    if (rest.length > 0) this.paragraph(rest);
  }

  /**
   * A row, given as cells of lines. Cells of several lines (the purposes of a notice, one below the other) become
   * further rows, led in by the name of the row, so that a change in one line marks no other.
   */
  tableRow(cells: readonly (readonly InlineText[])[]): void {
    const split = cells.map(splitLines);
    const first = joinCells(split.flatMap((lines) => lines.slice(0, 1)));
    if (first.text === '') return;
    this.#row(first, this.#leadIn());
    const name = split.find((lines) => lines.length > 0);
    for (const lines of split) {
      const leadIn = lines === name ? this.#leadIn() : (name?.[0]?.text ?? null);
      for (const line of lines.slice(1)) this.#row(line, leadIn);
    }
    this.#say(first.text);
  }

  #row(line: InlineText, leadIn: string | null): void {
    this.#push({ kind: 'table-row', ...plainly(line), headingPath: this.#path, leadIn });
  }

  #bulletLine(line: InlineText, cut: number): void {
    this.#bulletLead ??= introduction(this.#groups.at(-1)?.said ?? this.#said) ?? '';
    const links = line.links
      .map((link) => ({ ...link, start: Math.max(0, link.start - cut), end: link.end - cut }))
      .filter((link) => link.end > link.start);
    const depth = this.#groups.filter((group) => group.list).length;
    const leadIn = this.#bulletLead === '' ? null : this.#bulletLead;
    this.#push({ kind: 'list-item', text: line.text.slice(cut), links, headingPath: this.#path, leadIn, depth });
  }

  #open(list: boolean): void {
    const outer = this.#groups.at(-1);
    const said = outer ? outer.said : this.#said;
    this.#groups.push({ leadIn: introduction(said) ?? outer?.leadIn ?? null, list, said: null });
    this.#bulletLead = null;
  }

  #leadIn(): string | null {
    return this.#groups.at(-1)?.leadIn ?? null;
  }

  #say(text: string | null): void {
    const group = this.#groups.at(-1);
    if (group) group.said = text;
    else this.#said = text;
  }

  #push(block: Block): void {
    if (this.#blocks.length >= MAX_BLOCKS) throw new TooComplex('too many blocks');
    this.#blocks.push(block);
  }
}

function plainly({ text, links }: InlineText): InlineText {
  return { text, links };
}

function introduction(said: string | null): string | null {
  if (said === null || said.length <= WHOLE_LEAD_IN) return said;
  return splitSentences(said, 'und').at(-1)?.text ?? said;
}
