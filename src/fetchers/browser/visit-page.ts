import type { BrowserContext } from 'playwright';
import { abortable } from '../abortable.ts';
import { parseTarget } from '../check-target.ts';
import { classifyStatus } from '../classify-failure.ts';
import { FetchFailure } from '../fetch-failure.ts';
import { parseRetryAfter } from '../parse-retry-after.ts';
import { checkPageType, readContentType } from '../read-content-type.ts';
import { classifyBrowserError } from './classify-browser-error.ts';
import type { GuardedProxy } from './guarded-proxy.ts';
import type { LaunchedBrowser } from './launch-browser.ts';
import { newContext, type OpenPage, type OpenPageOptions, openPage } from './open-page.ts';
import { PageWorld } from './page-world.ts';
import { readPage } from './read-page.ts';

export interface VisitOptions extends Omit<OpenPageOptions, 'proxyUrl'> {
  readonly url: URL;
  readonly proxy: GuardedProxy;
  readonly maxBytes: number;
  readonly stillMs: number;
  readonly settleMs: number;
  readonly idleTimeoutMs: number;
  readonly now: () => number;
  readonly signal: AbortSignal;
  /** Called when a page cannot even be closed. */
  readonly onStuck: () => Promise<void>;
}

/** A page as it was read. */
export interface Visit {
  readonly html: string;
  readonly status: number;
  readonly finalUrl: URL;
  /** All addresses the page itself was at. */
  readonly visited: readonly string[];
}

/** How long a context may take to close: longer, and the browser itself is given up. */
const CLOSE_MS = 1_000;
// Challenges answer with these at first and with the page later.
const MAY_PASS = new Set([403, 429, 503]);

/** One visit to one page. Throws a `FetchFailure`, or the signal's reason. */
export async function visitPage(launched: LaunchedBrowser, options: VisitOptions): Promise<Visit> {
  const died = new AbortController();
  const crashed = (): void => died.abort(crash(options.url, 'the browser died while it read the page'));
  const signal = AbortSignal.any([options.signal, died.signal]);
  launched.browser.once('disconnected', crashed);
  let context: BrowserContext | null = null;
  try {
    const opening = newContext(launched, { ...options, proxyUrl: options.proxy.url });
    // Given up while it was being opened, it must not stay open for ever.
    opening.then(
      (late) => signal.aborted && context === null && void late.close().catch(() => undefined),
      () => undefined,
    );
    context = await abortable(opening, signal);
    const open = await abortable(openPage(context), signal);
    open.page.on('crash', () => died.abort(crash(options.url, 'the page brought the browser to its knees')));
    return await readVisited(open, { ...options, signal });
  } catch (error) {
    if (signal.aborted) throw signal.reason;
    if (!launched.browser.isConnected()) throw crash(options.url, 'the browser died while it read the page');
    throw error;
  } finally {
    launched.browser.off('disconnected', crashed);
    if (context) await closeContext(context, options.onStuck);
  }
}

async function readVisited(open: OpenPage, options: VisitOptions): Promise<Visit> {
  const { signal, url, idleTimeoutMs, settleMs, stillMs, maxBytes } = options;
  const { page, watch } = open;
  try {
    await abortable(page.goto(url.href, { waitUntil: 'commit', timeout: idleTimeoutMs }), signal);
  } catch (error) {
    if (signal.aborted) throw error;
    throw navigationFailure(open, options, error);
  }
  checkHead(open, options, false);
  const world = new PageWorld(open.session, signal);
  const reading = await readPage(open, world, { url: url.href, stillMs, maxMs: settleMs, maxBytes, signal });
  checkHead(open, options, true);
  return {
    html: reading.html,
    status: watch.response?.status() ?? 0,
    finalUrl: parseTarget(reading.url),
    visited: watch.visited,
  };
}

/** Throws unless the page came with success. `final`: it had its time to become another. */
function checkHead(open: OpenPage, options: VisitOptions, final: boolean): void {
  const { response, failure } = open.watch;
  // Where scripts sent the page on. An aborted navigation left it where it was.
  if (failure !== null && !failure.includes('ERR_ABORTED')) throw navigationFailure(open, options, undefined);
  if (response === null) {
    throw new FetchFailure('bad_response', { detail: 'the page came from nowhere', url: options.url.href });
  }
  const refused = response.status() === 502 ? options.proxy.failureAt(parseTarget(response.url())) : undefined;
  if (refused) throw refused;
  const status = response.status();
  const headers = response.headers();
  if (status >= 200 && status <= 299) {
    checkPageType(readContentType(headers['content-type'] ?? null), response.url());
    return;
  }
  if (!final && MAY_PASS.has(status)) return;
  const waits = status === 429 || status === 503;
  throw classifyStatus(
    status,
    response.url(),
    waits ? parseRetryAfter(headers['retry-after'] ?? null, options.now()) : undefined,
  );
}

/** What kept the browser from a page: our own proxy knows it best. */
function navigationFailure(
  { watch }: OpenPage,
  { url, proxy, idleTimeoutMs }: VisitOptions,
  error: unknown,
): FetchFailure {
  const address = watch.visited.at(-1) ?? url.href;
  const refused = proxy.failureAt(parseTarget(address));
  if (refused) return refused;
  if (watch.failure !== null) return classifyBrowserError(watch.failure, address, error);
  if (error instanceof Error && error.name === 'TimeoutError') {
    const detail = `the host was silent for ${idleTimeoutMs} ms`;
    return new FetchFailure('timeout', { detail, url: address, transient: true, cause: error });
  }
  return classifyBrowserError(error instanceof Error ? error.message : '', address, error);
}

function crash(url: URL, detail: string): FetchFailure {
  return new FetchFailure('browser_crashed', { detail, url: url.href, transient: true });
}

async function closeContext(context: BrowserContext, onStuck: () => Promise<void>): Promise<void> {
  const { promise: late, resolve } = Promise.withResolvers<'late'>();
  const timer = setTimeout(() => resolve('late'), CLOSE_MS);
  const closing = context.close().catch(() => undefined);
  const outcome = await Promise.race([closing, late]);
  clearTimeout(timer);
  if (outcome === 'late') await onStuck();
}
