import type { Block, PolicyText } from '../domain/block.ts';
import { hasSameContext } from './block-memory.ts';
import { keysOf } from './compare-facts.ts';
import { isAboutData } from './is-about-data.ts';
import type { CompiledLexicon } from './lexicon/compile-lexicon.ts';
import type { FactReader } from './read-findings.ts';

/** Tells of a block's index whether the other text holds an equal block in an equal context. */
function standsIn(text: PolicyText, other: PolicyText): (index: number) => boolean {
  const byText = Map.groupBy(other.blocks, (block) => block.text);
  const isEqual = (block: Block): boolean => byText.get(block.text)?.some((one) => hasSameContext(one, block)) === true;
  const known = text.blocks.map(isEqual);
  return (index) => known[index] === true;
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
  const [isKept, isOld] = [standsIn(before, after), standsIn(after, before)];
  const gone = keysOf(
    reader.read(before, (block) => !isKept(block)),
    lexicon,
  );
  const come = keysOf(
    reader.read(after, (block) => !isOld(block)),
    lexicon,
  );
  return gone.symmetricDifference(come).size > 0;
}
