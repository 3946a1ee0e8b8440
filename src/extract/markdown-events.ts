import type { BlockWriter } from './block-writer.ts';
import type { InlineText } from './inline-text.ts';

/** What a reader of Markdown tells a writer of blocks, kept to be told again. */
export type MarkdownEvent =
  | { readonly kind: 'heading'; readonly level: number; readonly inline: InlineText }
  | { readonly kind: 'paragraph'; readonly lines: readonly InlineText[] }
  | { readonly kind: 'list-item'; readonly lines: readonly InlineText[]; readonly marker: string | undefined }
  | { readonly kind: 'table-row'; readonly cells: readonly (readonly InlineText[])[] }
  | { readonly kind: 'open-list' | 'open-table' | 'close' };

export function writeEvents(events: readonly MarkdownEvent[], writer: BlockWriter): void {
  for (const event of events) writeEvent(event, writer);
}

function writeEvent(event: MarkdownEvent, writer: BlockWriter): void {
  switch (event.kind) {
    case 'heading':
      writer.heading(event.level, event.inline);
      break;
    case 'paragraph':
      writer.paragraph(event.lines);
      break;
    case 'list-item':
      writer.listItem(event.lines, event.marker);
      break;
    case 'table-row':
      writer.tableRow(event.cells);
      break;
    case 'open-list':
      writer.openList();
      break;
    case 'open-table':
      writer.openTable();
      break;
    case 'close':
      writer.close();
      break;
  }
}
