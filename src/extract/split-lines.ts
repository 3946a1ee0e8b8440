import type { InlineText } from './inline-text.ts';

/**
 * Lines made by `<br>`, joined again where a sentence was only wrapped: the line before does not end and the next goes
 * on in lower case. Everything else is a block of its own, so that a change in one marks no other.
 */
export function splitLines(lines: readonly InlineText[]): InlineText[] {
  const blocks: InlineText[] = [];
  let last: InlineText | undefined;
  for (const line of lines) {
    if (line.text === '') {
      last = undefined;
      continue;
    }
    if (last && goesOn(last.text, line.text)) {
      last = joinWrapped(last, line);
      blocks[blocks.length - 1] = last;
    } else {
      last = line;
      blocks.push(line);
    }
  }
  return blocks;
}

function goesOn(before: string, after: string): boolean {
  return !/[.:;!?。：；！？]["'”’)]?$/u.test(before) && /^\p{Ll}/u.test(after);
}

function joinWrapped(before: InlineText, after: InlineText): InlineText {
  const shift = before.text.length + 1;
  const moved = after.links.map((link) => ({ ...link, start: link.start + shift, end: link.end + shift }));
  return { text: `${before.text} ${after.text}`, links: [...before.links, ...moved] };
}
