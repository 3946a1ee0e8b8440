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

/** One place where two versions differ. Joining the runs without `insert` gives the text before, without `delete` after. */
export interface Hunk {
  readonly kind: HunkKind;
  /** Empty for `added`; several where paragraphs were joined. */
  readonly before: readonly PlacedBlock[];
  /** Empty for `removed`; several where a paragraph was split. */
  readonly after: readonly PlacedBlock[];
  readonly runs: readonly WordRun[];
  readonly cosmetic: CosmeticReason | null;
  /** Indexes in *before* where the text of an added hunk (in *after*, of a removed one) stands too. */
  readonly alsoAt: readonly number[];
  /** How fine the runs are: coarser than words only where the budget ran out. */
  readonly granularity: 'words' | 'sentences' | 'blocks';
}

/** All differences between two versions, in reading order of *after*, removals where they stood. */
export interface Redline {
  readonly hunks: readonly Hunk[];
  readonly counts: Readonly<Record<HunkKind, number>>;
  /** False only where both texts say the same in the same words. */
  readonly changed: boolean;
}
