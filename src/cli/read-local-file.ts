import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import type { ExtractedPage } from '../domain/block.ts';
import { ClausewatchError } from '../domain/clausewatch-error.ts';
import type { ExtractInput, Extractor } from '../extract/extractor.ts';

const MAX_BYTES = 50 * 1024 * 1024;
const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html',
  htm: 'text/html',
  md: 'text/markdown',
  markdown: 'text/markdown',
  txt: 'text/plain',
  pdf: 'application/pdf',
};

export interface LocalFile {
  readonly file: string;
  readonly url?: string | undefined;
  readonly contentType?: string | undefined;
  readonly explain?: boolean;
}

/** A file as the monitor would get a page; the type is told by the extension unless given. Throws `file_*`. */
export async function localInput({ file, url, contentType, explain = false }: LocalFile): Promise<ExtractInput> {
  const type = contentType ?? TYPES[file.split('.').at(-1)?.toLowerCase() ?? ''] ?? '';
  const body = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    const missing = error.code === 'ENOENT';
    const message = missing ? `${file}: there is no such file` : `${file}: cannot be read (${error.code})`;
    throw new ClausewatchError(missing ? 'file_missing' : 'file_unreadable', message, { cause: error });
  });
  if (body.length > MAX_BYTES) throw new ClausewatchError('file_too_large', `${file}: larger than 50 MB`);
  return { documentId: file, url: url ?? pathToFileURL(file).href, contentType: type, body, explain };
}

/** Reads a {@link localInput}. */
export async function readLocalFile(file: LocalFile, extractor: Extractor): Promise<ExtractedPage> {
  return extractor.extract(await localInput(file));
}
