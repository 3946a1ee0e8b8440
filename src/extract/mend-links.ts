/** `](address)` at the start of a line after an empty one: it closes a link that Markdown had ended at the empty line. */
const ORPHAN = /^[ \t]*\]\([^\s()]*(?:\([^\s()]*\)[^\s()]*)*(?:[ \t]+"[^"\n]*")?\)/;
const OPENED = /^([ \t]*)\[([^[\]]*)$/;

/**
 * Takes the remains of links out of Markdown whose link texts ran over several paragraphs, as converters make of linked
 * boxes: no reader takes them for links, so a person would see brackets and addresses. The words stay.
 */
export function mendLinks(markdown: string): string {
  if (!/\n[ \t]*\]\(/.test(markdown)) return markdown;
  const lines = markdown.split('\n');
  let opened: number | null = null;
  lines.forEach((line, index) => {
    const closes = lines[index - 1]?.trim() === '' && ORPHAN.test(line);
    if (closes) {
      lines[index] = line.replace(ORPHAN, '');
      if (opened !== null) lines[opened] = lines[opened]?.replace(OPENED, '$1$2') ?? '';
      opened = null;
    }
    // The box after it often begins on the same line.
    if (OPENED.test(lines[index] ?? '')) opened = index;
  });
  return lines.join('\n');
}
