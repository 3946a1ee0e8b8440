import type { ExtractedPage } from '../domain/block.ts';
import type { Instant } from '../domain/capture.ts';
import type { WatchedDocument } from '../domain/source.ts';
import type { Change, VersionOrigin } from '../domain/version.ts';
import type { BackAndForth } from '../notify/alert-view.ts';
import type { StoredVersion } from '../snapshots/archive.ts';
import { planAlerts } from '../snapshots/plan-alerts.ts';
import { versionFrom } from '../snapshots/version-from.ts';
import { changeBetween } from './change-between.ts';
import type { Finding } from './finish-check.ts';
import type { Stages } from './stages.ts';

/** A text that becomes the document's next version. */
export interface NextText {
  readonly page: ExtractedPage;
  readonly captureId: string;
  readonly capturedAt: Instant;
  readonly fingerprint: string;
}

export interface Taking {
  readonly stages: Stages;
  readonly current: StoredVersion | null;
  readonly origin: VersionOrigin;
  readonly detectedAt: Instant;
  readonly revertsTo?: string | null;
  /** Read by another way (HTTP, browser) than the current one: a new baseline, told only where facts differ. */
  readonly otherWay?: boolean;
  /** Where it is not that of the whole document. */
  readonly previousVerifiedUntil?: Instant;
}

/** The rest of the way for the document's next version: diff, classify, notify. */
export async function takeVersion(
  document: WatchedDocument,
  { page, ...text }: NextText,
  taking: Taking,
): Promise<Pick<Finding, 'outcome' | 'next' | 'change' | 'outbox' | 'state'>> {
  const { current, revertsTo = null } = taking;
  const number = (current?.version.number ?? 0) + 1;
  const nextAs = (origin: VersionOrigin): StoredVersion => ({
    page,
    version: versionFrom({ ...text, document, page, origin, number, revertsTo }),
  });
  if (current === null) return { outcome: 'first', next: nextAs(taking.origin) };

  const change = changeBetween(current, nextAs(taking.origin), taking.detectedAt);
  const { redline, classification } = change;
  if (taking.otherWay && classification.facts.length === 0) return { outcome: 'technical', next: nextAs('technical') };
  const next = nextAs(taking.origin);
  if (classification.cosmetic || !redline.changed) return { outcome: 'cosmetic', next };
  return { outcome: 'changed', next, change, ...(await tellChange(document, { change, next }, taking)) };
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
  const told = lastTold ? changeBetween(lastTold, next, detectedAt) : change;
  const backAndForth: BackAndForth | null =
    (plan.alternation && { kind: 'begins', ...plan.alternation }) ??
    (held?.alternation ? { kind: 'ended', ...held.alternation } : null);
  const circumstances = { ...known, ...(backAndForth ? { backAndForth } : {}) };
  return { outbox: stages.composeAlerts(told, document, circumstances), state: { heldChangeId: null } };
}
