import { existsSync } from 'node:fs';
import { access, constants } from 'node:fs/promises';
import { homedir, platform } from 'node:os';
import { ClausewatchError } from '../../domain/clausewatch-error.ts';
import { defaultCacheDir, inflateChromium, packagedChromium } from './inflate-chromium.ts';
import { installedBrowserPaths } from './installed-browsers.ts';

export type BrowserKind = 'configured' | 'installed' | 'playwright' | 'packaged';

export interface FoundBrowser {
  readonly path: string;
  readonly kind: BrowserKind;
}

export interface FindBrowserOptions {
  /** From the settings; when given nothing else is tried. */
  readonly configuredPath?: string;
  /** Where the packaged Chromium is unpacked to; default is the user's cache folder of this system. */
  readonly cacheDir?: string;
  /** For tests: looked at instead of the usual places. */
  readonly installedPaths?: readonly string[];
  /** For tests: leaves out where not to look. */
  readonly kinds?: readonly BrowserKind[];
}

async function isExecutable(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * Every browser there is, in the order of preference: the configured one alone, or installed ones, Playwright's own,
 * the packaged one (unpacked when it is asked for, which takes seconds the first time). Throws `browser_missing` for a
 * configured path that is none, and `browser_unpack_failed`.
 */
export async function* findBrowsers(options: FindBrowserOptions = {}): AsyncGenerator<FoundBrowser> {
  const { configuredPath, kinds = ['installed', 'playwright', 'packaged'] } = options;
  if (configuredPath !== undefined) {
    if (!(await isExecutable(configuredPath))) {
      throw new ClausewatchError(
        'browser_missing',
        `There is no browser at ${configuredPath}; correct the path in the settings, or leave it out.`,
      );
    }
    yield { path: configuredPath, kind: 'configured' };
    return;
  }
  if (kinds.includes('installed')) {
    for (const path of options.installedPaths ?? installedBrowserPaths(platform(), homedir())) {
      if (await isExecutable(path)) yield { path, kind: 'installed' };
    }
  }
  if (kinds.includes('playwright')) {
    const { chromium } = await import('playwright');
    const path = chromium.executablePath();
    if (path !== '' && existsSync(path)) yield { path, kind: 'playwright' };
  }
  const packaged = kinds.includes('packaged') ? await packagedChromium() : null;
  if (packaged) {
    yield { path: await inflateChromium(packaged, options.cacheDir ?? defaultCacheDir()), kind: 'packaged' };
  }
}

/** What to do where no browser is found. */
export const BROWSER_MISSING_ADVICE =
  'Install Google Chrome or Chromium, run "npx playwright install chromium", or name a browser in the settings.';

/** The browser that would be used. Throws `browser_missing` with what to do, or `browser_unpack_failed`. */
export async function findBrowser(options: FindBrowserOptions = {}): Promise<FoundBrowser> {
  for await (const found of findBrowsers(options)) return found;
  throw new ClausewatchError('browser_missing', `No browser was found on this machine. ${BROWSER_MISSING_ADVICE}`);
}
