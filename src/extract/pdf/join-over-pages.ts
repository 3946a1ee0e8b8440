import type { PdfPiece } from './pdf-piece.ts';
import { type TextLine, textOf } from './text-line.ts';

type RowPiece = Extract<PdfPiece, { readonly kind: 'row' }>;

const ENDED = /[.:;!?\u3002\uff01\uff1f]["'”’)]?$/u;

/** What a page break cut is made one again; the head of a table that every page repeats stands once. */
export function joinOverPages(pieces: readonly PdfPiece[]): PdfPiece[] {
  const joined: PdfPiece[] = [];
  let head: RowPiece | null = null;
  let afterHead = false;
  for (const piece of pieces) {
    const before = joined.at(-1);
    const breaks = piece.startsPage || afterHead;
    afterHead = false;
    if (piece.kind === 'row' && before?.kind === 'row' && breaks) {
      if (head && sameRow(head, piece)) {
        afterHead = true;
        continue;
      }
      if (rowGoesOn(before, piece)) {
        joined[joined.length - 1] = joinRows(before, piece);
        continue;
      }
    }
    if (piece.kind !== 'row') head = null;
    else head ??= piece;
    if (before && breaks && goesOn(before, piece)) {
      joined[joined.length - 1] = { ...before, lines: [...before.lines, ...piece.lines] };
    } else joined.push(piece);
  }
  return joined;
}

/** A sentence that no mark ends goes on above the next page, unless another kind of block begins there. */
function goesOn(before: PdfPiece, after: PdfPiece): boolean {
  if (after.kind !== 'text' || (before.kind !== 'text' && before.kind !== 'item')) return false;
  if (before.kind === 'text' && before.bold !== after.bold) return false;
  const last = before.lines.at(-1);
  if (!last || ENDED.test(said([last]))) return false;
  if (/^\p{Ll}/u.test(said(after.lines))) return true;
  const widest = Math.max(...before.lines.map((line) => line.right - line.x));
  return before.lines.length > 1 && last.right - last.x >= widest * 0.85;
}

/** Every cell is finished, or goes on in the midst of a sentence; one alone may go on with a capital. */
function rowGoesOn(before: RowPiece, after: RowPiece): boolean {
  if (before.cells.length !== after.cells.length) return false;
  const texts = after.cells.map(said);
  const alone = texts[0] === '' && texts.filter((text) => text !== '').length === 1;
  return texts.every((text, index) => {
    if (text === '') return true;
    const above = said(before.cells[index] ?? []);
    return above !== '' && !ENDED.test(above) && (alone || /^[\p{Ll}(]/u.test(text));
  });
}

function joinRows(before: RowPiece, after: RowPiece): RowPiece {
  const cells = before.cells.map((lines, index) => [...lines, ...(after.cells[index] ?? [])]);
  return { ...before, cells, lines: cells.flat() };
}

function sameRow(one: RowPiece, other: RowPiece): boolean {
  return said(one.lines) === said(other.lines);
}

function said(lines: readonly TextLine[]): string {
  return lines.map(textOf).join(' ').replace(/\s+/g, ' ').trim();
}
