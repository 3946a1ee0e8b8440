import type { FetchOutcome, Validators } from '../domain/capture.ts';

export interface FetchRequest {
  /** For messages: `platform/document`. */
  readonly documentId: string;
  readonly url: string;
  /** Of the last capture: the server may answer that nothing changed. */
  readonly validators?: Validators;
  /** BCP 47 tag sent as Accept-Language, so that where the monitor runs does not choose the language; default "en". */
  readonly language?: string;
  readonly proxy?: string;
  readonly robotsOverride?: string;
  /** Default "http"; heard by fetchers that know both ways. */
  readonly via?: 'http' | 'browser';
  /** On a connection of its own: one that is kept may lead to the same server behind a name again. */
  readonly newConnection?: boolean;
  readonly signal?: AbortSignal;
}

/**
 * Brings one document. Never throws for what a server or the network did: that is a `failed` outcome with a code.
 * Rejects only when the caller aborted (with the signal's reason) or closed the fetcher.
 * Bounded in time and size; every address is checked when the connection is made. A body is handed over: who asked for it
 * may free its memory (`giveBack`), so a fetcher that keeps bodies hands out copies.
 */
export interface Fetcher {
  fetch(request: FetchRequest): Promise<FetchOutcome>;
  close(): Promise<void>;
}
