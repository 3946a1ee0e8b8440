import type { OutboxRow, Subscription } from '../domain/alert.ts';
import type { Instant } from '../domain/capture.ts';
import { SEVERITIES } from '../domain/fact.ts';
import { matchSelectors } from '../domain/match-selector.ts';
import type { WatchedDocument } from '../domain/source.ts';
import { stableId } from '../domain/stable-id.ts';
import type { Change } from '../domain/version.ts';
import { type AlertInput, alertView } from './alert-view.ts';
import { messageIdFor } from './message-id.ts';
import { renderAlert } from './render-alert.ts';

export interface ComposeAlertsInput extends AlertInput {
  readonly subscriptions: readonly Subscription[];
  /** Part of ids and of the Date header: pass the time of the capture, so that a resumed check composes the same. */
  readonly now: Instant;
  /** Right side of the Message-IDs, such as the domain of the sender's address. */
  readonly host?: string;
}

/**
 * One outbox row for each subscription that a change matches by selector, topic and severity; none for a cosmetic
 * change. Equal input gives equal rows, byte for byte.
 */
export function composeAlerts(input: ComposeAlertsInput): readonly OutboxRow[] {
  const { change, document, subscriptions, now, host = '' } = input;
  if (change.classification.cosmetic) return [];
  const concerned = subscriptions.filter((subscription) => concerns(subscription, change, document));
  if (concerned.length === 0) return [];
  const view = alertView(input);
  return concerned.map((subscription) => {
    const id = stableId('alert', change.id, subscription.id, subscription.to.address);
    return {
      id,
      kind: 'alert',
      subscriptionId: subscription.id,
      changeId: change.id,
      message: {
        messageId: messageIdFor(id, host),
        to: subscription.to,
        ...renderAlert(view, subscription),
        date: now,
      },
      createdAt: now,
    };
  });
}

function concerns(subscription: Subscription, { classification }: Change, document: WatchedDocument): boolean {
  const { topics, minSeverity, selectors } = subscription;
  if (SEVERITIES.indexOf(classification.severity) < SEVERITIES.indexOf(minSeverity)) return false;
  if (topics !== 'all' && !classification.topics.some((topic) => topics.includes(topic))) return false;
  return matchSelectors(selectors, document);
}
