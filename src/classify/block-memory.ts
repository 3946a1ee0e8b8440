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
  const known = new Map<string, Remembered<T>[]>();
  let characters = 0;
  const remember = (key: string, entry: Remembered<T>): void => {
    if (key.length > LONGEST_REMEMBERED) return;
    characters += key.length;
    if (characters > mostCharacters) {
      known.clear();
      onForget();
      characters = key.length;
    }
    const same = known.get(key);
    if (!same) known.set(key, [entry]);
    else if (same.length < MOST_CONTEXTS) same.push(entry);
  };
  return {
    get: (block, kind, make) => {
      const key = `${kind} ${block.text}`;
      const found = known.get(key)?.find((one) => hasSameContext(one.block, block));
      if (found) return found.value;
      const value = make();
      remember(key, { block, value });
      return value;
    },
  };
}
