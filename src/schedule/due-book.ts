import { type DuePlan, type Planned, planDue } from './plan-due.ts';
import { planFaultPause, planServerPause } from './plan-pause.ts';

/** What one process remembers of the documents it checks; everything else is planned from the archive. */
export class DueBook {
  readonly #inFlight = new Map<string, number>();
  readonly #seen = new Map<string, number>();
  readonly #notBefore = new Map<string, number>();
  readonly #faults = new Map<string, number>();
  readonly #forced: Set<string>;

  /** `unjudged`: documents of which a crash left something to be judged; due at once. */
  constructor(unjudged: Iterable<string> = []) {
    this.#forced = new Set(unjudged);
  }

  /** Documents being checked, each with the time its check was asked for. */
  get inFlight(): ReadonlyMap<string, number> {
    return this.#inFlight;
  }

  /** As `planDue`, without documents that are being checked: no two runs of one document overlap. */
  plan<T extends Planned>(now: number, documents: readonly T[]): DuePlan<T> {
    const idle = documents.filter(({ documentId }) => !this.#inFlight.has(documentId));
    const forced = idle.filter(({ documentId }) => this.#forced.has(documentId));
    const planned = idle
      .filter(({ documentId }) => !this.#forced.has(documentId))
      .map((entry) => ({
        ...entry,
        entry,
        lastSeenAt: this.#seen.get(entry.documentId) ?? null,
        notBefore: this.#notBefore.get(entry.documentId) ?? null,
      }));
    const { due, faulty } = planDue(now, planned);
    return { due: [...forced, ...due.map(({ entry }) => entry)], faulty };
  }

  start(documentIds: readonly string[], now: number): void {
    for (const id of documentIds) {
      this.#inFlight.set(id, now);
      this.#forced.delete(id);
      this.#notBefore.delete(id);
    }
  }

  /** A check came to an end and is recorded, whatever its outcome. */
  checked(documentId: string, now: number): void {
    this.#seen.set(documentId, now);
    this.#faults.delete(documentId);
  }

  /** The server wants to be left alone until `retryAt`. */
  pause({ documentId, everyMs }: Planned, retryAt: number, now: number): void {
    this.#notBefore.set(documentId, planServerPause(retryAt, now, everyMs));
  }

  /** A check ended by a fault of ours and is not recorded. */
  faulted({ documentId, everyMs }: Planned, now: number): void {
    const faults = (this.#faults.get(documentId) ?? 0) + 1;
    this.#faults.set(documentId, faults);
    this.#notBefore.set(documentId, planFaultPause(faults, now, everyMs));
  }

  /** None of these is being checked any more, also those that another process held. */
  end(documentIds: readonly string[]): void {
    for (const id of documentIds) this.#inFlight.delete(id);
  }
}
