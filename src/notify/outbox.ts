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
  list(states: readonly OutboxState[]): Promise<readonly OutboxEntry[]>;
  depth(now: Instant): Promise<{ readonly queued: number; readonly dead: number; readonly oldest: Instant | null }>;
}

export type Settlement =
  | { readonly kind: 'delivered'; readonly at: Instant; readonly answer: string }
  | { readonly kind: 'retry'; readonly nextAttemptAt: Instant; readonly error: string }
  | { readonly kind: 'dead'; readonly error: string };
