import { controlLine, meaningsIn, quoted, type ShownPositions } from './shown-positions.ts';

// What a sentence of a watched page could do to a table or a document.
function asMarkdown(text: string): string {
  return text.replaceAll(/[\\`*_{}[\]<>|#&~!]/g, '\\$&').replaceAll(/\s+/g, ' ');
}

export function positionsAsMarkdown(shown: ShownPositions): string {
  const { title, head, rows, controls } = shown;
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const body = rows.map(({ platform, data, position, regions, says }) =>
    line([platform, data, position, regions].map(asMarkdown).concat(says.map(quoted).map(asMarkdown).join('<br>'))),
  );
  const known = controls.map(({ platform, control }) => `- ${asMarkdown(`${platform}: ${controlLine(control)}`)}`);
  const meanings = meaningsIn(shown).map(([stance, meaning]) => `- ${stance}: ${meaning}`);
  return [
    `# ${asMarkdown(title)}`,
    '',
    line(head),
    line(head.map(() => '---')),
    ...body,
    ...(meanings.length > 0 ? ['', ...meanings] : []),
    ...(known.length > 0 ? ['', '## Known ways to refuse', '', ...known] : []),
  ].join('\n');
}
