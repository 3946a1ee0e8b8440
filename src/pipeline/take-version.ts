import type { Instant } from '../domain/capture.ts';
import type { WatchedDocument } from '../domain/source.ts';
import type { Change } from '../domain/version.ts';
import type { BackAndForth } from '../notify/alert-view.ts';
import { planAlerts } from '../snapshots/plan-alerts.ts';
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
  const next = nextVersion(document, text, taking);
  const { change } = next;
  if (!change || (taking.originChange && change.classification.facts.length === 0)) return next;
  return { ...next, ...(await tellChange(document, change, taking)) };
}

/** The alerts of a change, now or once the document has stopped going back and forth. */
async function tellChange(
  document: WatchedDocument,
  change: Change,
  { stages, previousVerifiedUntil }: Taking,
): Promise<Pick<Finding, 'outbox' | 'state'>> {
  const { archive } = stages;
  const before = await archive.versionsOf(document.id);
  const plan = planAlerts([change.after, ...before]);
  if (plan.kind === 'hold') return { outbox: [], state: { heldChangeId: change.id } };
  const { heldChangeId } = await archive.stateOf(document.id);
  const ended = heldChangeId === null ? null : planAlerts(before).alternation;
  const backAndForth: BackAndForth | null =
    (plan.alternation && { kind: 'begins', ...plan.alternation }) ?? (ended && { kind: 'ended', ...ended });
  const [status] = await archive.status([document.id]);
  const circumstances = {
    previousVerifiedUntil: previousVerifiedUntil ?? status?.verifiedUntil ?? null,
    ...(backAndForth ? { backAndForth } : {}),
  };
  return { outbox: stages.composeAlerts(change, document, circumstances), state: { heldChangeId: null } };
}
