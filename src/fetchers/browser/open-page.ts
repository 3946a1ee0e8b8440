import type { BrowserContext, CDPSession, Page } from 'playwright';
import type { LaunchedBrowser } from './launch-browser.ts';
import { PageWatch } from './page-watch.ts';

export interface OpenPageOptions {
  /** Of the guarded proxy of this page. */
  readonly proxyUrl: string;
  readonly userAgent: string;
  /** BCP 47. */
  readonly language: string;
}

/** A page in a context of its own, gone with all it stored when it is closed. */
export interface OpenPage {
  readonly page: Page;
  readonly watch: PageWatch;
  readonly session: CDPSession;
  /** From now on the page itself goes nowhere else. */
  stay(): void;
}

// What is not text is not loaded, and nothing is told to counters.
const NOT_LOADED = new Set(['image', 'media', 'font', 'manifest', 'texttrack', 'ping', 'cspviolationreport']);

/** A fresh context: nothing stored, nothing downloaded, no worker, no name server but ours. */
export function newContext({ browser }: LaunchedBrowser, options: OpenPageOptions): Promise<BrowserContext> {
  return browser.newContext({
    // Playwright sends this machine's own addresses through the proxy too.
    proxy: { server: options.proxyUrl },
    userAgent: options.userAgent,
    locale: options.language,
    // Dates must not be written in the zone of the machine that watches.
    timezoneId: 'UTC',
    // High, so that a long text is shown in few steps.
    viewport: { width: 1280, height: 2000 },
    reducedMotion: 'reduce',
    acceptDownloads: false,
    serviceWorkers: 'block',
    ignoreHTTPSErrors: false,
  });
}

/** The page of a context, with its guards in place before it loads anything. */
export async function openPage(context: BrowserContext): Promise<OpenPage> {
  const page = await context.newPage();
  context.on('page', (popup) => void popup.close().catch(() => undefined));
  const watch = new PageWatch(page);
  let staying = false;
  await context.route('**/*', async (route, request) => {
    const leaves = staying && watch.isMain(request);
    // "aborted" leaves the page as it is; any other reason would show an error page in its place.
    const refused = leaves || NOT_LOADED.has(request.resourceType()) || !watch.isOwn(request);
    await (refused ? route.abort('aborted') : route.continue()).catch(() => undefined);
  });
  const session = await context.newCDPSession(page);
  return {
    page,
    watch,
    session,
    stay: () => {
      staying = true;
    },
  };
}
