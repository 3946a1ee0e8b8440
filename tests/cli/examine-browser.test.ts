import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { examineBrowser } from '../../src/cli/doctor/examine-browser.ts';
import { loadConfig } from '../../src/config/load-config.ts';
import { temporaryFolder } from '../harness/temporary-folder.ts';
import { type TestDocument, writeTestConfig } from '../harness/write-test-config.ts';

async function examine(path: string | null, fetch: NonNullable<TestDocument['fetch']>) {
  const dir = join(temporaryFolder(), 'config');
  const browser = path === null ? {} : { path };
  await writeTestConfig(dir, [{ id: 'privacy', url: 'https://plumbago.example/privacy', fetch }], { browser });
  return examineBrowser(await loadConfig({ dir, env: {} }), { kinds: [] });
}

it('names the browser that would be used', async () => {
  const path = join(temporaryFolder(), 'chromium');
  writeFileSync(path, '');
  chmodSync(path, 0o700);
  expect(await examine(path, 'auto')).toEqual({ state: 'good', subject: 'browser', detail: `${path} (configured)` });
});

it('is loud about a configured browser that is none, and says how many documents need it', async () => {
  const finding = await examine('/nowhere/chromium', 'browser');
  expect(finding).toMatchObject({ state: 'bad', mend: expect.stringContaining('browser.path') });
  expect(finding.detail).toContain('/nowhere/chromium');
  expect(finding.detail).toContain('1 document needs one');
});

it('notes that there is none, and calls it a fault only where a document cannot do without', async () => {
  const note = await examine(null, 'auto');
  expect(note).toMatchObject({ state: 'note', mend: expect.stringContaining('npx playwright install chromium') });
  expect(note.detail).toMatch(/^No browser was found on this machine; no document is set to need one/);
  expect(await examine(null, 'browser')).toMatchObject({ state: 'bad' });
});
