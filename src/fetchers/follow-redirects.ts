import { parseTarget } from './check-target.ts';
import type { Exchange } from './exchange.ts';
import { FetchFailure } from './fetch-failure.ts';

export interface Journey {
  readonly start: URL;
  readonly maxRedirects: number;
  /** Called for each address in turn, `hop` from 0. Checks the address before it sends anything. */
  readonly send: (url: URL, hop: number) => Promise<Exchange>;
}

export interface Arrival {
  readonly url: URL;
  readonly exchange: Exchange;
  readonly redirects: number;
}

const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/** Header bytes arrive as Latin-1; like browsers, a target that is valid UTF-8 is read as such. */
function decodeLocation(header: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(header, 'latin1'));
  } catch {
    return header;
  }
}

/** Where a redirect leads, or null when the answer is none. Throws `bad_redirect`. */
function redirectTarget(answer: Exchange, from: URL): URL | null {
  if (!REDIRECTS.has(answer.status)) return null;
  const location = answer.header('location');
  const bad = (detail: string) => new FetchFailure('bad_redirect', { detail, url: from.href, status: answer.status });
  if (location === null || location.trim() === '') throw bad(`the server answered ${answer.status} without a target`);
  try {
    return parseTarget(decodeLocation(location), from);
  } catch {
    throw bad(`the server answered ${answer.status} with a target that is no URL`);
  }
}

/** Follows redirects by our own hands, so that every hop passes the same checks as the first address. */
export async function followRedirects({ start, maxRedirects, send }: Journey): Promise<Arrival> {
  const seen = new Set<string>();
  let url = start;
  for (let redirects = 0; ; redirects += 1) {
    if (seen.has(url.href)) throw tooMany(start, 'redirects lead in a circle');
    if (redirects > maxRedirects) throw tooMany(start, `more than ${maxRedirects} redirects`);
    seen.add(url.href);
    const answer = await send(url, redirects);
    const next = redirectTarget(answer, url);
    if (next === null) return { url, exchange: answer, redirects };
    url = next;
  }
}

function tooMany(start: URL, detail: string): FetchFailure {
  return new FetchFailure('too_many_redirects', { detail, url: start.href });
}
