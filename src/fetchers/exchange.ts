import { type Dispatcher, fetch, type Response } from 'undici';
import { classifyError } from './classify-failure.ts';
import { FetchFailure } from './fetch-failure.ts';
import { readBody } from './read-body.ts';
import { Watchdog } from './watchdog.ts';

/** The head of an answer. */
export interface ResponseHead {
  readonly status: number;
  /** The value of a header, joined by ", " where it was sent several times; null when missing. */
  header(name: string): string | null;
}

export interface Exchange extends ResponseHead {
  /** Null where the head made it unwanted. */
  readonly body: Uint8Array | null;
}

export interface ExchangeRequest {
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly dispatcher: Dispatcher;
  readonly proxied: boolean;
  readonly idleMs: number;
  readonly totalMs: number;
  readonly maxBytes: number;
  readonly excess: 'fail' | 'cut';
  readonly signal: AbortSignal;
  /** Decides on the head alone whether the body is read; may throw a `FetchFailure`. */
  readonly wantsBody: (head: ResponseHead) => boolean;
}

const CODINGS = new Set(['', 'identity', 'gzip', 'x-gzip', 'deflate', 'br', 'zstd']);

function checkCoding(head: ResponseHead, url: string): void {
  // undici hands out an unknown coding undecoded: compressed bytes would be stored as the text of a policy.
  const coding = (head.header('content-encoding') ?? '').toLowerCase().split(',');
  if (coding.every((name) => CODINGS.has(name.trim()))) return;
  throw new FetchFailure('bad_response', { detail: 'the answer is compressed in a way we did not ask for', url });
}

async function receive(response: Response, request: ExchangeRequest, watchdog: Watchdog): Promise<Exchange> {
  watchdog.touch();
  const head: ResponseHead = { status: response.status, header: (name) => response.headers.get(name) };
  const url = request.url.href;
  if (!request.wantsBody(head)) return { ...head, body: null };
  checkCoding(head, url);
  if (!response.body) return { ...head, body: new Uint8Array() };
  const { maxBytes, excess } = request;
  return { ...head, body: await readBody(response.body, { maxBytes, excess, url, onChunk: () => watchdog.touch() }) };
}

/** One request and its answer, no redirect followed, bounded in time and size. Throws a `FetchFailure`. */
export async function exchange(request: ExchangeRequest): Promise<Exchange> {
  const { url, idleMs, totalMs, headers, dispatcher } = request;
  using watchdog = new Watchdog({ idleMs, totalMs, url: url.href });
  // Stops whatever is still under way once the answer is decided: an unread body closes its connection.
  const done = new AbortController();
  const signal = AbortSignal.any([watchdog.signal, request.signal]);
  try {
    const response = await fetch(url, {
      headers,
      dispatcher,
      redirect: 'manual',
      signal: AbortSignal.any([signal, done.signal]),
    });
    return await receive(response, request, watchdog);
  } catch (error) {
    if (signal.aborted) throw signal.reason;
    throw classifyError(error, { url: url.href, proxied: request.proxied });
  } finally {
    done.abort();
  }
}
