import type { OutboxRow } from '../domain/alert.ts';
import type { Capture, Validators } from '../domain/capture.ts';
import type { WatchedDocument } from '../domain/source.ts';
import type { Change, CheckOutcome, CheckRecord } from '../domain/version.ts';
import { isFailure } from '../notify/tell-readability.ts';
import type {
  AcceptedPart,
  Awaiting,
  CheckResult,
  DocumentState,
  SettledCapture,
  StoredVersion,
} from '../snapshots/archive.ts';
import type { CheckReport, Stages } from './stages.ts';
import { tellSettled } from './tell-settled.ts';

/** What a check found; what is left out is nothing. */
export interface Finding {
  readonly started: Date;
  readonly outcome: CheckOutcome;
  readonly code?: string;
  readonly message?: string;
  readonly captureId?: string;
  /** A capture of bytes that are stored already. */
  readonly held?: Capture;
  readonly captures?: readonly SettledCapture[];
  readonly parts?: readonly AcceptedPart[];
  /** The current version as it is read today, where that differs from how it was read. */
  readonly reread?: StoredVersion | null;
  readonly next?: StoredVersion;
  readonly change?: Change;
  readonly outbox?: readonly OutboxRow[];
  readonly validators?: Validators | null;
  readonly pageHash?: string;
  /** What awaits confirmation from now on; left out, what awaited goes on doing so. */
  readonly awaiting?: readonly Awaiting[];
  /** The way that brought the policy. */
  readonly fetchedVia?: DocumentState['fetchedVia'];
  readonly state?: Pick<Partial<DocumentState>, 'heldChangeId'>;
}

/** The second transaction: everything that follows from what was captured, in one piece. */
export async function finishCheck(document: WatchedDocument, stages: Stages, finding: Finding): Promise<CheckReport> {
  const check: CheckRecord = {
    documentId: document.id,
    at: finding.started.toISOString(),
    outcome: finding.outcome,
    code: finding.code ?? null,
    message: finding.message ?? null,
    ms: stages.clock().getTime() - finding.started.getTime(),
    robotsOverride: document.robotsOverride ?? null,
    changeId: finding.change?.id ?? null,
  };
  // Other words beside something that went wrong say nothing about the document being readable.
  const beside = !isFailure(check) && finding.code !== undefined;
  const told = beside ? { outbox: [] } : await stages.tellReadability(document, check);
  const settled = finding.change ? null : await tellSettled(document, check.at, stages);
  const state = {
    ...finding.state,
    ...settled?.state,
    ...(told.toldUnreadableAt === undefined ? {} : { toldUnreadableAt: told.toldUnreadableAt }),
    ...(finding.fetchedVia ? { fetchedVia: finding.fetchedVia } : {}),
  };
  const result: CheckResult = {
    check,
    captureId: finding.captureId ?? null,
    versions: [finding.reread, finding.next].filter((version) => version !== null && version !== undefined),
    change: finding.change ?? null,
    outbox: [...(finding.outbox ?? []), ...(settled?.outbox ?? []), ...told.outbox],
    validators: finding.validators ?? null,
    ...(finding.held === undefined ? {} : { held: finding.held }),
    ...(finding.captures === undefined ? {} : { captures: finding.captures }),
    ...(finding.parts === undefined ? {} : { parts: finding.parts }),
    ...(finding.awaiting === undefined ? {} : { awaiting: finding.awaiting }),
    ...(finding.pageHash === undefined ? {} : { pageHash: finding.pageHash }),
    ...(Object.keys(state).length === 0 ? {} : { state }),
  };
  await stages.archive.recordResult(result);
  const awaits = (finding.awaiting ?? []).length > 0;
  return { check, change: result.change, queued: result.outbox.length, awaits };
}
