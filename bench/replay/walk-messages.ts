import type { CheckOutcome } from '../../src/domain/version.ts';
import type { CorpusOptions } from './corpus.ts';

/** What `walk.ts` is told to do. */
export interface WalkOrder extends CorpusOptions {
  /** Holds `config`, and gets the archive and what is remembered of the walk. */
  readonly dir: string;
  readonly smtpUrl: string;
}

/** One look at one document, and what became of it. */
export interface Look {
  readonly slug: string;
  readonly n: number;
  /** When the capture was shown first; milliseconds since the epoch, as is `at`, the time of the look. */
  readonly stepAt: number;
  readonly at: number;
  readonly ms: number;
  readonly cpuMs: number;
  readonly reports: readonly {
    readonly outcome: CheckOutcome;
    readonly code: string | null;
    readonly changeId: string | null;
  }[];
  /** Messages that this look caused: alerts, and those that tell of a document being readable or not. */
  readonly alerts: number;
  readonly incidents: number;
}

export type WalkMessage =
  | { readonly kind: 'show'; readonly slug: string; readonly file: string }
  | { readonly kind: 'look'; readonly look: Look };
