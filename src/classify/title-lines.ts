import type { Block, PolicyText } from '../domain/block.ts';

const LONGEST_TITLE = 70;
const MOST_WORDS = 10;

/** A short paragraph without an end: what a page sets in bold where others have a heading. */
function isTitleLine({ kind, text }: Block): boolean {
  return (
    kind === 'paragraph' &&
    text.length <= LONGEST_TITLE &&
    /[\p{L}\p{N})]$/u.test(text) &&
    text.split(' ').length <= MOST_WORDS
  );
}

// "For registered members" under "Improving our models" says for whom, not what about.
function isForWhom({ text }: Block): boolean {
  return /^For /.test(text);
}

/**
 * The text with such lines as headings of what stands below them, where they are about training: until the
 * next heading or the next such line. All other blocks are those of the text itself.
 */
export function withTitleLines(text: PolicyText, isAboutTraining: (line: string) => boolean): PolicyText {
  let title: string | null = null;
  let changed = false;
  const blocks = text.blocks.map((block): Block => {
    if (block.kind === 'heading') title = null;
    else if (isTitleLine(block) && isForWhom(block)) return block;
    else if (isTitleLine(block)) title = isAboutTraining(block.text) ? block.text : null;
    else if (title !== null) {
      changed = true;
      return { ...block, headingPath: [...block.headingPath, title] };
    }
    return block;
  });
  return changed ? { ...text, blocks } : text;
}
