import type { PDFDocumentProxy, PDFPageProxy } from 'unpdf/pdfjs';
import { cleanHref } from '../clean-href.ts';
import { TooComplex } from '../too-complex.ts';
import { ARTIFACT, type PdfDocument, type PdfPage, type StructureNode, type TextItem } from './pdf-page.ts';
import { Unreadable } from './unreadable.ts';

const MAX_PAGES = 500;
const MAX_CHARACTERS = 4_000_000;
const MAX_ITEMS = 400_000;
/** Nothing of a text is a picture this large in pixels; larger ones are never decoded. */
const MAX_IMAGE = 1;

type Content = Awaited<ReturnType<PDFPageProxy['getTextContent']>>['items'][number];

/** Reads what stands where on the pages of a PDF. Throws {@link Unreadable} and {@link TooComplex}. */
export async function openPdf(body: Uint8Array, base: string): Promise<PdfDocument> {
  const pdf = await parse(body);
  try {
    if (pdf.numPages > MAX_PAGES) throw new TooComplex('too many pages');
    const pages: PdfPage[] = [];
    const left = { characters: MAX_CHARACTERS, items: MAX_ITEMS };
    for (let number = 1; number <= pdf.numPages; number += 1) pages.push(await readPage(pdf, number, { base, left }));
    return { title: await titleOf(pdf), pages };
  } catch (error) {
    if (error instanceof TooComplex || error instanceof RangeError) throw error;
    // Half a document would look like one whose other half was taken out.
    throw new Unreadable('a page cannot be read', { cause: error });
  } finally {
    await pdf.destroy();
  }
}

async function parse(body: Uint8Array): Promise<PDFDocumentProxy> {
  const { getDocumentProxy } = await import('unpdf');
  try {
    return await getDocumentProxy(
      // A copy: the parser takes the bytes away from whoever gave them.
      Uint8Array.from(body),
      {
        verbosity: 0,
        maxImageSize: MAX_IMAGE,
        useSystemFonts: false,
        enableXfa: false,
        useWorkerFetch: false,
        isOffscreenCanvasSupported: false,
      },
    );
  } catch (error) {
    if (error instanceof RangeError) throw error;
    throw new Unreadable('broken or encrypted', { cause: error });
  }
}

interface PageContext {
  readonly base: string;
  /** What the rest of the document may still hold. */
  readonly left: { characters: number; items: number };
}

async function readPage(pdf: PDFDocumentProxy, number: number, { base, left }: PageContext): Promise<PdfPage> {
  const page = await pdf.getPage(number);
  const { height, transform } = page.getViewport({ scale: 1 });
  const { items } = await page.getTextContent({ includeMarkedContent: true });
  left.items -= items.length;
  left.characters -= items.reduce((sum, item) => sum + ('str' in item ? item.str.length : 0), 0);
  if (left.items < 0 || left.characters < 0) throw new TooComplex('too much text');
  const tree = (await page.getStructTree()) as StructureNode | null;
  const links = await linksOf(page, { base, transform });
  const read = placeItems(items, transform).map((item) => ({ ...item, href: hrefAt(item, links) }));
  page.cleanup();
  return { height, items: read, tree };
}

/** Upright text only: what runs across or up a page is a stamp or a watermark. */
function placeItems(items: readonly Content[], transform: readonly number[]): TextItem[] {
  const placed: TextItem[] = [];
  const open: (string | null)[] = [];
  for (const item of items) {
    if ('str' in item) {
      const [a, b, , , x, y] = multiply(transform, item.transform);
      const size = Math.hypot(a, b);
      if (item.str === '' || Math.abs(b) > size * 0.1 || a < 0) continue;
      const contentId = open.findLast((id) => id !== null) ?? null;
      placed.push({ text: item.str, x, y, width: item.width, size, font: item.fontName, contentId, href: null });
    } else if (item.type === 'endMarkedContent') open.pop();
    else open.push('tag' in item && item.tag === 'Artifact' ? ARTIFACT : (item.id ?? null));
  }
  return placed;
}

interface LinkArea {
  readonly href: string;
  /** Left, top, right, bottom. */
  readonly area: readonly [number, number, number, number];
}

async function linksOf(
  page: PDFPageProxy,
  { base, transform }: { readonly base: string; readonly transform: readonly number[] },
): Promise<LinkArea[]> {
  const links: LinkArea[] = [];
  for (const { subtype, unsafeUrl, rect } of await page.getAnnotations()) {
    const href = subtype === 'Link' && typeof unsafeUrl === 'string' ? cleanHref(unsafeUrl, base) : null;
    if (href === null || !Array.isArray(rect)) continue;
    const [, , , , x1, y1] = multiply(transform, [1, 0, 0, 1, Number(rect[0]), Number(rect[1])]);
    const [, , , , x2, y2] = multiply(transform, [1, 0, 0, 1, Number(rect[2]), Number(rect[3])]);
    links.push({ href, area: [Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2)] });
  }
  return links;
}

/** The link most of a run lies in; one around a few words of a longer run is left to nobody. */
function hrefAt({ x, y, width, size }: TextItem, links: readonly LinkArea[]): string | null {
  const middle = y - size * 0.3;
  const link = links.find(({ area: [left, top, right, bottom] }) => {
    const shared = Math.min(right, x + width) - Math.max(left, x);
    return middle >= top && middle <= bottom && shared > width * 0.6;
  });
  return link?.href ?? null;
}

async function titleOf(pdf: PDFDocumentProxy): Promise<string> {
  const { info } = await pdf.getMetadata();
  const title = (info as { Title?: unknown }).Title;
  return typeof title === 'string' ? title : '';
}

type Matrix = readonly [number, number, number, number, number, number];

function multiply(left: readonly number[], right: readonly number[]): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = left;
  const [g = 1, h = 0, i = 0, j = 1, k = 0, l = 0] = right;
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}
