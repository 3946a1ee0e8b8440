import { createHash } from 'node:crypto';

/** What planning knows of a document. Times are milliseconds since the epoch. */
export interface Planned {
  readonly documentId: string;
  readonly everyMs: number;
  /** As recorded, by whichever process; null when never. */
  readonly lastCheckAt: number | null;
  /** Last check that this process saw the end of. */
  readonly lastSeenAt?: number | null;
  /** When other words are to be looked at a second time; null where none wait for that. */
  readonly confirmAt?: number | null;
  /** Until then the document is left alone, whatever its slots say. */
  readonly notBefore?: number | null;
}

export interface DuePlan<T> {
  /** Longest waiting first. */
  readonly due: readonly T[];
  /** Entries that could not be planned. They harm themselves only. */
  readonly faulty: readonly { readonly documentId: string; readonly error: unknown }[];
}

/**
 * The start of the newest slot of a document at `now`: slots lie `everyMs` apart and each document has its own offset,
 * so that a thousand documents do not start in one minute. Slots are counted from the epoch, not from midnight: no
 * change of the clock for summer or winter touches them. Milliseconds since the epoch; throws on an impossible interval.
 */
export function slotStart(documentId: string, now: number, everyMs: number): number {
  if (!Number.isSafeInteger(everyMs) || everyMs <= 0) throw new RangeError(`${documentId}: no interval: ${everyMs}`);
  const offset = createHash('sha256').update(documentId).digest().readUInt32BE(0) % everyMs;
  return Math.floor((now - offset) / everyMs) * everyMs + offset;
}

/**
 * The documents to check now. Decided from the last check, not from a timer that fired: what was missed while the
 * machine slept or clausewatch was down is caught up once, as only the newest slot counts.
 */
export function planDue<T extends Planned>(now: number, documents: readonly T[]): DuePlan<T> {
  const due: { readonly entry: T; readonly last: number }[] = [];
  const faulty: { readonly documentId: string; readonly error: unknown }[] = [];
  for (const entry of documents) {
    try {
      const slot = slotStart(entry.documentId, now, entry.everyMs);
      const last = lastCheck(entry, now);
      const confirmAt = confirmingLook(entry.confirmAt ?? null, last);
      if ((last < slot || (confirmAt !== null && now >= confirmAt)) && now >= (entry.notBefore ?? now))
        due.push({ entry, last });
    } catch (error) {
      faulty.push({ documentId: entry.documentId, error });
    }
  }
  return { due: due.toSorted((a, b) => a.last - b.last).map(({ entry }) => entry), faulty };
}

/** When other words are looked at again outside of the slots: once, the next slots bring more. */
function confirmingLook(confirmAt: number | null, last: number): number | null {
  return confirmAt !== null && last < confirmAt ? confirmAt : null;
}

/** When a document is checked next, if nothing stands in the way: milliseconds since the epoch. */
export function nextCheck({ documentId, everyMs, lastCheckAt, confirmAt = null }: Planned, now: number): number {
  const slot = nextSlot(documentId, now, everyMs);
  return Math.min(slot, confirmingLook(confirmAt, lastCheckAt ?? 0) ?? slot);
}

/** The start of a document's next slot: milliseconds since the epoch, later than `now`. */
export function nextSlot(documentId: string, now: number, everyMs: number): number {
  return slotStart(documentId, now, everyMs) + everyMs;
}

// A check from further ahead than one interval was recorded by a clock that has been put right since: going by it, the
// document would be left unchecked until then.
function lastCheck({ lastCheckAt, lastSeenAt = null, everyMs }: Planned, now: number): number {
  const known = [lastCheckAt, lastSeenAt].filter((at) => at !== null && at <= now + everyMs);
  return Math.max(Number.NEGATIVE_INFINITY, ...(known as number[]));
}
