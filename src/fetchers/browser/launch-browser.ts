import type { Browser } from 'playwright';
import { ClausewatchError } from '../../domain/clausewatch-error.ts';
import { safeText } from '../safe-text.ts';
import { BROWSER_MISSING_ADVICE, type BrowserKind, type FoundBrowser } from './find-browser.ts';

const ARGUMENTS = [
  // WebRTC would send UDP past the proxy: the first spelling stops it in the headless shell, the second in Chrome.
  '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
  '--webrtc-ip-handling-policy=disable_non_proxied_udp',
  '--disable-quic',
  // Names are resolved by our proxy alone; what would ask a name server past it gets no answer.
  '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1',
  // One page must not take the memory of the machine.
  '--js-flags=--max-old-space-size=768',
];

// Each page has a proxy of its own; what the browser does for itself meets this one, a name that is never resolved.
const NOWHERE = 'http://no-proxy.invalid:9';

export interface LaunchedBrowser {
  readonly browser: Browser;
  readonly kind: BrowserKind;
  /** Of the browser's main process; null where it would not tell. */
  readonly pid: number | null;
  /** What the browser calls itself, without "Headless". */
  readonly userAgent: string;
}

export interface LaunchOptions {
  readonly candidates: AsyncIterable<FoundBrowser>;
  readonly timeoutMs: number;
  /** Chromium's own sandbox; it cannot be used as root. */
  readonly sandbox: boolean;
}

/** Starts the first candidate that can be started. Throws `browser_missing` with what each of them said. */
export async function launchBrowser({ candidates, timeoutMs, sandbox }: LaunchOptions): Promise<LaunchedBrowser> {
  const troubles: string[] = [];
  let cause: unknown;
  try {
    for await (const found of candidates) {
      try {
        return await start(found, timeoutMs, sandbox);
      } catch (error) {
        cause = error;
        troubles.push(`${found.path} could not be started: ${explain(error)}`);
      }
    }
  } catch (error) {
    cause = error;
    troubles.push(error instanceof Error ? error.message : String(error));
  }
  const said = troubles.length === 0 ? 'no browser was found on this machine' : troubles.join('; ');
  throw new ClausewatchError('browser_missing', `${said}. ${BROWSER_MISSING_ADVICE}`, { cause });
}

async function start(found: FoundBrowser, timeoutMs: number, sandbox: boolean): Promise<LaunchedBrowser> {
  const { chromium } = await import('playwright');
  const browser = await chromium.launch({
    executablePath: found.path,
    headless: true,
    chromiumSandbox: sandbox,
    args: ARGUMENTS,
    proxy: { server: NOWHERE },
    // Stopping is our own business: Playwright would kill the browser below us and end the process on SIGINT.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    timeout: timeoutMs,
  });
  try {
    const session = await browser.newBrowserCDPSession();
    const { userAgent } = await session.send('Browser.getVersion');
    const { processInfo } = await session.send('SystemInfo.getProcessInfo');
    const pid = processInfo.find(({ type }) => type === 'browser')?.id ?? null;
    await session.detach();
    return { browser, kind: found.kind, pid, userAgent: userAgent.replace('HeadlessChrome', 'Chrome') };
  } catch (error) {
    await browser.close();
    throw error;
  }
}

/** The line of the browser's own log that tells a person what to do. */
function explain(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  const library = /error while loading shared libraries: ([\w.+-]+)/.exec(text)?.[1];
  if (library) return `the system lacks ${library}; "npx playwright install-deps chromium" installs what is needed`;
  if (/no usable sandbox/i.test(text)) {
    return 'this system forbids its sandbox to programs of users; an installed Google Chrome is allowed to';
  }
  return safeText(text.split('\n')[0] ?? '', 200);
}
