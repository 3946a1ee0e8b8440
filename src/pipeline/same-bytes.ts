import type { ExtractedPage } from '../domain/block.ts';
import type { Capture } from '../domain/capture.ts';
import type { WatchedDocument } from '../domain/source.ts';
import type { StoredCapture } from '../snapshots/archive.ts';
import { fingerprintOf } from '../snapshots/fingerprint.ts';
import type { Baseline } from './read-baseline.ts';
import type { Stages } from './stages.ts';

type Came = Pick<StoredCapture, 'capture' | 'bodySha256'>;

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

/**
 * Whether a capture of a document of one URL is the very bytes from which the current version was read, those are
 * stored, and they would be read in the same way today: then it holds nothing that is not known.
 */
export async function holdsAlready(
  document: WatchedDocument,
  capture: Capture,
  { archive, extractorVersion }: Stages,
): Promise<boolean> {
  const [newest] = await archive.versionsOf(document.id);
  if (newest?.fingerprint !== fingerprintOf({ extractorVersion, document, via: capture.via })) return false;
  const source = await archive.captureOf(newest.captureId);
  const { bodySha256 } = capture;
  if (source?.capture.url !== capture.url || !cameAlike(source, { capture, bodySha256 })) return false;
  if (!(await archive.keeps(bodySha256))) return false;
  // What is kept of former parts has to be let go of with the next words.
  return (await archive.partsOf(document.id)).length === 0;
}

function cameAlike(one: Came, other: Came): boolean {
  const [first, second] = [one.capture, other.capture];
  return (
    one.bodySha256 === other.bodySha256 &&
    first.finalUrl === second.finalUrl &&
    first.contentType === second.contentType &&
    first.via === second.via
  );
}
