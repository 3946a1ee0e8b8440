import type { LookupFunction } from 'node:net';
import { onTestFinished } from 'vitest';
import type { FetchOutcome } from '../../src/domain/capture.ts';
import { HttpFetcher } from '../../src/fetchers/http-fetcher.ts';
import type { HttpFetcherOptions } from '../../src/fetchers/http-fetcher-options.ts';
import {
  type LoopbackRoute,
  type LoopbackWeb,
  type LoopbackWebOptions,
  startLoopbackWeb,
} from '../harness/loopback-web.ts';

/** A fetcher that may use this machine, asks once, does not pause, and is closed after the test. */
export function testFetcher(options: Partial<HttpFetcherOptions> = {}): HttpFetcher {
  const fetcher = new HttpFetcher({
    userAgent: 'clausewatch/0.0 (+https://clausewatch.example/bot)',
    allowLoopback: true,
    minPauseMs: 0,
    attempts: 1,
    backoffMs: 1,
    lookup: lookupTable({}),
    ...options,
  });
  onTestFinished(() => fetcher.close());
  return fetcher;
}

/** A web server that is closed after the test. */
export async function testWeb(
  routes: Readonly<Record<string, LoopbackRoute>>,
  options: LoopbackWebOptions = {},
): Promise<LoopbackWeb> {
  const web = await startLoopbackWeb(routes, options);
  onTestFinished(() => web.close());
  return web;
}

/** A name server of its own: names it does not know end as `code`, default ENOTFOUND. */
export function lookupTable(names: Readonly<Record<string, readonly string[]>>, code = 'ENOTFOUND'): LookupFunction {
  return (hostname, _options, callback) => {
    const addresses = names[hostname];
    if (!addresses) {
      callback(Object.assign(new Error(`getaddrinfo ${code} ${hostname}`), { code }), []);
      return;
    }
    callback(
      null,
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    );
  };
}

type Failed = Extract<FetchOutcome, { kind: 'failed' }>;
type Fetched = Extract<FetchOutcome, { kind: 'fetched' }>;

export function failed(outcome: FetchOutcome): Failed {
  if (outcome.kind !== 'failed') throw new Error(`expected a failure, got ${outcome.kind}`);
  return outcome;
}

export function fetched(outcome: FetchOutcome): Fetched {
  if (outcome.kind !== 'fetched') throw new Error(`expected a page, got ${JSON.stringify(outcome)}`);
  return outcome;
}
