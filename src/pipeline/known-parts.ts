import type { Capture, Instant } from '../domain/capture.ts';
import type { WatchedDocument } from '../domain/source.ts';
import type { AcceptedPart, Awaiting, StoredCapture, StoredVersion } from '../snapshots/archive.ts';
import { fingerprintOf } from '../snapshots/fingerprint.ts';
import { readAwaiting } from './read-awaiting.ts';
import { readStored } from './read-stored.ts';
import type { Stages } from './stages.ts';

/** The last accepted reading of a part, and how its capture came. */
export interface HeldPart extends AcceptedPart {
  readonly via: Capture['via'];
  readonly capturedAt: Instant;
}

/** What a document of several URLs is known as before a check. */
export interface KnownParts {
  readonly current: StoredVersion | null;
  /** That text was recorded by others: it is of no part, and the first text of our own is compared with it as a whole. */
  readonly byOthers: boolean;
  /** In the order of the URLs; null for a part that was never accepted. */
  readonly held: readonly (HeldPart | null)[];
  /** Other words that have been seen once, in the order of the URLs. */
  readonly awaiting: readonly (Awaiting | null)[];
  /** Nothing was read otherwise than it would be today: conditional requests are safe. */
  readonly asToday: boolean;
}

export async function readKnownParts(document: WatchedDocument, stages: Stages): Promise<KnownParts> {
  const current = await stages.archive.latest(document.id);
  const source = current && (await stages.archive.captureOf(current.version.captureId));
  const byOthers = source?.capture.via === 'import';
  const kept = await keptParts(document, { current, source }, stages);
  const held = document.urls.map((url) => kept.find((part) => part.url === url) ?? null);
  const asToday = current === null || current.version.fingerprint === fingerprintOfParts(document, held, stages);
  const awaiting = await Promise.all(
    document.urls.map((url) => readAwaiting(document, { url, stale: !asToday }, stages)),
  );
  if (asToday) return { current, byOthers, held, awaiting, asToday };
  const reread = await Promise.all(held.map((part) => part && readAgain(document, part, stages)));
  return { current, byOthers, held: reread, awaiting, asToday };
}

export function fingerprintOfParts(
  document: WatchedDocument,
  held: readonly (Pick<HeldPart, 'via'> | null)[],
  { extractorVersion }: Stages,
): string {
  return fingerprintOf({ extractorVersion, document, via: held.map((part) => part?.via ?? null) });
}

/** A document that had one URL until now has its text as the part of that URL. */
async function keptParts(
  document: WatchedDocument,
  { current, source }: { readonly current: StoredVersion | null; readonly source: StoredCapture | null },
  { archive }: Stages,
): Promise<HeldPart[]> {
  const parts = [...(await archive.partsOf(document.id))];
  if (parts.length === 0 && current && source && source.capture.via !== 'import') {
    const [status] = await archive.status([document.id]);
    parts.push({
      url: source.capture.url,
      captureId: source.id,
      page: current.page,
      acceptedByHand: current.version.origin === 'accepted-by-hand',
      verifiedUntil: status?.verifiedUntil ?? source.capture.fetchedAt,
      validators: {},
    });
  }
  const held = parts.map(async (part): Promise<HeldPart | null> => {
    const capture = (await archive.captureOf(part.captureId))?.capture;
    return capture ? { ...part, via: capture.via, capturedAt: capture.fetchedAt } : null;
  });
  return (await Promise.all(held)).filter((part) => part !== null);
}

async function readAgain(document: WatchedDocument, part: HeldPart, stages: Stages): Promise<HeldPart> {
  const stored = await stages.archive.captureOf(part.captureId);
  if (!stored) return part;
  const page = await readStored(document, stored, stages);
  // A reading that now fails is no reason to forget what was read well before.
  return page.verdict === 'suspect' ? part : { ...part, page };
}
