import type { ExtractedPage } from '../domain/block.ts';
import type { Instant } from '../domain/capture.ts';
import type { WatchedDocument } from '../domain/source.ts';
import type { Change, Provenance, VersionOrigin } from '../domain/version.ts';
import type { StoredVersion } from '../snapshots/archive.ts';
import { versionFrom } from '../snapshots/version-from.ts';
import { type ComparingOptions, changeBetween } from './change-between.ts';

/** A text that becomes the document's next version. */
export interface NextText {
  readonly page: ExtractedPage;
  readonly captureId: string;
  readonly capturedAt: Instant;
  readonly fingerprint: string;
  /** Set where others recorded it. */
  readonly provenance?: Provenance;
}

export interface Succession extends ComparingOptions {
  readonly current: StoredVersion | null;
  readonly origin: VersionOrigin;
  readonly revertsTo?: string | null;
  /** Read by another way (HTTP, browser) than the current one: a new baseline, told only where facts differ. */
  readonly otherWay?: boolean;
  /** The current one was recorded by others: shown as a change all the same, told only where facts differ. */
  readonly originChange?: boolean;
}

export interface NextVersion {
  readonly outcome: 'first' | 'technical' | 'cosmetic' | 'changed';
  readonly next: StoredVersion;
  readonly change?: Change;
}

/** The document's next version beside the one that holds: diff, classify. Pure. */
export function nextVersion(
  document: WatchedDocument,
  { page, ...text }: NextText,
  succession: Succession,
): NextVersion {
  const { current, origin, originChange = false, revertsTo = null } = succession;
  const number = (current?.version.number ?? 0) + 1;
  const nextAs = (origin: VersionOrigin): StoredVersion => ({
    page,
    version: versionFrom({ ...text, document, page, origin, number, revertsTo }),
  });
  if (current === null) return { outcome: 'first', next: nextAs(origin) };

  // What a person has said to be the policy stays known as that.
  const next = nextAs(originChange && origin !== 'accepted-by-hand' ? 'origin-change' : origin);
  const change = changeBetween(current, next, succession);
  const { redline, classification } = change;
  if (succession.otherWay && !originChange && classification.facts.length === 0)
    return { outcome: 'technical', next: nextAs('technical') };
  return classification.cosmetic || !redline.changed
    ? { outcome: 'cosmetic', next }
    : { outcome: 'changed', next, change };
}
