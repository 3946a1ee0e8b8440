import type { SuspectReason } from './block.ts';
import type { Instant } from './capture.ts';
import type { Provenance } from './version.ts';

/** What an archive of ours once decided of a text. */
export type EarlierDecision =
  | { readonly kind: 'version' }
  | { readonly kind: 'suspect'; readonly reason: SuspectReason };

/** One version as others recorded it. */
export interface ImportedText {
  /** Markdown. */
  readonly body: Uint8Array;
  /** Later than that of the one before. */
  readonly capturedAt: Instant;
  /** When its change, if it is one, was taken for one. */
  readonly detectedAt: Instant;
  readonly provenance: Provenance;
  /** They say that only their reading changed. */
  readonly technical: boolean;
  /** Null where no archive of ours held it. */
  readonly decided: EarlierDecision | null;
  /** For how long it stood; null where it is the newest. */
  readonly stoodMs: number | null;
  /** How long the texts are, in bytes, that followed within a month. */
  readonly followedBy: readonly number[];
}
