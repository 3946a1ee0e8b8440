import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { findBrowser } from '../../../src/fetchers/browser/find-browser.ts';
import { defaultCacheDir, inflateChromium, packagedChromium } from '../../../src/fetchers/browser/inflate-chromium.ts';
import { installedBrowserPaths } from '../../../src/fetchers/browser/installed-browsers.ts';
import { launchBrowser } from '../../../src/fetchers/browser/launch-browser.ts';
import { temporaryFolder } from '../../harness/temporary-folder.ts';

function program(dir: string, name: string, text = '#!/bin/sh\nexit 1\n'): string {
  const path = join(dir, name);
  writeFileSync(path, text);
  chmodSync(path, 0o755);
  return path;
}

/** A package as `@sparticuz/chromium` is, with a small program in it. */
function packaged(dir: string, text: string) {
  const archive = join(dir, 'chromium.br');
  writeFileSync(archive, brotliCompressSync(text));
  return { archive, version: '1.2.3' };
}

test('a configured browser is used, and nothing else where it is missing', async () => {
  const path = program(temporaryFolder(), 'mine');
  expect(await findBrowser({ configuredPath: path })).toEqual({ path, kind: 'configured' });
  await expect(findBrowser({ configuredPath: `${path}-not` })).rejects.toMatchObject({ code: 'browser_missing' });
});

test('the first installed browser that can be run is used', async () => {
  const dir = temporaryFolder();
  const path = program(dir, 'chrome');
  writeFileSync(join(dir, 'text'), 'no program');
  const installedPaths = [join(dir, 'missing'), join(dir, 'text'), path];
  expect(await findBrowser({ installedPaths })).toEqual({ path, kind: 'installed' });
});

test('where there is none, the error says how to get one', async () => {
  await expect(findBrowser({ kinds: ['installed'], installedPaths: [] })).rejects.toMatchObject({
    code: 'browser_missing',
    message: expect.stringContaining('npx playwright install chromium'),
  });
});

test.each(['linux', 'darwin', 'win32'] as const)('the usual places of %s are full paths', (os) => {
  const paths = installedBrowserPaths(os, os === 'win32' ? 'C:\\Users\\ann' : '/home/ann');
  expect(paths.length).toBeGreaterThan(3);
  for (const path of paths) expect(path).toMatch(os === 'win32' ? /^C:\\.+\.exe$/ : /^\/.+\/[\w -]+$/);
  expect(defaultCacheDir(os, '/home/ann')).toContain('ann');
});

test('the packaged browser is unpacked once, for its owner only, by several at a time', async () => {
  const cache = join(temporaryFolder(), 'cache');
  const source = packaged(temporaryFolder(), 'a program');
  const paths = await Promise.all([1, 2, 3].map(() => inflateChromium(source, cache)));
  const [path = ''] = paths;
  expect(new Set(paths).size).toBe(1);
  expect(path).toContain('chromium-1.2.3');
  expect(readFileSync(path, 'utf8')).toBe('a program');
  expect(readdirSync(join(cache, 'chromium-1.2.3'))).toEqual(['chromium']);
  if (process.platform !== 'win32') expect(statSync(path).mode & 0o777).toBe(0o700);
  const { ino } = statSync(path);
  await inflateChromium(source, cache);
  expect(statSync(path).ino).toBe(ino);
});

test('half a browser is never used, and a failure leaves none behind', async () => {
  const cache = temporaryFolder();
  const source = packaged(temporaryFolder(), 'a program'.repeat(1_000));
  writeFileSync(source.archive, readFileSync(source.archive).subarray(0, 10));
  await expect(inflateChromium(source, cache)).rejects.toMatchObject({ code: 'browser_unpack_failed' });
  expect(readdirSync(join(cache, 'chromium-1.2.3'))).toEqual([]);
});

test.skipIf(process.platform === 'win32')('a folder in which others can write is refused', async () => {
  const cache = temporaryFolder();
  mkdirSync(join(cache, 'chromium-1.2.3'));
  chmodSync(join(cache, 'chromium-1.2.3'), 0o777);
  await expect(inflateChromium(packaged(temporaryFolder(), 'x'), cache)).rejects.toMatchObject({
    code: 'browser_unpack_failed',
  });
});

test('the packaged browser is known only on the machine it is made for', async () => {
  expect(await packagedChromium('darwin', 'arm64')).toBeNull();
  expect(await packagedChromium('linux', 'arm64')).toBeNull();
  const found = await packagedChromium('linux', 'x64');
  if (found) expect(found.version).toMatch(/^\d+\.\d+\.\d+$/);
});

test.skipIf(process.platform === 'win32')('what every browser said is told where none can be started', async () => {
  const dir = temporaryFolder();
  const lacking = 'echo "error while loading shared libraries: libnss3.so: cannot open" >&2; exit 127';
  async function* candidates() {
    yield { path: program(dir, 'one'), kind: 'installed' } as const;
    yield { path: program(dir, 'two', `#!/bin/sh\n${lacking}\n`), kind: 'packaged' } as const;
  }
  const launching = launchBrowser({ candidates: candidates(), timeoutMs: 5_000, sandbox: false });
  await expect(launching).rejects.toMatchObject({
    code: 'browser_missing',
    message: expect.stringMatching(/one could not be started.*two could not be started: the system lacks libnss3\.so/s),
  });
});
