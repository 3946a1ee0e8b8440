import type { Instant } from './capture.ts';
import type { Severity, Topic } from './fact.ts';

/** Who wants to hear of what. Selectors as on the command line: `platform`, `platform/document` or a glob of these. */
export interface Subscription {
  readonly id: string;
  readonly to: { readonly name: string; readonly address: string };
  readonly selectors: readonly string[];
  /** "all" also takes changes about neither topic. */
  readonly topics: readonly Topic[] | 'all';
  readonly minSeverity: Severity;
}

/** A message as it will be sent: rendered once, then frozen, so that a retry sends the same bytes. */
export interface Message {
  /** Deterministic, without angle brackets. */
  readonly messageId: string;
  readonly to: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly date: Instant;
}

export type OutboxState = 'queued' | 'delivered' | 'dead' | 'discarded';

/** `unreadable` and `readable-again` speak of documents, `heartbeat` of clausewatch itself. */
export type OutboxKind = 'alert' | 'welcome' | 'unreadable' | 'readable-again' | 'heartbeat';

/** One message to one recipient. */
export interface OutboxRow {
  /** Deterministic: the same change and subscription give the same row, so that nothing is queued twice. */
  readonly id: string;
  readonly kind: OutboxKind;
  readonly subscriptionId: string;
  readonly changeId: string | null;
  readonly message: Message;
  readonly createdAt: Instant;
}

/** A row with the state of its delivery. */
export interface OutboxEntry extends OutboxRow {
  readonly state: OutboxState;
  /** Since when delivery is tried: when it was created, or when a person asked for it again. */
  readonly queuedAt: Instant;
  readonly attempts: number;
  readonly nextAttemptAt: Instant;
  readonly lastError: string | null;
  readonly deliveredAt: Instant | null;
}
