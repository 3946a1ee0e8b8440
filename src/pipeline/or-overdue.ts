import type { WatchedDocument } from '../domain/source.ts';
import { isOverdue } from '../snapshots/decide-confirmation.ts';
import { fingerprintOf } from '../snapshots/fingerprint.ts';
import type { Finding } from './finish-check.ts';
import type { Baseline } from './read-baseline.ts';
import type { Stages } from './stages.ts';
import { takeVersion } from './take-version.ts';

/**
 * What a check found that did not bring the policy: as it is, or with the words that awaited confirmation as the next
 * version, where they have not been seen again for a day because no check brought it.
 */
export async function orOverdue(
  document: WatchedDocument,
  { finding, baseline }: { readonly finding: Finding; readonly baseline: Baseline },
  stages: Stages,
): Promise<Finding> {
  const { awaiting, current } = baseline;
  const now = finding.started.toISOString();
  if (awaiting === null || current === null) return finding;
  if (!isOverdue(awaiting.stored.capture.fetchedAt, now, await failuresOf(document, stages))) return finding;
  const { stored, page } = awaiting;
  const { via, fetchedAt: capturedAt } = stored.capture;
  const fingerprint = fingerprintOf({ extractorVersion: stages.extractorVersion, document, via });
  const next = { page, captureId: stored.id, capturedAt, fingerprint };
  const revertsTo = (await stages.archive.versionByHash(document.id, page.hash))?.id ?? null;
  const originChange = baseline.via === 'import';
  const taking = { stages, current, origin: 'accepted-late', detectedAt: now, revertsTo, originChange } as const;
  const { captureId, outcome, pageHash, captures = [] } = finding;
  const brought =
    captureId === undefined ? [] : [{ captureId, outcome, ...(pageHash === undefined ? {} : { pageHash }) }];
  const { validators } = stored.capture;
  const settled = { captureId: stored.id, captures: [...captures, ...brought], awaiting: [], validators };
  return { ...finding, ...settled, ...(await takeVersion(document, next, taking)) };
}

/** Checks without the policy since it was last seen, the one that is under way among them. */
export async function failuresOf(document: WatchedDocument, { archive }: Stages): Promise<number> {
  const [status] = await archive.status([document.id]);
  return (status?.consecutiveFailures ?? 0) + 1;
}
