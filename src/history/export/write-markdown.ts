import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { ExportedText } from './exported-texts.ts';

export interface WriteMarkdownInput {
  /** Empty. */
  readonly folder: string;
  readonly versions: AsyncIterable<ExportedText>;
  readonly readme: string;
  readonly onStep: () => void;
}

/** One file for each version: `platform/document/2024-09-19T00-32-10.000Z.md`. */
export async function writeMarkdown(input: WriteMarkdownInput): Promise<{ readonly files: number }> {
  const { folder, versions, readme, onStep } = input;
  let files = 0;
  writeFileSync(join(folder, 'README.md'), readme);
  for await (const { body, written } of versions) {
    // Windows takes no colons.
    const path = join(folder, written.documentId, `${written.capturedAt.replaceAll(':', '-')}.md`);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, body, { flag: 'wx' });
    files += 1;
    onStep();
  }
  return { files };
}
