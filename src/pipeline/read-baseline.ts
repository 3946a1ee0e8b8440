import type { Capture } from '../domain/capture.ts';
import type { WatchedDocument } from '../domain/source.ts';
import type { Awaiting, StoredVersion } from '../snapshots/archive.ts';
import { fingerprintOf } from '../snapshots/fingerprint.ts';
import { readAwaiting } from './read-awaiting.ts';
import { readStored } from './read-stored.ts';
import type { Stages } from './stages.ts';
import { technicalVersion } from './technical-version.ts';

/** What a new reading of a document is held against. */
export interface Baseline {
  readonly remembered: StoredVersion | null;
  /** The current version as it is read today, where that differs from how it was read. */
  readonly reread: StoredVersion | null;
  readonly current: StoredVersion | null;
  /** How the current version was fetched. */
  readonly via: Capture['via'] | null;
  /** The document had several URLs when it was last checked. */
  readonly hadParts: boolean;
  /** Other words that have been seen once. */
  readonly awaiting: Awaiting | null;
}

/**
 * When our code or the document's configuration reads pages differently than it read the current version, the stored
 * capture is read again first: that difference is ours (`technical`) and never looks like a change of the policy.
 */
export async function readBaseline(document: WatchedDocument, stages: Stages, now: Date): Promise<Baseline> {
  const { archive, extractorVersion } = stages;
  const remembered = await archive.latest(document.id);
  const parts = await archive.partsOf(document.id);
  const hadParts = parts.length > 0;
  if (remembered === null) return { remembered, reread: null, current: null, via: null, hadParts, awaiting: null };
  const part = parts.find(({ url }) => url === document.urls[0]);
  const stored = await archive.captureOf(part?.captureId ?? remembered.version.captureId);
  const via = stored?.capture.via ?? null;
  const url = document.urls[0] ?? '';
  const awaiting = await readAwaiting(document, { url, stale: false }, stages);
  const unread = { remembered, reread: null, current: remembered, via, hadParts, awaiting };
  if (!stored) return unread;
  const { fetchedAt: capturedAt } = stored.capture;
  const fingerprint = fingerprintOf({ extractorVersion, document, via: stored.capture.via });
  if (remembered.version.fingerprint === fingerprint) return unread;
  const page = await readStored(document, stored, stages);
  // A reading that now fails is no reason to forget what was read well before.
  if (page.verdict === 'suspect') return unread;
  const reading = { page, captureId: stored.id, capturedAt, fingerprint, now: now.toISOString() };
  const reread = await technicalVersion(document, remembered, reading, stages);
  const awaitingToday = awaiting && (await readAwaiting(document, { url, stale: true }, stages));
  return { ...unread, reread, current: reread, awaiting: awaitingToday };
}
