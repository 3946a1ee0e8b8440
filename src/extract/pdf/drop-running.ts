import { ARTIFACT, type PdfPage, type TextItem } from './pdf-page.ts';
import { buildLines, type TextLine, textOf } from './text-line.ts';

/** The share of a page, above and below, in which running lines stand. */
const MARGIN = 0.13;
/** Lines are at the same place within so many points. */
const NEAR = 4;
const PAGE_NUMBER = /^(?:\p{L}{1,8}\.? )?[-–—|( ]*(\d{1,4})[-–—|) ]*(?:(?:\/|\p{L}{1,4}) ?(\d{1,4}))?[-–—|) ]*$/iu;

/** Takes headers, footers and page numbers off the pages: what stands at the same place on most of them. */
export function dropRunning(pages: readonly PdfPage[]): PdfPage[] {
  const edges = pages.map(edgeLines);
  const counts = countPlaces(edges);
  const enough = Math.max(2, Math.ceil(pages.length * 0.4));
  return pages.map((page, index) => {
    const dropped = (edges[index] ?? []).filter(
      (line) => isPageNumber(line, { number: index + 1, pages: pages.length }) || seen(counts, line) >= enough,
    );
    return { ...page, items: page.items.filter((item) => !isIn(item, dropped) && !isMarginal(item, page)) };
  });
}

function edgeLines(page: PdfPage): TextLine[] {
  const limit = page.height * MARGIN;
  return buildLines(page.items.filter(({ y }) => y < limit || y > page.height - limit));
}

/** How many pages have a line, by what it says and where. */
function countPlaces(edges: readonly (readonly TextLine[])[]): Map<string, number[]> {
  const places = new Map<string, number[]>();
  for (const lines of edges) {
    for (const line of lines) {
      const key = keyOf(line);
      places.set(key, [...(places.get(key) ?? []), line.y]);
    }
  }
  return places;
}

function seen(places: ReadonlyMap<string, readonly number[]>, line: TextLine): number {
  return places.get(keyOf(line))?.filter((y) => Math.abs(y - line.y) <= NEAR).length ?? 0;
}

function keyOf(line: TextLine): string {
  return textOf(line).trim().replace(/\d+/g, '#');
}

function isPageNumber(line: TextLine, { number, pages }: { readonly number: number; readonly pages: number }): boolean {
  const match = PAGE_NUMBER.exec(textOf(line).trim());
  if (!match) return false;
  return Number(match[1]) === number && (match[2] === undefined || Number(match[2]) === pages);
}

/** What the file itself calls no part of its text, where no text stands. In the midst of a page people read it. */
function isMarginal({ contentId, y }: TextItem, { height }: PdfPage): boolean {
  return contentId === ARTIFACT && (y < height * MARGIN || y > height * (1 - MARGIN));
}

function isIn(item: TextItem, lines: readonly TextLine[]): boolean {
  return lines.some(
    ({ x, right, y, size }) =>
      Math.abs(item.y - y) <= size * 0.5 && item.x >= x - 1 && item.x + item.width <= right + 1,
  );
}
