// Only what can be nothing but an address: in brackets that are no link, words of the text would be dropped.
const TARGET = /(?<!\\)\]\((?:https?:\/\/|mailto:|[#/])[^()\s]*\)/g;

/**
 * Markdown with the addresses of its links left out. Two texts that are equal so hold the same words: most of what is
 * recorded of some sites are links with another number in them.
 */
export function withoutTargets(markdown: string): string {
  return markdown.replace(TARGET, ']()');
}
