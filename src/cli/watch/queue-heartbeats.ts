import type { App } from '../../app.ts';
import type { Subscription } from '../../domain/alert.ts';
import { ClausewatchError } from '../../domain/clausewatch-error.ts';
import { composeHeartbeat, type DocumentHealth } from '../../notify/compose-heartbeat.ts';
import { composeWelcome } from '../../notify/compose-welcome.ts';
import type { DocumentStatus } from '../../snapshots/archive.ts';

export interface Heartbeats {
  readonly app: App;
  readonly statuses: readonly DocumentStatus[];
  /** Of the week, see `heartbeatPeriod`. */
  readonly period: string;
  readonly periodOf: (instant: string) => string;
  readonly now: Date;
}

/** Queues the heartbeats of a period; doing so again changes nothing. */
export async function queueHeartbeats({ app, statuses, period, periodOf, now }: Heartbeats): Promise<void> {
  const { config, outbox } = app;
  const documents = healthOf(app, statuses);
  const { dead } = await outbox.depth(now.toISOString());
  const host = config.settings.mail.from.address.split('@').at(-1) ?? '';
  for (const subscription of config.settings.subscriptions) {
    const welcomedAt = await welcomeTime(app, subscription);
    // Who was welcomed this week, or has yet to be, knows how it stands.
    if (welcomedAt === null || periodOf(welcomedAt) >= period) continue;
    const common = { subscription, platforms: config.platforms, documents, now: now.toISOString(), host };
    const row = composeHeartbeat({ ...common, undeliverable: dead, period });
    if (row) await outbox.append([row]);
  }
}

function healthOf({ config }: App, statuses: readonly DocumentStatus[]): DocumentHealth[] {
  const byId = new Map(statuses.map((status) => [status.documentId, status]));
  return config.documents.flatMap((document) => {
    const status = byId.get(document.id);
    if (!status) return [];
    const { verifiedUntil, consecutiveFailures, lastChangeAt, lastCheck } = status;
    const reason = consecutiveFailures > 0 ? (lastCheck?.message ?? lastCheck?.code ?? null) : null;
    return [{ document, verifiedUntil, consecutiveFailures, lastChangeAt, reason }];
  });
}

async function welcomeTime({ outbox }: App, subscription: Subscription): Promise<string | null> {
  const { id } = composeWelcome({ subscription, platforms: [], unreadable: [], now: new Date(0).toISOString() });
  try {
    return (await outbox.get(id)).createdAt;
  } catch (error) {
    if (error instanceof ClausewatchError && error.code === 'outbox_row_unknown') return null;
    throw error;
  }
}
