import type { Instant } from '../domain/capture.ts';
import type { WatchedDocument } from '../domain/source.ts';
import type { Change } from '../domain/version.ts';
import type { BackAndForth } from '../notify/alert-view.ts';
import type { StoredVersion } from '../snapshots/archive.ts';
import { planAlerts } from '../snapshots/plan-alerts.ts';
import { changeBetween } from './change-between.ts';
import type { Finding } from './finish-check.ts';
import { type NextText, nextVersion, type Succession } from './next-version.ts';
import type { Stages } from './stages.ts';

export interface Taking extends Succession {
  readonly stages: Stages;
  /** Where it is not that of the whole document. */
  readonly previousVerifiedUntil?: Instant;
}

/** The rest of the way for the document's next version: diff, classify, notify. */
export async function takeVersion(
  document: WatchedDocument,
  text: NextText,
  taking: Taking,
): Promise<Pick<Finding, 'outcome' | 'next' | 'change' | 'outbox' | 'state'>> {
  const taken = nextVersion(document, text, taking);
  const { change, next } = taken;
  if (!change || (taking.originChange && change.classification.facts.length === 0)) return taken;
  return { ...taken, ...(await tellChange(document, { change, next }, taking)) };
}

/** The alerts of a change, now or once the document has stopped going back and forth. */
async function tellChange(
  document: WatchedDocument,
  { change, next }: { readonly change: Change; readonly next: StoredVersion },
  { stages, previousVerifiedUntil, detectedAt }: Taking,
): Promise<Pick<Finding, 'outbox' | 'state'>> {
  const { archive } = stages;
  const before = await archive.versionsOf(document.id);
  const plan = planAlerts([change.after, ...before]);
  if (plan.kind === 'hold') return { outbox: [], state: { heldChangeId: change.id } };
  const [status] = await archive.status([document.id]);
  const known = { previousVerifiedUntil: previousVerifiedUntil ?? status?.verifiedUntil ?? null };
  const held = (await archive.stateOf(document.id)).heldChangeId === null ? null : planAlerts(before);
  // Whoever was told of a text last reads what differs from that one, whatever was held in between.
  const lastTold = held?.toldUpTo ? await archive.version(held.toldUpTo) : null;
  const told = lastTold ? changeBetween(lastTold, next, { detectedAt }) : change;
  const backAndForth: BackAndForth | null =
    (plan.alternation && { kind: 'begins', ...plan.alternation }) ??
    (held?.alternation ? { kind: 'ended', ...held.alternation } : null);
  const circumstances = { ...known, ...(backAndForth ? { backAndForth } : {}) };
  return { outbox: stages.composeAlerts(told, document, circumstances), state: { heldChangeId: null } };
}
