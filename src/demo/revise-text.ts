/**
 * The text with each passage replaced, in order. White space in a passage matches any white space, so that the wrapping
 * of the source does not matter. Throws when a passage does not stand in the text exactly once: a revision that does
 * nothing would make the demo show nothing.
 */
export function reviseText(text: string, edits: readonly (readonly [from: string, to: string])[]): string {
  let revised = text;
  for (const [from, to] of edits) {
    const pieces = revised.split(passagePattern(from));
    if (pieces.length !== 2) throw new Error(`The passage "${from}" stands ${pieces.length - 1} times in the text.`);
    revised = pieces.join(to);
  }
  return revised;
}

function passagePattern(passage: string): RegExp {
  return new RegExp(passage.split(/\s+/).map(escapePattern).join('\\s+'));
}

function escapePattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
