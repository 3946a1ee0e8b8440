import type { Capture } from '../domain/capture.ts';
import type { WatchedDocument } from '../domain/source.ts';
import { stableId } from '../domain/stable-id.ts';

export interface FingerprintInput {
  /** Changes with our reading code. */
  readonly extractorVersion: string;
  readonly document: Pick<WatchedDocument, 'urls' | 'select' | 'remove'>;
  /** Of each part, in order, where there are several; null for one that was never read. */
  readonly via: Capture['via'] | readonly (Capture['via'] | null)[];
}

/**
 * How a version was read: equal fingerprints mean that a difference between two texts comes from the page. It leaves
 * out what does not alter the reading (names, schedule, proxy), else renaming a document would set a new baseline.
 */
export function fingerprintOf({ extractorVersion, document, via }: FingerprintInput): string {
  // Each list as one part: an entry that moves from `select` to `remove` must not give the same fingerprint.
  const lists = [document.urls, document.select, document.remove].map((list) => JSON.stringify(list));
  return stableId('fingerprint', extractorVersion, [via].flat().join('+'), ...lists);
}
