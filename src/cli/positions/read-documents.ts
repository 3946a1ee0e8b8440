import type { ReadDocument } from '../../classify/positions/position.ts';
import { readFacts } from '../../classify/read-facts.ts';
import type { Instant } from '../../domain/capture.ts';
import type { WatchedDocument } from '../../domain/source.ts';
import type { Version } from '../../domain/version.ts';
import type { Archive } from '../../snapshots/archive.ts';

/** The stored versions of the documents that speak for a platform. */
export interface DocumentHistory {
  readonly document: WatchedDocument;
  /** Newest first. */
  readonly versions: readonly Version[];
}

export async function historiesOf(
  documents: readonly WatchedDocument[],
  archive: Pick<Archive, 'versionsOf'>,
): Promise<DocumentHistory[]> {
  return Promise.all(
    documents.map(async (document) => ({ document, versions: await archive.versionsOf(document.id) })),
  );
}

/** Every document as it stood at a time, read by the rules of today; those that had no version then are left out. */
export async function documentsAt(
  at: Instant,
  histories: readonly DocumentHistory[],
  archive: Pick<Archive, 'version'>,
): Promise<ReadDocument[]> {
  const read = histories.map(async ({ document, versions }): Promise<ReadDocument[]> => {
    const held = versions.find(({ capturedAt }) => capturedAt <= at);
    const stored = held && (await archive.version(held.id));
    if (!held || !stored) return [];
    const { id: documentId, region } = document;
    return [{ documentId, region, since: held.capturedAt, facts: readFacts(stored.page) }];
  });
  return (await Promise.all(read)).flat();
}
