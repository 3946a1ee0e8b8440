import type { Block, PolicyText } from '../domain/block.ts';
import { hasSameContext } from './block-memory.ts';
import { keysOf } from './compare-facts.ts';
import { isAboutData } from './is-about-data.ts';
import type { CompiledLexicon } from './lexicon/compile-lexicon.ts';
import type { FactReader } from './read-findings.ts';

const MOST_ALIKE = 50;

type ByText = ReadonlyMap<string, readonly Block[]>;

const byText = ({ blocks }: PolicyText): ByText => Map.groupBy(blocks, ({ text }) => text);

function count(block: Block, among: readonly Block[] = []): number {
  return among.length > MOST_ALIKE ? among.length : among.filter((one) => hasSameContext(one, block)).length;
}

/** Of each block, whether both texts hold equally many blocks equal to it, in an equal context. */
function standsIn({ blocks }: PolicyText, own: ByText, others: ByText): boolean[] {
  return blocks.map((block) => count(block, own.get(block.text)) === count(block, others.get(block.text)));
}

function isSameMultiset(a: readonly string[], b: readonly string[]): boolean {
  if (a.length !== b.length) return false;
  const sorted = [...b].sort();
  return [...a].sort().every((key, i) => key === sorted[i]);
}

/**
 * Can the facts of two versions differ at all? False only where the blocks that have no equal on the other side state
 * the same facts in the same words: then all others do too, and need not be read.
 */
export function touchesFacts(
  { before, after }: { readonly before: PolicyText; readonly after: PolicyText },
  { reader, lexicon }: { readonly reader: FactReader; readonly lexicon: CompiledLexicon },
): boolean {
  if (before.language !== after.language || isAboutData(before) !== isAboutData(after)) return true;
  const [old, now] = [byText(before), byText(after)];
  const isKept = standsIn(before, old, now);
  const isOld = standsIn(after, now, old);
  const gone = keysOf(
    reader.read(before, (block) => !isKept[block]),
    lexicon,
  );
  const come = keysOf(
    reader.read(after, (block) => !isOld[block]),
    lexicon,
  );
  return !isSameMultiset(gone, come);
}
