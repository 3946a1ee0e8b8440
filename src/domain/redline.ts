import type { Block } from './block.ts';

export type HunkKind = 'added' | 'removed' | 'modified' | 'moved';

/** Why a hunk changes nothing that the document says. */
export type CosmeticReason =
  | 'typography'
  | 'case'
  | 'numbering'
  | 'link-target'
  | 'notice-date'
  | 'relative-date'
  | 'structure'
  | 'order';

export interface WordRun {
  readonly op: 'equal' | 'delete' | 'insert';
  readonly text: string;
}

/** A block and its index in its document. */
export interface PlacedBlock {
  readonly index: number;
  readonly block: Block;
}

/**
 * One place where two versions differ. Joining the runs without `insert` gives the text before, without `delete` after;
 * where a side holds several blocks their texts are joined by a line feed.
 */
export interface Hunk {
  readonly kind: HunkKind;
  /** Empty for `added`; several where paragraphs were joined. */
  readonly before: readonly PlacedBlock[];
  /** Empty for `removed`; several where a paragraph was split. */
  readonly after: readonly PlacedBlock[];
  readonly runs: readonly WordRun[];
  readonly cosmetic: CosmeticReason | null;
  /** Indexes in *before* where the text of an added hunk (in *after*, of a removed one) stands too; at most 16. */
  readonly alsoAt: readonly number[];
  /** How fine the runs are: coarser than words only where the budget ran out. */
  readonly granularity: 'words' | 'sentences' | 'blocks';
}

/**
 * A block that neither changed nor moved but stands under another heading or lead-in now, because that was edited,
 * added or removed. No hunk of its own (the heading is one), yet its meaning may differ.
 */
export interface ContextChange {
  /** Index in *before*. */
  readonly before: number;
  /** Index in *after*. */
  readonly after: number;
  /** As they are in *after*. */
  readonly headingPath: readonly string[];
  readonly leadIn: string | null;
}

/** All differences between two versions, in reading order of *after*, removals where they stood. */
export interface Redline {
  readonly hunks: readonly Hunk[];
  readonly counts: Readonly<Record<HunkKind, number>>;
  /** False only where both texts say the same in the same words. */
  readonly changed: boolean;
  /** In order; absent where there are none. */
  readonly contexts?: readonly ContextChange[];
}
