import type { Block } from '../domain/block.ts';
import { foldText } from '../domain/fold-text.ts';

// What folding would leave alone: ASCII but for the grave accent, precomposed Latin letters, the commonest signs.
const STABLE = 'a-zA-Z0-9 !-_{-~\\u00a9\\u00ae\\u00c0-\\u00ff\\u2022\\u20ac';
const NEEDS_WORK = new RegExp(`[^${STABLE}]| {2}|^ | $`);
// What folding would replace sign by sign; anything else takes the long way.
const NEEDS_FOLD = new RegExp(`[^${STABLE}\\u2013\\u2014\\u2018\\u2019\\u201c\\u201d]| {2}|^ | $`);
const SIGNS: Readonly<Record<string, string>> = { '–': '-', '—': '-', '‘': "'", '’': "'", '“': '"', '”': '"' };

/** {@link foldText}, without its cost where the text already has that form or differs in quotes and dashes only. */
export function foldFast(text: string): string {
  if (!NEEDS_WORK.test(text)) return text;
  if (NEEDS_FOLD.test(text)) return foldText(text);
  return text.replace(/[–—‘’“”]/g, (sign) => SIGNS[sign] as string);
}

/** Numbers for texts and contexts, shared by both sides of one comparison. */
export class BlockIndex {
  readonly #texts = new Map<string, number>();
  readonly #pairs = new Map<number, Map<number, number>>();
  #pairCount = 0;
  #lastPath: { readonly path: readonly string[]; readonly id: number } = { path: [], id: 0 };

  /** Equal numbers mean equal text, letter for letter. */
  textId(text: string): number {
    const known = this.#texts.get(text);
    if (known !== undefined) return known;
    const id = this.#texts.size + 1;
    this.#texts.set(text, id);
    return id;
  }

  /** Equal numbers mean the same words in whatever typography. */
  foldedId(text: string): number {
    return this.textId(foldFast(text));
  }

  /** Equal numbers mean the same heading path and lead-in. */
  contextId(block: Block): number {
    return this.#pair(this.#pathId(block.headingPath), block.leadIn === null ? 0 : this.textId(block.leadIn));
  }

  /** One number for a text in a context. */
  placeId(textId: number, contextId: number): number {
    return -1 - this.#pair(contextId, textId);
  }

  #pathId(path: readonly string[]): number {
    const last = this.#lastPath;
    if (last.path.length === path.length && last.path.every((heading, at) => heading === path[at])) return last.id;
    const id = path.reduce((outer, heading) => this.#pair(outer, this.textId(heading)), 0);
    this.#lastPath = { path, id };
    return id;
  }

  #pair(left: number, right: number): number {
    let inner = this.#pairs.get(left);
    if (!inner) {
      inner = new Map();
      this.#pairs.set(left, inner);
    }
    const known = inner.get(right);
    if (known !== undefined) return known;
    const id = ++this.#pairCount;
    inner.set(right, id);
    return id;
  }
}
