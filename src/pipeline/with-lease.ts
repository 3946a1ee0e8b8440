import type { WatchedDocument } from '../domain/source.ts';
import type { Archive } from '../snapshots/archive.ts';
import type { Stages } from './stages.ts';

const LEASE_MS = 5 * 60_000;

export interface Leasing extends Pick<Stages, 'clock'> {
  readonly archive: Pick<Archive, 'claim' | 'release'>;
  /** Who works on the document, distinct from every other process on the archive. */
  readonly owner: string;
}

/** Does the work while no other process may do any on the document; null where one does. */
export async function withLease<T>(
  document: WatchedDocument,
  { archive, clock, owner }: Leasing,
  work: () => Promise<T>,
): Promise<T | null> {
  const claim = (): Promise<boolean> => {
    const now = clock();
    const until = new Date(now.getTime() + LEASE_MS).toISOString();
    return archive.claim(document.id, owner, now.toISOString(), until);
  };
  if (!(await claim())) return null;
  // Many parts, each by two ways with retries, take longer than one lease. Losing it is told by what is recorded then.
  const renewing = setInterval(() => void claim().catch(() => false), LEASE_MS / 3);
  try {
    return await work();
  } finally {
    clearInterval(renewing);
    await archive.release(document.id, owner);
  }
}
