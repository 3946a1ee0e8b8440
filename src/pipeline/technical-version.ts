import type { ExtractedPage } from '../domain/block.ts';
import type { Instant } from '../domain/capture.ts';
import type { WatchedDocument } from '../domain/source.ts';
import type { StoredVersion } from '../snapshots/archive.ts';
import { versionFrom } from '../snapshots/version-from.ts';
import type { Stages } from './stages.ts';

export interface TechnicalReading {
  readonly page: ExtractedPage;
  readonly captureId: string;
  readonly capturedAt: Instant;
  readonly fingerprint: string;
  /** Taken for `capturedAt` where these words of that time are a version already (read so, then otherwise, then so). */
  readonly now: Instant;
}

/** The version that follows `current` only because it is read otherwise; `current` itself where the words stay. */
export async function technicalVersion(
  document: WatchedDocument,
  current: StoredVersion,
  reading: TechnicalReading,
  stages: Stages,
): Promise<StoredVersion> {
  const { page, captureId, capturedAt, fingerprint, now } = reading;
  if (page.hash === current.version.hash) return { page, version: { ...current.version, fingerprint, captureId } };
  // The same capture, read again, comes from where it came.
  const { provenance } = current.version;
  const common = {
    ...({ document, page, captureId, fingerprint, origin: 'technical', revertsTo: null } as const),
    ...(provenance && captureId === current.version.captureId ? { provenance } : {}),
  };
  const number = current.version.number + 1;
  const version = versionFrom({ ...common, number, capturedAt });
  const taken = (await stages.archive.version(version.id)) !== null;
  return { page, version: taken ? versionFrom({ ...common, number, capturedAt: now }) : version };
}
