import type { Block } from '../../domain/block.ts';
import { BlockWriter } from '../block-writer.ts';
import type { InlineText } from '../inline-text.ts';
import { joinTextLines, Vocabulary } from './join-lines.ts';
import { joinOverPages } from './join-over-pages.ts';
import type { PdfPiece } from './pdf-piece.ts';

/** Blocks of the pieces of all pages; what a page break cut is one again. */
export function writePieces(pieces: readonly PdfPiece[]): Block[] {
  const vocabulary = new Vocabulary(pieces.flatMap(({ lines }) => lines));
  const writer = new BlockWriter();
  const lists = new OpenLists(writer);
  let inTable = false;
  for (const piece of joinOverPages(pieces)) {
    const isRow = piece.kind === 'row';
    if (isRow !== inTable) {
      lists.leave();
      if (isRow) writer.openTable();
      else writer.close();
      inTable = isRow;
    }
    write(piece, { writer, lists, vocabulary });
  }
  return writer.finish();
}

interface WriteContext {
  readonly writer: BlockWriter;
  readonly lists: OpenLists;
  readonly vocabulary: Vocabulary;
}

function write(piece: PdfPiece, { writer, lists, vocabulary }: WriteContext): void {
  const inline = joinTextLines(piece.lines, vocabulary);
  switch (piece.kind) {
    case 'heading':
      lists.leave();
      writer.heading(piece.level, inline);
      break;
    case 'item':
      lists.enter(piece.depth);
      writer.listItem([inline], ...(piece.marker === null ? [] : [piece.marker]));
      break;
    case 'row':
      writer.tableRow(piece.cells.map((lines) => [joinTextLines(lines, vocabulary)]));
      break;
    default:
      if (!piece.inItem) lists.leave();
      writer.paragraph([plainOrBold(inline, piece.bold)]);
  }
}

function plainOrBold({ text, links }: InlineText, bold: boolean): InlineText {
  return { text, links, ...(bold ? { bold } : {}) };
}

/** Opens and closes lists so that items stand as deep as they say. */
class OpenLists {
  readonly #writer: BlockWriter;
  #open = 0;

  constructor(writer: BlockWriter) {
    this.#writer = writer;
  }

  enter(depth: number): void {
    // A level deeper than the one before is one level deeper, whatever the file says.
    const wanted = Math.min(depth + 1, this.#open + 1);
    while (this.#open > wanted) this.#close();
    if (this.#open < wanted) {
      this.#writer.openList();
      this.#open += 1;
    }
  }

  leave(): void {
    while (this.#open > 0) this.#close();
  }

  #close(): void {
    this.#writer.close();
    this.#open -= 1;
  }
}
