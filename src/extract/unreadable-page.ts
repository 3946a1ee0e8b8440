import type { ExtractedPage, SuspectReason } from '../domain/block.ts';
import { pageHash } from './page-hash.ts';

/** The reading of a page from which no text could be taken. */
export function unreadablePage(reason: SuspectReason): ExtractedPage {
  return { title: '', language: 'und', blocks: [], verdict: 'suspect', reason, hash: pageHash([]), markdown: '' };
}
