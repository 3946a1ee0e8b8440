import type { FetchFailureCode } from '../domain/capture.ts';
import { ClausewatchError } from '../domain/clausewatch-error.ts';

export interface FetchFailureFacts {
  /** What happened, in words, without the URL: "the server answered 404". */
  readonly detail: string;
  readonly url?: string;
  readonly status?: number;
  /** The same request may succeed later. */
  readonly transient?: boolean;
  /** Epoch milliseconds before which the server does not want to be asked again. */
  readonly retryAt?: number;
  readonly cause?: unknown;
}

/** How a fetch failed. Stays inside the stage: the port hands out a `failed` outcome instead. */
export class FetchFailure extends ClausewatchError {
  declare readonly code: FetchFailureCode;
  readonly facts: FetchFailureFacts;

  constructor(code: FetchFailureCode, facts: FetchFailureFacts) {
    super(code, facts.detail, { cause: facts.cause });
    this.name = 'FetchFailure';
    this.facts = facts;
  }
}
