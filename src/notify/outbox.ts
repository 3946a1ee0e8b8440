import type { OutboxEntry, OutboxRow, OutboxState } from '../domain/alert.ts';
import type { Instant } from '../domain/capture.ts';

/**
 * Messages on their way. Rows of changes arrive with the archive's second transaction; `append` is for messages that
 * belong to no change. Delivery is at least once: a row leaves the queue only after the server took it.
 */
export interface Outbox {
  /** Rows whose id is known are left as they are. */
  append(rows: readonly OutboxRow[]): Promise<void>;
  /** Takes up to `limit` due rows for this deliverer until `until`; another one does not get them meanwhile. */
  claimDue(options: {
    readonly owner: string;
    readonly now: Instant;
    readonly until: Instant;
    readonly limit: number;
  }): Promise<readonly OutboxEntry[]>;
  settle(id: string, settlement: Settlement): Promise<void>;
  /**
   * The row of that id, or the only one whose id begins so (six characters at least). Throws `outbox_row_unknown` or
   * `outbox_row_ambiguous`.
   */
  get(idOrStart: string): Promise<OutboxEntry>;
  /**
   * Makes rows due now that wait or were given up; their age counts from now on. Returns the ids of those: what was
   * delivered or discarded stays so.
   */
  retry(ids: readonly string[], now: Instant): Promise<readonly string[]>;
  /** Rows that wait or were given up are never sent. Returns the ids of those: what was delivered stays so. */
  discard(ids: readonly string[]): Promise<readonly string[]>;
  /**
   * Removes an address (in any case) and everything written to it; what waits is discarded. The rows' ids stay, so that
   * no message is queued anew. Nothing of it is left in the store's own files, unless somebody reads them meanwhile.
   */
  forget(address: string): Promise<{ readonly forgotten: number; readonly discarded: number }>;
  list(states: readonly OutboxState[]): Promise<readonly OutboxEntry[]>;
  depth(now: Instant): Promise<{ readonly queued: number; readonly dead: number; readonly oldest: Instant | null }>;
}

export type Settlement =
  | { readonly kind: 'delivered'; readonly at: Instant; readonly answer: string }
  | { readonly kind: 'retry'; readonly nextAttemptAt: Instant; readonly error: string }
  | { readonly kind: 'dead'; readonly error: string };
