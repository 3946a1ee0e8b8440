import type { Block } from '../domain/block.ts';
import { BlockWriter } from './block-writer.ts';
import { InlineWriter } from './inline-text.ts';

/** Paragraphs of a plain text: empty lines separate them, the lines of one are joined where a sentence goes on. */
export function readPlainText(text: string): Block[] {
  const writer = new BlockWriter();
  const inline = new InlineWriter();
  for (const paragraph of text.split(/\r?\n[^\S\n]*\r?\n/)) {
    writer.paragraph(
      paragraph.split(/\r?\n/).map((line) => {
        inline.append(line);
        return inline.take();
      }),
    );
  }
  return writer.finish();
}
