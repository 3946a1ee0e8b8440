import { buffer } from 'node:stream/consumers';
import PDFDocument from 'pdfkit';

export type PdfPart =
  | { readonly heading: string; readonly level: 1 | 2 }
  | { readonly text: string }
  | { readonly list: readonly string[]; readonly ordered?: boolean }
  | { readonly table: readonly (readonly string[])[] }
  | { readonly link: string; readonly href: string }
  | { readonly lines: readonly string[] }
  | { readonly picture: Uint8Array }
  | 'page break';

export interface PdfLook {
  /** Points; default 11. */
  readonly fontSize?: number;
  readonly page?: 'A4' | 'LETTER';
  readonly margin?: number;
  /** With a structure tree. */
  readonly tagged?: boolean;
  /** Headings as large as the text. */
  readonly flat?: boolean;
  /** Stands above every page, with the number of the page below. */
  readonly running?: string;
  readonly userPassword?: string;
  readonly ownerPassword?: string;
  readonly title?: string;
}

const HEADING = [1, 2, 1.4];

/** A PDF as an office program would export it. */
export async function writePdf(parts: readonly PdfPart[], look: PdfLook = {}): Promise<Uint8Array<ArrayBuffer>> {
  const { fontSize = 11, page = 'A4', margin = 72, tagged = false, userPassword, ownerPassword } = look;
  const doc = new PDFDocument({
    size: page,
    margin,
    bufferPages: true,
    tagged,
    pdfVersion: '1.7',
    info: { Title: look.title ?? '', CreationDate: new Date('2026-11-23T08:00:00Z') },
    ...(userPassword === undefined ? {} : { userPassword }),
    ...(ownerPassword === undefined ? {} : { ownerPassword }),
  });
  const bytes = buffer(doc as unknown as AsyncIterable<Uint8Array>);
  const root = tagged ? doc.struct('Document') : null;
  if (root) doc.addStructure(root);
  const draw = root ? structured(doc, root) : (_role: string, work: () => void) => work();
  for (const part of parts) drawPart(doc, part, { fontSize, draw, flat: look.flat === true });
  root?.end();
  if (look.running !== undefined) drawRunning(doc, look.running);
  doc.end();
  return new Uint8Array(await bytes);
}

/** Roles as `outer/inner`; the inner one is added to the outer one before it unless that is complete. */
function structured(doc: PDFKit.PDFDocument, root: PDFKit.PDFStructureElement): Pen['draw'] {
  let outer: { readonly name: string; readonly element: PDFKit.PDFStructureElement } | null = null;
  return (role, work) => {
    const [first = '', inner] = role.replace('+', '').split('/');
    if (inner === undefined) {
      outer = null;
      root.add(doc.struct(first, {}, work));
      return;
    }
    const begins = role === 'LI/Lbl' || role === 'TR/TD' || outer?.name !== first;
    if (begins || outer === null) {
      outer = { name: first, element: doc.struct(first) };
      root.add(outer.element);
    }
    outer.element.add(doc.struct(inner, {}, work));
  };
}

interface Pen {
  readonly fontSize: number;
  readonly flat?: boolean;
  /** Draws inside an element of the structure tree, where there is one. */
  readonly draw: (role: string, work: () => void) => void;
}

function drawPart(doc: PDFKit.PDFDocument, part: PdfPart, { fontSize, draw, flat = false }: Pen): void {
  doc.font('Helvetica').fontSize(fontSize);
  if (part === 'page break') doc.addPage();
  else if ('picture' in part) doc.image(Buffer.from(part.picture), { width: 300 });
  else if ('list' in part) drawList(doc, part, draw);
  else if ('table' in part) drawTable(doc, part.table, { fontSize, draw });
  else if ('lines' in part) {
    const { left } = doc.page.margins;
    for (const line of part.lines) draw('P', () => doc.text(line, left, doc.y, { lineBreak: false }).moveDown(1));
    doc.x = left;
  } else if ('heading' in part) {
    draw(`H${part.level}`, () =>
      doc.fontSize(flat ? fontSize : fontSize * (HEADING[part.level] ?? 1)).text(part.heading),
    );
  } else if ('link' in part) draw('P', () => doc.text(part.link, { link: part.href }));
  else draw('P', () => doc.text(part.text));
  doc.moveDown(0.7);
}

function drawList(
  doc: PDFKit.PDFDocument,
  { list, ordered = false }: { readonly list: readonly string[]; readonly ordered?: boolean },
  draw: Pen['draw'],
): void {
  const left = doc.page.margins.left;
  list.forEach((text, index) => {
    // What does not fit begins on the next page, marker and all.
    if (doc.y > doc.page.height - doc.page.margins.bottom - 30) doc.addPage();
    const { y } = doc;
    draw('LI/Lbl', () => doc.text(ordered ? `${index + 1}.` : '•', left + 10, y, { lineBreak: false }));
    draw('LI/LBody', () => doc.text(text, left + 34, y, { width: doc.page.width - left * 2 - 34 }));
  });
  doc.x = left;
}

function drawTable(doc: PDFKit.PDFDocument, rows: readonly (readonly string[])[], { fontSize, draw }: Pen): void {
  const left = doc.page.margins.left;
  const width = (doc.page.width - left * 2) / (rows[0]?.length ?? 1);
  for (const row of rows) {
    const { y } = doc;
    let bottom = y;
    row.forEach((cell, index) => {
      draw(index === 0 ? 'TR/TD' : '+TR/TD', () => doc.text(cell, left + index * width, y, { width: width - 16 }));
      bottom = Math.max(bottom, doc.y);
    });
    doc.y = bottom + fontSize * 0.7;
  }
  doc.x = left;
}

function drawRunning(doc: PDFKit.PDFDocument, running: string): void {
  const { start, count } = doc.bufferedPageRange();
  for (let page = start; page < start + count; page += 1) {
    doc.switchToPage(page);
    doc.page.margins.top = 0;
    doc.page.margins.bottom = 0;
    doc.font('Helvetica').fontSize(8);
    doc.text(running, doc.page.margins.left, 30, { lineBreak: false });
    doc.text(`Page ${page + 1} of ${count}`, doc.page.margins.left, doc.page.height - 30, { lineBreak: false });
  }
}
