import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, onTestFinished } from 'vitest';
import { BrowserFetcher } from '../../../src/fetchers/browser/browser-fetcher.ts';
import type { BrowserFetcherOptions } from '../../../src/fetchers/browser/browser-fetcher-options.ts';
import { type FindBrowserOptions, findBrowser } from '../../../src/fetchers/browser/find-browser.ts';
import { MemoryHostSlots } from '../../../src/fetchers/memory-host-slots.ts';
import { lookupTable } from '../test-fetcher.ts';

const chosen = process.env.CLAUSEWATCH_TEST_BROWSER;

/** The browser of the tests: the path in CLAUSEWATCH_TEST_BROWSER, or what a user would get. */
export const TEST_BROWSER: FindBrowserOptions = chosen === undefined ? {} : { configuredPath: chosen };

/** Why no test with a real browser can run here; null when it can. */
export const NO_BROWSER: string | null = await findBrowser(TEST_BROWSER).then(
  () => null,
  (error: Error) => error.message,
);
if (NO_BROWSER !== null) process.stderr.write(`Tests with a real browser are skipped: ${NO_BROWSER}\n`);

function build(options: Partial<BrowserFetcherOptions>): BrowserFetcher {
  return new BrowserFetcher({
    userAgent: 'clausewatch/0.0 (+https://clausewatch.example/bot)',
    robots: { check: () => Promise.resolve() },
    slots: new MemoryHostSlots({ minPauseMs: 0, now: () => Date.now(), sleep: () => Promise.resolve() }),
    allowLoopback: true,
    attempts: 1,
    backoffMs: 1,
    // A text of these tests stands at once or changes within this time.
    stillMs: 120,
    find: TEST_BROWSER,
    lookup: lookupTable({}),
    ...options,
  });
}

/** A fetcher with a browser of its own, closed after the test. */
export function testBrowser(options: Partial<BrowserFetcherOptions> = {}): BrowserFetcher {
  const fetcher = build(options);
  onTestFinished(() => fetcher.close());
  return fetcher;
}

/** One browser for all tests of a file; to be called at its top. */
export function sharedBrowser(): BrowserFetcher {
  const fetcher = build({});
  afterAll(() => fetcher.close());
  return fetcher;
}

function childrenOf(pid: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((child) => {
      try {
        return Number(readFileSync(`/proc/${child}/stat`, 'utf8').split(') ').at(-1)?.split(' ')[1]) === pid;
      } catch {
        return false;
      }
    });
}

/** Ids of the main processes of the browsers this process started (Linux). */
export function browserProcesses(pid = process.pid): number[] {
  return childrenOf(pid).flatMap((child) => {
    try {
      const command = readFileSync(`/proc/${child}/cmdline`, 'utf8');
      return command.includes('--remote-debugging-pipe') && !command.includes('--type=') ? [child] : [];
    } catch {
      return [];
    }
  });
}
