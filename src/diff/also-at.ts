import type { Block } from '../domain/block.ts';
import { foldText } from '../domain/fold-text.ts';

// A page of equal blocks would otherwise list every one for every one.
const MOST = 16;

/** Finds where a text stands in these blocks. The index is made with the first question. */
export function alsoAtFinder(blocks: readonly Block[]): (text: string) => readonly number[] {
  let places: Map<string, number[]> | undefined;
  return (text) => {
    places ??= placesOf(blocks);
    return places.get(foldText(text)) ?? [];
  };
}

function placesOf(blocks: readonly Block[]): Map<string, number[]> {
  const places = new Map<string, number[]>();
  for (const [at, block] of blocks.entries()) {
    const key = foldText(block.text);
    const list = places.get(key);
    if (!list) places.set(key, [at]);
    else if (list.length < MOST) list.push(at);
  }
  return places;
}
