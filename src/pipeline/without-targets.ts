// Only what can be nothing but a link: behind a bare address, after a backslash or in code, brackets are words.
const LINK = /((?:^|\s)[*_(|>"“]*!?\[[^[\]\\\n]*)\]\((?:https?:\/\/|mailto:|[#/])[^()\s]*\)/gm;

/**
 * Markdown with the addresses of its links left out. Two texts that are equal so hold the same words: most of what is
 * recorded of some sites are links with another number in them.
 */
export function withoutTargets(markdown: string): string {
  const lines = markdown.split('\n');
  return lines.map((line) => (line.includes('`') ? line : line.replace(LINK, '$1]()'))).join('\n');
}
