/**
 * What can run over an empty line into text that is not indented: fenced code, HTML that ends with its own end tag or
 * sign, and the title of a link's definition. Nothing else of Markdown does.
 */
const RUNS_ON = /^[ \t]*(?:`{3}|~{3}|<(?:script|pre|style|textarea|[!?]))/im;
/** A plain search is several times faster than the look at every line. */
const MAY_RUN_ON = ['```', '~~~', '<'];

function runsOn(markdown: string): boolean {
  if (markdown.includes(']:')) return true;
  return MAY_RUN_ON.some((sign) => markdown.includes(sign)) && RUNS_ON.test(markdown);
}

/** After an empty line: text that is neither indented nor an item, so that no list goes on with it. */
const BOUNDARY = /\n\n(?=\S)(?!(?:[*+-]|\d{1,9}[.)])(?:\s|$))/g;

/**
 * Markdown cut where a new block begins whatever stands before it: each piece read by itself gives what it gives in
 * its place. Null where that cannot be told without reading.
 */
export function splitMarkdown(markdown: string): string[] | null {
  if (runsOn(markdown)) return null;
  const pieces: string[] = [];
  let start = 0;
  for (const { index } of markdown.matchAll(BOUNDARY)) {
    pieces.push(markdown.slice(start, index + 2));
    start = index + 2;
  }
  pieces.push(markdown.slice(start));
  return pieces;
}
