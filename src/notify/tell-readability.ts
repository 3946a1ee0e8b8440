import type { OutboxRow, Subscription } from '../domain/alert.ts';
import type { Instant } from '../domain/capture.ts';
import { matchSelectors } from '../domain/match-selector.ts';
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
  const { document, check, before, platforms, host } = input;
  const { verifiedUntil, toldUnreadableAt } = before;
  const failures = isFailure(check) ? before.consecutiveFailures + 1 : 0;
  const telling = planTelling({ consecutiveFailures: failures, toldUnreadableAt });
  if (telling === null) return { outbox: [] };
  const notices = input.subscriptions
    .filter(({ selectors }) => matchSelectors(selectors, document))
    .map((subscription) => ({ document, subscription, platforms, now: check.at, host }));
  if (telling === 'readable-again') {
    const told = { toldUnreadableAt: toldUnreadableAt ?? check.at };
    return { outbox: notices.map((notice) => composeReadableAgain({ ...notice, ...told })), toldUnreadableAt: null };
  }
  const reason = check.message ?? check.code ?? check.outcome;
  const found = { verifiedUntil, failures, reason, suspect: check.outcome === 'suspect' };
  return { outbox: notices.map((notice) => composeUnreadable({ ...notice, ...found })), toldUnreadableAt: check.at };
}

/** Whether a check did not see the policy. */
export function isFailure({ outcome }: Pick<CheckRecord, 'outcome'>): boolean {
  return outcome === 'failed' || outcome === 'suspect';
}
