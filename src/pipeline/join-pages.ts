import type { ExtractedPage } from '../domain/block.ts';
import { pageHash } from '../extract/page-hash.ts';
import { renderMarkdown } from '../extract/render-markdown.ts';

/** The parts of a document as one text, in order. Its title and language are those of the first part that has them. */
export function joinPages(pages: readonly ExtractedPage[]): ExtractedPage {
  const [first] = pages;
  if (first && pages.length === 1) return first;
  const blocks = pages.flatMap((page) => page.blocks);
  return {
    title: pages.find(({ title }) => title !== '')?.title ?? '',
    language: pages.find(({ language }) => language !== 'und')?.language ?? 'und',
    blocks,
    verdict: 'policy',
    hash: pageHash(blocks),
    markdown: renderMarkdown(blocks),
  };
}
