import type { Block } from '../domain/block.ts';
import { foldText } from '../domain/fold-text.ts';

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
    return this.textId(foldText(text));
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
