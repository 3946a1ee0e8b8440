export type BlockKind = 'heading' | 'paragraph' | 'list-item' | 'table-row';

/** A link inside a block. `start` and `end` are UTF-16 offsets into the block's `text`. */
export interface Link {
  readonly href: string;
  readonly start: number;
  readonly end: number;
}

/**
 * The unit everything else works on: one heading, paragraph, list item or table row of a document.
 *
 * `text` is what a person sees: NFC, white space folded to single spaces, no markup. A table row joins its cells
 * with ` | `. `headingPath` runs from the outermost heading to the innermost (a heading's own text is not part of
 * its path); `leadIn` is the sentence that introduces the list or table the block belongs to ("We use your
 * information to:"), for nested lists the nearest one, and null elsewhere.
 */
export interface Block {
  readonly kind: BlockKind;
  readonly text: string;
  readonly headingPath: readonly string[];
  readonly leadIn: string | null;
  readonly links: readonly Link[];
  /** Headings: 1 to 6. */
  readonly level?: number;
  /** List items: nesting, from 0. */
  readonly depth?: number;
  /** List items: the visible marker of an ordered list ("1.", "(a)"); absent for bullets. */
  readonly marker?: string;
}

/** The text of one document at one time, as read from a page or a file. */
export interface PolicyText {
  readonly title: string;
  /** BCP 47 primary subtag, "und" when it cannot be told. */
  readonly language: string;
  readonly blocks: readonly Block[];
}

/** What a capture turned out to be. A suspect is kept, never compared. */
export type SuspectReason =
  | 'error-page'
  | 'bot-wall'
  | 'login-wall'
  | 'consent-wall'
  | 'empty-shell'
  | 'redirected-away'
  | 'other-language'
  | 'shrunk'
  | 'grown'
  | 'truncated'
  | 'too-complex'
  | 'unreadable'
  | 'no-text';

/** A part of a page that is no part of its text. */
export interface LeftOutPart {
  readonly reason: string;
  /** Its first words, at most 120 characters. */
  readonly text: string;
  readonly words: number;
}

/** How a page was read, for a person who wants to know why. */
export interface ReadingExplanation {
  /** Where the text was found: "html > body > main", or the selectors or the data it was taken from. */
  readonly source: string;
  /** Left out in the order of the page, then line by line. */
  readonly leftOut: readonly LeftOutPart[];
}

/** A text as read, and what it turned out to be. */
export interface ReadText extends PolicyText {
  readonly verdict: 'policy' | 'suspect';
  readonly reason?: SuspectReason;
  /** Only of an HTML page, only where it was asked for. */
  readonly explanation?: ReadingExplanation;
}

/** One reading of one capture. */
export interface ExtractedPage extends ReadText {
  /** SHA-256 (hex) of the normalised text: equal hashes mean the same words. */
  readonly hash: string;
  /** For people; equal input gives equal bytes. */
  readonly markdown: string;
}
