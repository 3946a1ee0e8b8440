import type { ExtractedPage, ReadText, SuspectReason } from '../domain/block.ts';
import { pageHash } from './page-hash.ts';
import { Unreadable } from './pdf/unreadable.ts';
import { TooComplex } from './too-complex.ts';

/** What reading a text broke off with, as a reason. Throws again what is no fault of the text. */
export function reasonOf(error: unknown): SuspectReason {
  // RangeError: the stack or a string grew beyond what the engine allows.
  if (error instanceof TooComplex || error instanceof RangeError) return 'too-complex';
  if (error instanceof Unreadable) return 'unreadable';
  throw error;
}

/** The reading of a page from which no text could be taken. */
export function unreadableText(reason: SuspectReason): ReadText {
  return { title: '', language: 'und', blocks: [], verdict: 'suspect', reason };
}

/** {@link unreadableText} with what an archive keeps of a page. */
export function unreadablePage(reason: SuspectReason): ExtractedPage {
  return { ...unreadableText(reason), hash: pageHash([]), markdown: '' };
}
