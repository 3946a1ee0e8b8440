import type { OutboxRow, Subscription } from '../domain/alert.ts';
import type { Instant } from '../domain/capture.ts';
import type { Platform, WatchedDocument } from '../domain/source.ts';
import type { CheckRecord } from '../domain/version.ts';
import { composeReadableAgain } from './compose-readable-again.ts';
import { composeUnreadable } from './compose-unreadable.ts';
import { planTelling } from './plan-telling.ts';

export interface ReadabilityInput {
  readonly document: WatchedDocument;
  /** The check that is about to be recorded. */
  readonly check: CheckRecord;
  /** As recorded before it. */
  readonly before: {
    readonly consecutiveFailures: number;
    readonly verifiedUntil: Instant | null;
    readonly toldUnreadableAt: Instant | null;
  };
  readonly platforms: readonly Platform[];
  readonly subscriptions: readonly Subscription[];
  /** Right side of the Message-IDs. */
  readonly host: string;
}

/** To be recorded together with the check: then people are told once, whatever happens in between. */
export interface ReadabilityTold {
  readonly outbox: readonly OutboxRow[];
  /** What to remember; undefined where nothing changes. */
  readonly toldUnreadableAt?: Instant | null;
}

/** What people hear, with this check, about the document being readable or not. */
export function tellReadability(input: ReadabilityInput): ReadabilityTold {
  const { document, check, before, platforms, subscriptions, host } = input;
  const failed = isFailure(check);
  const consecutiveFailures = failed ? before.consecutiveFailures + 1 : 0;
  const telling = planTelling({ consecutiveFailures, toldUnreadableAt: before.toldUnreadableAt });
  if (telling === null) return { outbox: [] };
  const common = { platforms, now: check.at, host };
  if (telling === 'readable-again') {
    const documents = [{ document, toldUnreadableAt: before.toldUnreadableAt ?? check.at, seenAt: check.at }];
    const rows = subscriptions.map((subscription) => composeReadableAgain({ ...common, subscription, documents }));
    return { outbox: rows.filter((row) => row !== null), toldUnreadableAt: null };
  }
  const unreadable = {
    document,
    verifiedUntil: before.verifiedUntil,
    failures: consecutiveFailures,
    reason: check.message ?? check.code ?? check.outcome,
    suspect: check.outcome === 'suspect',
  };
  const rows = subscriptions.map((subscription) =>
    composeUnreadable({ ...common, subscription, documents: [unreadable] }),
  );
  return { outbox: rows.filter((row) => row !== null), toldUnreadableAt: check.at };
}

/** Whether a check did not see the policy. */
export function isFailure({ outcome }: Pick<CheckRecord, 'outcome'>): boolean {
  return outcome === 'failed' || outcome === 'suspect';
}
