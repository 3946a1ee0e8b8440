import { createHash } from 'node:crypto';
import type { FetchOutcome, Validators } from '../domain/capture.ts';
import { ClausewatchError } from '../domain/clausewatch-error.ts';
import { checkTarget, hostOf, parseTarget, type TargetRules } from './check-target.ts';
import { classifyStatus } from './classify-failure.ts';
import { Dispatchers } from './dispatchers.ts';
import { type Exchange, exchange, type ResponseHead } from './exchange.ts';
import { FetchFailure } from './fetch-failure.ts';
import { fetchOutcome } from './fetch-outcome.ts';
import type { Fetcher, FetchRequest } from './fetcher.ts';
import { type Arrival, followRedirects } from './follow-redirects.ts';
import type { HostSlots } from './host-slots.ts';
import { HTTP_FETCHER_DEFAULTS, type HttpFetcherOptions, type HttpFetcherSettings } from './http-fetcher-options.ts';
import { MemoryHostSlots } from './memory-host-slots.ts';
import { parseRetryAfter } from './parse-retry-after.ts';
import { checkContentType, checkUntypedBytes, readContentType } from './read-content-type.ts';
import { baseHeaders, conditionalHeaders, usableValidators } from './request-headers.ts';
import { ROBOTS_MAX_BYTES, RobotsGate } from './robots-gate.ts';
import type { RobotsAnswer } from './robots-store.ts';
import { TimeBudget } from './time-budget.ts';
import { withRetries } from './with-retries.ts';

/** What one request is sent with, the same for all hops of a journey. */
interface Errand {
  readonly proxy: string | undefined;
  readonly newConnection?: boolean;
  readonly headers: Readonly<Record<string, string>>;
  readonly budget: TimeBudget;
  readonly signal: AbortSignal;
  readonly maxBytes: number;
  readonly excess: 'fail' | 'cut';
  readonly wantsBody: (head: ResponseHead, url: URL) => boolean;
}

const isSuccess = (status: number): boolean => status >= 200 && status < 300;

/**
 * Fetches over HTTP with undici. Every request, also those for robots.txt and after a redirect, goes through the one
 * guarded `#send`: target checked, turn taken at the host, bounded in time and size.
 */
export class HttpFetcher implements Fetcher {
  readonly #settings: HttpFetcherSettings;
  readonly #rules: TargetRules;
  readonly #dispatchers: Dispatchers;
  readonly #slots: HostSlots;
  readonly #robots: RobotsGate;
  readonly #closed = new AbortController();

  constructor(options: HttpFetcherOptions) {
    const settings: HttpFetcherSettings = { ...HTTP_FETCHER_DEFAULTS, ...options };
    this.#settings = settings;
    this.#rules = { allowedPorts: settings.allowedPorts, allowLoopback: settings.allowLoopback };
    this.#dispatchers = new Dispatchers({
      ...this.#rules,
      connectTimeoutMs: settings.idleTimeoutMs,
      ...(options.ca === undefined ? {} : { ca: options.ca }),
      ...(options.lookup ? { lookup: options.lookup } : {}),
      ...(options.connect ? { connect: options.connect } : {}),
    });
    this.#slots = settings.slots ?? new MemoryHostSlots(settings);
    this.#robots = new RobotsGate({
      userAgent: settings.userAgent,
      now: settings.now,
      ...(settings.robotsStore ? { store: settings.robotsStore } : {}),
      load: (url, proxy) => this.#loadRobots(url, proxy),
    });
  }

  /** For other fetchers of the same pages, so that one copy of each robots.txt serves all. */
  get robots(): RobotsGate {
    return this.#robots;
  }

  async fetch(request: FetchRequest): Promise<FetchOutcome> {
    return fetchOutcome({
      request,
      settings: this.#settings,
      closed: this.#closed.signal,
      visit: ({ budget, signal }) => this.#visit(request, budget, signal),
      succeed: (arrival, ms) => this.#succeed(request, arrival, ms),
    });
  }

  /** Ends what is under way: those fetches reject with `fetcher_closed`. */
  async close(): Promise<void> {
    this.#closed.abort(new ClausewatchError('fetcher_closed', 'The fetcher was closed while a fetch was under way.'));
    await this.#dispatchers.close();
  }

  /** One attempt at the page, from its first address on. */
  async #visit(request: FetchRequest, budget: TimeBudget, signal: AbortSignal): Promise<Arrival> {
    const { proxy } = request;
    const { maxBytes, maxRedirects, userAgent } = this.#settings;
    const conditional = conditionalHeaders(request.validators ?? {});
    const { newConnection = false } = request;
    const common = { proxy, newConnection, budget, signal, maxBytes, excess: 'fail', wantsBody: wantsPage } as const;
    const base = baseHeaders(userAgent, request.language);
    const arrival = await followRedirects({
      start: parseTarget(request.url),
      maxRedirects,
      send: async (url, hop) => {
        checkTarget(url, this.#rules, proxy !== undefined);
        if (request.robotsOverride === undefined) await this.#robots.check(url, proxy, signal);
        // Validators belong to the address that gave them: behind a redirect they could hide a change.
        return await this.#send(url, { ...common, headers: hop === 0 ? { ...base, ...conditional } : base });
      },
    });
    this.#judge(arrival, Object.keys(conditional).length > 0);
    return arrival;
  }

  /** Throws unless the answer is a page, or says that the page is unchanged. */
  #judge({ url, exchange: answer, redirects }: Arrival, conditional: boolean): void {
    if (answer.status === 304 && conditional && redirects === 0) return;
    const partial = answer.status === 206;
    if (!isSuccess(answer.status) || partial) throw this.#statusFailure(answer, url);
    if (answer.body === null || answer.body.byteLength === 0) {
      const detail = `the server answered ${answer.status} with an empty body`;
      throw new FetchFailure('empty_body', { detail, url: url.href, status: answer.status });
    }
    checkUntypedBytes(readContentType(answer.header('content-type')), answer.body, url.href);
  }

  #statusFailure({ status, header }: ResponseHead, url: URL): FetchFailure {
    const waits = status === 429 || status === 503;
    const retryAt = waits ? parseRetryAfter(header('retry-after'), this.#settings.now()) : undefined;
    return classifyStatus(status, url.href, retryAt);
  }

  async #loadRobots(start: URL, proxy: string | undefined): Promise<RobotsAnswer> {
    const { totalTimeoutMs, now, maxRedirects, userAgent } = this.#settings;
    const budget = new TimeBudget(totalTimeoutMs, now);
    const signal = this.#closed.signal;
    const errand: Errand = {
      proxy,
      headers: baseHeaders(userAgent),
      budget,
      signal,
      maxBytes: ROBOTS_MAX_BYTES,
      excess: 'cut',
      wantsBody: ({ status }) => isSuccess(status),
    };
    return await withRetries({ ...this.#settings, budget, signal }, async () => {
      const send = (url: URL): Promise<Exchange> => this.#send(url, errand);
      const { url, exchange: answer } = await followRedirects({ start, maxRedirects, send });
      if (answer.status === 429 || answer.status >= 500) throw this.#statusFailure(answer, url);
      return { status: answer.status, body: answer.body ?? new Uint8Array() };
    });
  }

  /** The one door to the network. */
  async #send(url: URL, errand: Errand): Promise<Exchange> {
    const { proxy, newConnection, headers, budget, signal, maxBytes, excess } = errand;
    checkTarget(url, this.#rules, proxy !== undefined);
    const alone = newConnection ? this.#dispatchers.alone(proxy) : null;
    const dispatcher = alone ?? this.#dispatchers.for(proxy);
    const release = await this.#slots.acquire(hostOf(url), signal);
    try {
      return await budget.spend(() =>
        exchange({
          url,
          headers,
          dispatcher,
          maxBytes,
          excess,
          signal,
          proxied: proxy !== undefined,
          idleMs: this.#settings.idleTimeoutMs,
          totalMs: budget.leftMs,
          wantsBody: (head) => errand.wantsBody(head, url),
        }),
      );
    } finally {
      await Promise.all([release(), alone?.destroy()]);
    }
  }

  #succeed(request: FetchRequest, { url, exchange: answer, redirects }: Arrival, ms: number): FetchOutcome {
    const given = usableValidators(answer.header('etag') ?? undefined, answer.header('last-modified') ?? undefined);
    if (answer.body === null) return { kind: 'not-modified', validators: { ...request.validators, ...given }, ms };
    // Kept only where they belong to the address that will be asked next time.
    const validators: Validators = redirects === 0 ? given : {};
    return {
      kind: 'fetched',
      body: answer.body,
      capture: {
        url: request.url,
        finalUrl: url.href,
        fetchedAt: new Date(this.#settings.now()).toISOString(),
        via: 'http',
        status: answer.status,
        contentType: readContentType(answer.header('content-type')),
        validators,
        bodySha256: createHash('sha256').update(answer.body).digest('hex'),
        bodyBytes: answer.body.byteLength,
        ms,
      },
    };
  }
}

function wantsPage(head: ResponseHead, url: URL): boolean {
  if (!isSuccess(head.status)) return false;
  checkContentType(readContentType(head.header('content-type')), url.href);
  return true;
}
