import type { OutboxRow } from '../domain/alert.ts';
import type { Instant } from '../domain/capture.ts';
import type { WatchedDocument } from '../domain/source.ts';
import { isSettled, planAlerts } from '../snapshots/plan-alerts.ts';
import type { Stages } from './stages.ts';

/** To be recorded together with the check that found the text settled. */
interface SettledTold {
  readonly outbox: readonly OutboxRow[];
  readonly state: { readonly heldChangeId?: null };
}

/** The alerts that were held while a document went back and forth, where the text it shows now has stayed. */
export async function tellSettled(
  document: WatchedDocument,
  now: Instant,
  { archive, composeAlerts }: Pick<Stages, 'archive' | 'composeAlerts'>,
): Promise<SettledTold> {
  const nothing = { outbox: [], state: {} };
  const { heldChangeId } = await archive.stateOf(document.id);
  if (heldChangeId === null) return nothing;
  const versions = await archive.versionsOf(document.id);
  const [newest] = versions;
  if (newest === undefined || !isSettled(newest, now)) return nothing;
  const change = await archive.change(heldChangeId);
  const { alternation } = planAlerts(versions);
  const backAndForth = alternation ? { backAndForth: { kind: 'settled', ...alternation } as const } : {};
  const outbox = change ? composeAlerts(change, document, { previousVerifiedUntil: null, now, ...backAndForth }) : [];
  return { outbox, state: { heldChangeId: null } };
}
