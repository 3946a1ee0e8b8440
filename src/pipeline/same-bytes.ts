import type { ExtractedPage } from '../domain/block.ts';
import type { WatchedDocument } from '../domain/source.ts';
import type { StoredCapture } from '../snapshots/archive.ts';
import { fingerprintOf } from '../snapshots/fingerprint.ts';
import type { Baseline } from './read-baseline.ts';
import type { Stages } from './stages.ts';

/**
 * What reading a capture of a document of one URL would give, where that is known without reading: the very bytes from
 * which the words that hold, or those that await confirmation, were read, and nothing that a reading depends on has
 * changed since. Null where it has to be read.
 */
export async function sameBytes(
  document: WatchedDocument,
  stored: StoredCapture,
  { current, awaiting }: Pick<Baseline, 'current' | 'awaiting'>,
  { archive, extractorVersion }: Stages,
): Promise<ExtractedPage | null> {
  if (awaiting && cameAlike(awaiting.stored, stored)) return awaiting.page;
  const { via } = stored.capture;
  if (current?.version.fingerprint !== fingerprintOf({ extractorVersion, document, via })) return null;
  const source = await archive.captureOf(current.version.captureId);
  return source && cameAlike(source, stored) ? current.page : null;
}

function cameAlike(one: StoredCapture, other: StoredCapture): boolean {
  const [first, second] = [one.capture, other.capture];
  return (
    one.bodySha256 === other.bodySha256 &&
    first.finalUrl === second.finalUrl &&
    first.contentType === second.contentType &&
    first.via === second.via
  );
}
