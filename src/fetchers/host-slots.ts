/** Gives the slot back; the pause of the host begins. Never rejects, may be called once only. */
export type ReleaseSlot = () => Promise<void>;

/** One request at a time per host and a pause between them, for everyone who shares the same slots. */
export interface HostSlots {
  /** Resolves when it is the caller's turn, in the order of asking. Rejects with the signal's reason when aborted. */
  acquire(host: string, signal: AbortSignal): Promise<ReleaseSlot>;
}
