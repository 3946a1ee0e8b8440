import type { Block } from '../domain/block.ts';

interface Remembered<T> {
  readonly block: Block;
  readonly value: T;
}

/** What was worked out about blocks, so that equal ones (same text, same context) share it. */
export interface BlockMemory<T> {
  /** `kind` keeps apart what is worked out differently from equal blocks. */
  get(block: Block, kind: string, make: () => T): T;
}

// A text repeated under ever new headings is remembered a few times only, so that looking it up stays cheap.
const MOST_CONTEXTS = 8;
// Longer ones are no paragraphs of a policy, and dear to keep.
const LONGEST_REMEMBERED = 20_000;

/** Do two blocks of the same text stand in the same place of a document's order of thought? */
export function hasSameContext(a: Block, b: Block): boolean {
  return (
    a.kind === b.kind &&
    a.leadIn === b.leadIn &&
    a.headingPath.length === b.headingPath.length &&
    a.headingPath.every((heading, i) => heading === b.headingPath[i])
  );
}

/** Forgets all when the remembered texts come to more than `mostCharacters`; `onForget` hears of it. */
export function createBlockMemory<T>(mostCharacters: number, onForget: () => void): BlockMemory<T> {
  // By kind, then by text: a text keeps the hash by which it is looked up, one put together for that has none.
  const known = new Map<string, Map<string, Remembered<T>[]>>();
  let characters = 0;
  const remember = (kind: string, entry: Remembered<T>): void => {
    const { text } = entry.block;
    if (text.length > LONGEST_REMEMBERED) return;
    characters += text.length;
    if (characters > mostCharacters) {
      known.clear();
      onForget();
      characters = text.length;
    }
    let texts = known.get(kind);
    if (!texts) {
      texts = new Map();
      known.set(kind, texts);
    }
    const same = texts.get(text);
    if (!same) texts.set(text, [entry]);
    else if (same.length < MOST_CONTEXTS) same.push(entry);
  };
  return {
    get: (block, kind, make) => {
      const found = known
        .get(kind)
        ?.get(block.text)
        ?.find((one) => hasSameContext(one.block, block));
      if (found) return found.value;
      const value = make();
      remember(kind, { block, value });
      return value;
    },
  };
}
