import type { ExtractedPage, ReadText } from '../domain/block.ts';

export interface ExtractInput {
  /** For messages: `platform/document` or a file name. */
  readonly documentId: string;
  readonly url: string;
  /** As sent or guessed from a file name; "" when unknown. */
  readonly contentType: string;
  readonly body: Uint8Array;
  /** Markdown that was made of a page: judged as one, whether it is the policy or something in its place. */
  readonly madeOfPage?: boolean;
  /** CSS selectors that overrule the automatic choice of the main content. */
  readonly select?: readonly string[];
  /** CSS selectors taken out before reading. */
  readonly remove?: readonly string[];
  /** Also tells where the text was found and what was left out. */
  readonly explain?: boolean;
}

/**
 * Reads the text out of a page, isolated and bounded: what a hostile page does to it is a `suspect` reading
 * (`too-complex`, `unreadable`), never a hang and never a throw.
 */
export interface Extractor {
  extract(input: ExtractInput): Promise<ExtractedPage>;
  close(): Promise<void>;
}

/** Reads as an {@link Extractor} does, without what only an archive needs: a third of the work, two fifths of what is sent. */
export interface TextReader {
  readText(input: ExtractInput): Promise<ReadText>;
}

/** What is sent to the process that reads. */
export interface ReadingRequest {
  readonly input: ExtractInput;
  readonly wanted: 'page' | 'text';
}
