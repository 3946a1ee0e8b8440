import { type BodyType, headingLevel } from './body-type.ts';
import { dropContents } from './drop-contents.ts';
import { findTables } from './find-tables.ts';
import { markerOf, splitMarker } from './list-marker.ts';
import type { PdfPage } from './pdf-page.ts';
import type { PdfPiece } from './pdf-piece.ts';
import { orderLines, type Row } from './reading-order.ts';
import { mergeLines, type TextLine, textOf } from './text-line.ts';

const LONGEST_HEADING = 240;

/** Reads a page by how it looks: size, place and distance of its lines. */
export function readLayout(page: PdfPage, body: BodyType): PdfPiece[] {
  const pieces: PdfPiece[] = [];
  for (const region of orderLines(page.items)) {
    const rows = dropContents(region);
    const reader = new RegionReader(body, rows);
    for (const group of findTables(rows)) {
      if ('row' in group) reader.row(group.row);
      else reader.table(group.table);
    }
    pieces.push(...reader.finish());
  }
  return pieces.map((piece, index) => ({ ...piece, startsPage: index === 0 }));
}

/** How a piece begins; lines are added to it until one begins another. */
interface OpenPiece {
  readonly start: Start;
  readonly lines: TextLine[];
}

type Start =
  | { readonly kind: 'heading'; readonly level: number }
  | { readonly kind: 'text'; readonly bold: boolean; readonly inItem: boolean }
  | { readonly kind: 'item'; readonly depth: number; readonly marker: string | null; readonly x: number };

class RegionReader {
  readonly #body: BodyType;
  readonly #right: number;
  /** From one base line to the next within a paragraph. */
  readonly #step: number;
  readonly #pieces: PdfPiece[] = [];
  #open: OpenPiece | null = null;
  /** Left edges of the markers of open lists, the outermost first. */
  #markers: number[] = [];

  constructor(body: BodyType, rows: readonly Row[]) {
    this.#body = body;
    this.#right = Math.max(...rows.flat().map((line) => line.right));
    this.#step = lineStep(rows, body.size);
  }

  finish(): PdfPiece[] {
    this.#close();
    return this.#pieces;
  }

  table(table: readonly (readonly (readonly TextLine[])[])[]): void {
    this.#close();
    this.#markers = [];
    for (const cells of table) this.#pieces.push({ kind: 'row', cells, lines: cells.flat(), startsPage: false });
  }

  row(row: Row): void {
    const [first, ...rest] = row;
    if (!first) return;
    const whole = rest.reduce(mergeLines, first);
    const level = headingLevel(whole.size, this.#body);
    if (level !== null) this.#line(whole, { kind: 'heading', level });
    else if (this.#isBold(whole) && !isBullet(first)) this.#line(whole, { kind: 'text', bold: true, inItem: false });
    else if (!this.#item(first, rest)) this.#text(whole);
  }

  #item(first: TextLine, rest: readonly TextLine[]): boolean {
    const alone = rest.length > 0 ? markerOf(textOf(first)) : null;
    const split = alone ? null : splitMarker(first);
    const marker = alone ?? split?.marker;
    const line = alone ? rest.slice(1).reduce(mergeLines, rest[0] ?? first) : split?.line;
    if (!marker || !line) return false;
    // A number in the text is a marker only in a list: nothing else tells "1. We" from a section.
    this.#close();
    this.#markers = [...this.#markers.filter((x) => x < first.x - 2), first.x];
    const start = { kind: 'item', depth: this.#markers.length - 1, marker: marker.text, x: first.x } as const;
    this.#open = { start, lines: [line] };
    return true;
  }

  #text(line: TextLine): void {
    const inItem = this.#markers.length > 0 && line.x > (this.#markers[0] ?? 0) + 3;
    if (!inItem) this.#markers = [];
    this.#line(line, { kind: 'text', bold: false, inItem });
  }

  #line(line: TextLine, start: Start): void {
    if (start.kind === 'heading') this.#markers = [];
    if (this.#open && this.#goesOn(this.#open, line, start)) this.#open.lines.push(line);
    else {
      this.#close();
      this.#open = { start, lines: [line] };
    }
  }

  #goesOn({ start: open, lines }: OpenPiece, line: TextLine, start: Start): boolean {
    const before = lines.at(-1);
    const most = Math.max(this.#step * 1.2, Math.max(line.size, before?.size ?? 0) * 1.45);
    if (!before || line.y - before.y > most) return false;
    if (open.kind === 'heading' || start.kind === 'heading') return open.kind === start.kind && sameLevel(open, start);
    const ended = /[.:;!?\u3002\uff01\uff1f]["'”’)]?$/u.test(textOf(before).trimEnd());
    const short = this.#hadRoom(before, line);
    if (open.kind === 'item' && line.x <= open.x + 3) return !short && (lines[1]?.x ?? 0) <= open.x + 3;
    if (open.kind === 'item') return !(ended && short && line.y - before.y > this.#step * 1.05);
    if (start.kind === 'text' && open.bold !== start.bold && (short || ended)) return false;
    if (open.kind === 'text' && start.kind === 'text' && open.bold && start.bold && short) return false;
    const indented = line.x > before.x + line.size * 0.8;
    return !(ended && short) && !(indented && ended);
  }

  /** True where the next word would have fitted: the line was ended on purpose. */
  #hadRoom(before: TextLine, line: TextLine): boolean {
    const text = textOf(line).trim();
    const word = /^\S+/.exec(text)?.[0].length ?? 0;
    const width = ((line.right - line.x) * (word + 1)) / Math.max(1, text.length);
    return before.right + width * 1.1 < this.#right;
  }

  #isBold(line: TextLine): boolean {
    return !line.fonts.has(this.#body.font) && line.size >= this.#body.size * 0.95;
  }

  #close(): void {
    const open = this.#open;
    this.#open = null;
    if (!open) return;
    const { start, lines } = open;
    const length = lines.reduce((sum, line) => sum + textOf(line).length, 0);
    const kept: Start =
      start.kind === 'heading' && length > LONGEST_HEADING ? { kind: 'text', bold: false, inItem: false } : start;
    this.#pieces.push({ ...kept, lines, startsPage: false });
  }
}

/** The distance most lines of running text have from the one before. */
function lineStep(rows: readonly Row[], size: number): number {
  const counts = new Map<number, number>();
  rows.forEach((row, index) => {
    const step = Math.round(((row[0]?.y ?? 0) - (rows[index - 1]?.[0]?.y ?? 0)) * 2) / 2;
    if (index > 0 && step > 0 && step < size * 2.6) counts.set(step, (counts.get(step) ?? 0) + 1);
  });
  const [most] = [...counts].toSorted(([a, m], [b, n]) => n - m || a - b);
  return most && most[1] > 1 ? most[0] : size * 1.3;
}

function isBullet(line: TextLine): boolean {
  return markerOf(textOf(line))?.text === null || splitMarker(line)?.marker.text === null;
}

function sameLevel(open: Start, start: Start): boolean {
  return open.kind === 'heading' && start.kind === 'heading' && open.level === start.level;
}
