import { type Document, Element, isTag, isText } from 'domhandler';
import type { Block } from '../../domain/block.ts';
import { tidyText } from '../../domain/fold-text.ts';

/** The first main heading of the text, else the title of the page. */
export function pageTitle(document: Document, blocks: readonly Block[]): string {
  const heading = blocks.find((block) => block.kind === 'heading' && block.level === 1);
  return heading?.text ?? (titleElement(document) || (blocks.find((block) => block.kind === 'heading')?.text ?? ''));
}

/** What the `<title>` of a page says, "" where it has none. */
export function titleElement(at: Document | Element): string {
  for (const child of at.children) {
    if (!isTag(child) || child.name === 'svg') continue;
    // A page without a head has its title at the top of its body.
    if (at instanceof Element && at.name === 'body' && child.name !== 'title') continue;
    if (child.name === 'title') return tidyText(child.children.map((text) => (isText(text) ? text.data : '')).join(''));
    const found = titleElement(child);
    if (found !== '') return found;
  }
  return '';
}
