import type { ConnectorOptions } from '../guarded-connector.ts';
import type { HostSlots } from '../host-slots.ts';
import { HTTP_FETCHER_DEFAULTS } from '../http-fetcher-options.ts';
import type { RobotsGate } from '../robots-gate.ts';
import type { FindBrowserOptions } from './find-browser.ts';

/** How pages are read by a browser. All but `userAgent`, `robots` and `slots` have defaults. */
export interface BrowserFetcherOptions {
  /** Truthful, `name/version (+contact URL)`; appended to what the browser calls itself. */
  readonly userAgent: string;
  /** Of the HTTP fetcher: one copy of each robots.txt serves both. */
  readonly robots: Pick<RobotsGate, 'check'>;
  /** The same as the HTTP fetcher's, so that both take turns at a host. */
  readonly slots: HostSlots;
  /** For one document with its retry; waiting for its turn at the host, or for a free page, is not counted. */
  readonly totalTimeoutMs?: number;
  /** Longest wait for a connection, and for the first answer of the server. */
  readonly idleTimeoutMs?: number;
  /** Of the HTML that is handed on. */
  readonly maxBytes?: number;
  /** Of everything one page loads, as it is sent. */
  readonly maxTrafficBytes?: number;
  /** How often a page is visited when it fails in a way that can pass, the first one included. */
  readonly attempts?: number;
  readonly backoffMs?: number;
  readonly maxPages?: number;
  /** How long the text must stand before it is taken. */
  readonly stillMs?: number;
  /** After this long the text is taken as it is. */
  readonly settleMs?: number;
  /** The browser is closed after this long without use. */
  readonly closeAfterMs?: number;
  readonly launchTimeoutMs?: number;
  /** Chromium's own sandbox; default is to use it unless root, where it cannot work. */
  readonly sandbox?: boolean;
  /** Where the browser is looked for. */
  readonly find?: FindBrowserOptions;
  readonly allowedPorts?: readonly number[];
  /** For tests and the demo: addresses of this machine may be fetched, on any port. */
  readonly allowLoopback?: boolean;
  readonly connect?: ConnectorOptions['connect'];
  readonly lookup?: ConnectorOptions['lookup'];
  /** Epoch milliseconds. */
  readonly now?: () => number;
  readonly sleep?: (ms: number, signal: AbortSignal) => Promise<unknown>;
  readonly random?: () => number;
  readonly setTimer?: (work: () => void, ms: number) => () => void;
}

/** The options with their defaults filled in. */
export type BrowserFetcherSettings = BrowserFetcherOptions &
  Required<Omit<BrowserFetcherOptions, 'connect' | 'lookup'>>;

const { totalTimeoutMs, idleTimeoutMs, maxBytes, backoffMs, allowedPorts, allowLoopback, now, sleep, random } =
  HTTP_FETCHER_DEFAULTS;

export const BROWSER_FETCHER_DEFAULTS: Omit<BrowserFetcherSettings, 'userAgent' | 'robots' | 'slots'> = {
  totalTimeoutMs,
  idleTimeoutMs,
  maxBytes,
  backoffMs,
  allowedPorts,
  allowLoopback,
  now,
  sleep,
  random,
  maxTrafficBytes: 100 * 1024 * 1024,
  attempts: 2,
  maxPages: 4,
  stillMs: 700,
  settleMs: 20_000,
  closeAfterMs: 60_000,
  launchTimeoutMs: 20_000,
  sandbox: process.getuid?.() !== 0,
  find: {},
  setTimer: (work, ms) => {
    const timer = setTimeout(work, ms);
    return () => clearTimeout(timer);
  },
};
