import type { TextItem } from './pdf-page.ts';

/** How the running text of a document is set. */
export interface BodyType {
  readonly size: number;
  readonly font: string;
  /** Sizes of headings, the largest first. */
  readonly headingSizes: readonly number[];
}

const LARGER = 1.12;
const SAME = 0.5;

/** The size and font most letters have, and the sizes above. */
export function findBodyType(items: readonly TextItem[]): BodyType {
  const sizes = new Map<number, number>();
  const fonts = new Map<string, number>();
  for (const { text, size, font } of items) {
    const rounded = Math.round(size * 2) / 2;
    sizes.set(rounded, (sizes.get(rounded) ?? 0) + text.length);
    fonts.set(font, (fonts.get(font) ?? 0) + text.length);
  }
  const size = most(sizes) ?? 0;
  const headingSizes: number[] = [];
  for (const larger of [...sizes.keys()].filter((each) => each > size * LARGER).toSorted((a, b) => b - a)) {
    const last = headingSizes.at(-1);
    if (last === undefined || last - larger > SAME) headingSizes.push(larger);
  }
  return { size, font: most(fonts) ?? '', headingSizes };
}

/** Level of a heading of that size; null for the size of running text. */
export function headingLevel(size: number, { size: body, headingSizes }: BodyType): number | null {
  if (size <= body * LARGER) return null;
  const at = headingSizes.findIndex((each) => size >= each - SAME);
  return Math.min(6, (at < 0 ? headingSizes.length : at) + 1);
}

function most<Key>(counts: ReadonlyMap<Key, number>): Key | null {
  let best: Key | null = null;
  let highest = 0;
  for (const [key, count] of counts) {
    if (count > highest) [best, highest] = [key, count];
  }
  return best;
}
