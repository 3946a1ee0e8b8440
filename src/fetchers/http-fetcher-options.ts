import { setTimeout as delay } from 'node:timers/promises';
import type { ConnectorOptions } from './guarded-connector.ts';
import type { HostSlots } from './host-slots.ts';
import type { RobotsStore } from './robots-store.ts';

/** How the web is asked. All but `userAgent` have defaults. */
export interface HttpFetcherOptions {
  /** Truthful, `name/version (+contact URL)`; the name is what robots.txt is searched for. */
  readonly userAgent: string;
  /** For one document with its redirects and retries; waiting for its turn at the host is not counted. */
  readonly totalTimeoutMs?: number;
  /** Longest silence: until connected and answered, then between two pieces of the body. */
  readonly idleTimeoutMs?: number;
  /** Counted after decompression. */
  readonly maxBytes?: number;
  readonly maxRedirects?: number;
  /** How often a request is made when it fails in a way that can pass, the first one included. */
  readonly attempts?: number;
  readonly backoffMs?: number;
  /** Between two requests to the same host; ignored where `slots` is given. */
  readonly minPauseMs?: number;
  readonly allowedPorts?: readonly number[];
  /** For tests and the demo: addresses of this machine may be fetched, on any port. */
  readonly allowLoopback?: boolean;
  /** PEM of one more certificate authority, trusted besides the system's. */
  readonly ca?: string;
  /** Shared by all who ask the same hosts; by default one process keeps its own. */
  readonly slots?: HostSlots;
  /** Where the answers of robots.txt are kept; by default until the process ends. */
  readonly robotsStore?: RobotsStore;
  readonly connect?: ConnectorOptions['connect'];
  readonly lookup?: ConnectorOptions['lookup'];
  /** Epoch milliseconds. */
  readonly now?: () => number;
  /** Rejects when the signal aborts. */
  readonly sleep?: (ms: number, signal: AbortSignal) => Promise<unknown>;
  /** From 0 (inclusive) to 1. */
  readonly random?: () => number;
}

/** The options with their defaults filled in. */
export type HttpFetcherSettings = HttpFetcherOptions &
  Required<Omit<HttpFetcherOptions, 'ca' | 'slots' | 'robotsStore' | 'connect' | 'lookup'>>;

export const HTTP_FETCHER_DEFAULTS: Omit<HttpFetcherSettings, 'userAgent'> = {
  totalTimeoutMs: 60_000,
  idleTimeoutMs: 15_000,
  maxBytes: 20 * 1024 * 1024,
  maxRedirects: 10,
  attempts: 3,
  backoffMs: 1_000,
  minPauseMs: 2_000,
  allowedPorts: [80, 443],
  allowLoopback: false,
  now: () => Date.now(),
  sleep: (ms, signal) => delay(ms, undefined, { signal }),
  random: () => Math.random(),
};
