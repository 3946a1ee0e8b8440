import type { OutboxRow } from '../domain/alert.ts';
import type { Instant } from '../domain/capture.ts';
import type { WatchedDocument } from '../domain/source.ts';
import { isSettled, planAlerts } from '../snapshots/plan-alerts.ts';
import { changeBetween } from './change-between.ts';
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
  const held = await archive.change(heldChangeId);
  if (held === null || !isSettled(held.after, now)) return nothing;
  const { alternation, toldUpTo } = planAlerts(await archive.versionsOf(document.id));
  const backAndForth = alternation ? { backAndForth: { kind: 'settled', ...alternation } as const } : {};
  const [lastTold, after] = [toldUpTo ? await archive.version(toldUpTo) : null, await archive.version(held.after.id)];
  // Where the text that was told last came to stay, the last step says so; else what differs from that text.
  const change =
    lastTold && after && lastTold.version.hash !== after.version.hash
      ? changeBetween(lastTold, after, { detectedAt: now })
      : held;
  const outbox = composeAlerts(change, document, { previousVerifiedUntil: null, now, ...backAndForth });
  return { outbox, state: { heldChangeId: null } };
}
