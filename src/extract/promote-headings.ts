import type { Block } from '../domain/block.ts';

const LONGEST = 120;
/** "1. ", "2.3 ", "IV. ", "§ 5", "Article 6": how legal texts number their sections. */
const NUMBERED =
  /^(?:(?:\d{1,2}(?:\.\d{1,2}){0,3}|[IVX]{1,5})[.)]?|§ ?\d+\.?|(?:article|section|artikel|abschnitt|sección|artículo)\s+\d+[.:]?)\s+\p{Lu}/iu;

const BARE_NUMBER = /^\d{1,2} /u;
const ADDRESS_LINE = 40;

/**
 * Paragraphs that only look like headings made into headings: a short line set wholly in bold, or one with the number of
 * a section, that text follows. Pages without heading tags get heading paths this way. No word changes.
 */
export function promoteHeadings(blocks: readonly Block[], bold: ReadonlySet<Block>): Block[] {
  let open: string | null = null;
  let level = 0;
  return blocks.map((block, index) => {
    if (block.kind === 'heading') {
      open = null;
      level = block.level ?? 1;
      return block;
    }
    if (isHeadingLike(block, blocks[index + 1], bold)) {
      open = block.text;
      const { leadIn: _, ...rest } = block;
      return { ...rest, kind: 'heading', leadIn: null, level: Math.min(6, Math.max(2, level + 1)) };
    }
    if (open === null) return block;
    const leadIn = block.leadIn === open ? null : block.leadIn;
    return { ...block, leadIn, headingPath: [...block.headingPath, open] };
  });
}

function isHeadingLike(block: Block, next: Block | undefined, bold: ReadonlySet<Block>): boolean {
  if (block.kind !== 'paragraph' || block.leadIn !== null || block.text.length > LONGEST) return false;
  if (next === undefined || !/\p{L}{2}/u.test(block.text) || /[.:;,!。：；，]["'”’)]*$/u.test(block.text)) return false;
  if (bold.has(block)) return true;
  // Of several such lines in a row none is a heading: they are a table of contents.
  if (!NUMBERED.test(block.text) || next.kind === 'heading' || NUMBERED.test(next.text)) return false;
  // A bare number may be that of a house.
  return !BARE_NUMBER.test(block.text) || next.text.length >= ADDRESS_LINE;
}
