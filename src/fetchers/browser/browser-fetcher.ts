import { createHash } from 'node:crypto';
import pLimit, { type LimitFunction } from 'p-limit';
import type { FetchOutcome } from '../../domain/capture.ts';
import { ClausewatchError } from '../../domain/clausewatch-error.ts';
import { checkTarget, hostOf, parseTarget, type TargetRules } from '../check-target.ts';
import { FetchFailure } from '../fetch-failure.ts';
import { fetchOutcome } from '../fetch-outcome.ts';
import type { Fetcher, FetchRequest } from '../fetcher.ts';
import type { TimeBudget } from '../time-budget.ts';
import { Watchdog } from '../watchdog.ts';
import {
  BROWSER_FETCHER_DEFAULTS,
  type BrowserFetcherOptions,
  type BrowserFetcherSettings,
} from './browser-fetcher-options.ts';
import { findBrowsers } from './find-browser.ts';
import { GuardedProxy } from './guarded-proxy.ts';
import { type LaunchedBrowser, launchBrowser } from './launch-browser.ts';
import { SharedBrowser } from './shared-browser.ts';
import { type Visit, visitPage } from './visit-page.ts';

const CONTENT_TYPE = 'text/html; charset=utf-8';

/** One document on its way. */
interface Errand {
  readonly request: FetchRequest;
  readonly budget: TimeBudget;
  readonly signal: AbortSignal;
}

/**
 * Fetches what a page shows in a real browser, for pages that bring their text by script. Everything the browser
 * sends goes through a guarded proxy of ours; playwright and the browser are loaded at the first use.
 */
export class BrowserFetcher implements Fetcher {
  readonly #settings: BrowserFetcherSettings;
  readonly #rules: TargetRules;
  readonly #browser: SharedBrowser;
  readonly #limit: LimitFunction;
  readonly #closed = new AbortController();

  constructor(options: BrowserFetcherOptions) {
    const settings: BrowserFetcherSettings = { ...BROWSER_FETCHER_DEFAULTS, ...options };
    const { find, launchTimeoutMs: timeoutMs, sandbox, closeAfterMs: idleMs, setTimer } = settings;
    this.#settings = settings;
    this.#rules = { allowedPorts: settings.allowedPorts, allowLoopback: settings.allowLoopback };
    this.#limit = pLimit(settings.maxPages);
    this.#browser = new SharedBrowser({
      launch: () => launchBrowser({ candidates: findBrowsers(find), timeoutMs, sandbox }),
      idleMs,
      setTimer,
    });
  }

  /** Whether a browser runs. */
  get running(): boolean {
    return this.#browser.running;
  }

  async fetch(request: FetchRequest): Promise<FetchOutcome> {
    return fetchOutcome({
      request,
      settings: this.#settings,
      closed: this.#closed.signal,
      visit: (within) => this.#attempt({ request, ...within }),
      succeed: (visit, ms) => this.#succeed(request, visit, ms),
    });
  }

  /** Ends what is under way within two seconds: those fetches reject with `fetcher_closed`. */
  async close(): Promise<void> {
    this.#closed.abort(new ClausewatchError('fetcher_closed', 'The fetcher was closed while a fetch was under way.'));
    await this.#browser.close();
  }

  async #attempt(errand: Errand): Promise<Visit> {
    const { request, signal } = errand;
    const proxied = request.proxy !== undefined;
    const url = parseTarget(request.url);
    checkTarget(url, this.#rules, proxied);
    await this.#checkRobots([url], request, signal);
    const release = await this.#settings.slots.acquire(hostOf(url), signal);
    let visit: Visit;
    try {
      visit = await this.#limit(() => this.#visit(url, errand));
    } finally {
      await release();
    }
    checkTarget(visit.finalUrl, this.#rules, proxied);
    // Only known afterwards: Chromium follows redirects by itself. What robots.txt forbids is not kept.
    await this.#checkRobots(
      visit.visited.map((text) => parseTarget(text)),
      request,
      signal,
    );
    return visit;
  }

  async #checkRobots(
    urls: readonly URL[],
    { robotsOverride, proxy }: FetchRequest,
    signal: AbortSignal,
  ): Promise<void> {
    if (robotsOverride !== undefined) return;
    for (const url of urls) await this.#settings.robots.check(url, proxy, signal);
  }

  async #visit(url: URL, { request, budget, signal }: Errand): Promise<Visit> {
    signal.throwIfAborted();
    const { idleTimeoutMs: connectTimeoutMs, maxTrafficBytes, connect, lookup } = this.#settings;
    return await this.#use(url, async (launched) => {
      const proxy = await GuardedProxy.start({
        ...this.#rules,
        connectTimeoutMs,
        maxTrafficBytes,
        ...(request.proxy === undefined ? {} : { upstream: request.proxy }),
        ...(connect ? { connect } : {}),
        ...(lookup ? { lookup } : {}),
      });
      using watchdog = new Watchdog({ idleMs: budget.leftMs, totalMs: budget.leftMs, url: url.href });
      try {
        return await budget.spend(() =>
          visitPage(launched, {
            ...this.#settings,
            url,
            proxy,
            userAgent: `${launched.userAgent} ${this.#settings.userAgent}`,
            language: request.language ?? 'en',
            signal: AbortSignal.any([signal, watchdog.signal]),
            onStuck: () => this.#browser.discard(),
          }),
        );
      } finally {
        await proxy.close();
      }
    });
  }

  async #use(url: URL, work: (launched: LaunchedBrowser) => Promise<Visit>): Promise<Visit> {
    try {
      return await this.#browser.use(work);
    } catch (error) {
      const missing = error instanceof ClausewatchError && BROWSER_CODES.has(error.code);
      if (!missing) throw error;
      throw new FetchFailure('browser_missing', { detail: error.message, url: url.href, cause: error });
    }
  }

  #succeed(request: FetchRequest, { html, status, finalUrl }: Visit, ms: number): FetchOutcome {
    const body = new TextEncoder().encode(html);
    return {
      kind: 'fetched',
      body,
      capture: {
        url: request.url,
        finalUrl: finalUrl.href,
        fetchedAt: new Date(this.#settings.now()).toISOString(),
        via: 'browser',
        status,
        contentType: CONTENT_TYPE,
        // They would be those of the empty frame, not of the text that scripts put into it.
        validators: {},
        bodySha256: createHash('sha256').update(body).digest('hex'),
        bodyBytes: body.byteLength,
        ms,
      },
    };
  }
}

const BROWSER_CODES = new Set(['browser_missing', 'browser_unpack_failed']);
