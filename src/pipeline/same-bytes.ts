import type { ExtractedPage } from '../domain/block.ts';
import type { WatchedDocument } from '../domain/source.ts';
import type { StoredCapture, StoredVersion } from '../snapshots/archive.ts';
import { fingerprintOf } from '../snapshots/fingerprint.ts';
import type { Stages } from './stages.ts';

/**
 * What reading a capture of a document of one URL would give, where that is known without reading: the very bytes from
 * which `current` was read, and nothing that a reading depends on has changed since. Null where it has to be read.
 */
export async function sameBytes(
  document: WatchedDocument,
  { capture, bodySha256 }: StoredCapture,
  current: StoredVersion | null,
  { archive, extractorVersion }: Stages,
): Promise<ExtractedPage | null> {
  if (current?.version.fingerprint !== fingerprintOf({ extractorVersion, document, via: capture.via })) return null;
  const source = await archive.captureOf(current.version.captureId);
  if (source?.bodySha256 !== bodySha256) return null;
  const { finalUrl, contentType } = source.capture;
  return finalUrl === capture.finalUrl && contentType === capture.contentType ? current.page : null;
}
