import type { FetchOutcome, Validators } from '../domain/capture.ts';

export interface FetchRequest {
  /** For messages: `platform/document`. */
  readonly documentId: string;
  readonly url: string;
  /** Of the last capture: the server may answer that nothing changed. */
  readonly validators?: Validators;
  readonly proxy?: string;
  readonly robotsOverride?: string;
  readonly signal?: AbortSignal;
}

/**
 * Brings one document. Never throws for what a server or the network did: that is a `failed` outcome with a code.
 * Bounded in time and size; every address is checked when the connection is made.
 */
export interface Fetcher {
  fetch(request: FetchRequest): Promise<FetchOutcome>;
  close(): Promise<void>;
}
