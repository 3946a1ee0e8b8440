import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { loadConfig } from '../../src/config/load-config.ts';
import { demoConfig } from '../../src/demo/demo-config.ts';
import { startDemoWeb } from '../../src/demo/start-demo-web.ts';

it('gives a configuration that loads without a mistake and names exactly the served platforms', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'clausewatch-demo-config-'));
  const web = await startDemoWeb();
  try {
    await chmod(dir, 0o700);
    const { settings, sources } = demoConfig(web.platforms, { name: 'Robin Reader', address: 'robin@reader.example' });
    await writeFile(join(dir, 'settings.jsonc'), JSON.stringify(settings), { mode: 0o600 });
    await writeFile(join(dir, 'sources.json'), JSON.stringify(sources), { mode: 0o600 });
    const config = await loadConfig({ dir, env: {} });
    expect(config.platforms).toEqual(web.platforms);
    expect(config.settings.http.allowLoopback).toBe(true);
    expect(config.settings.subscriptions).toMatchObject([
      { to: { name: 'Robin Reader', address: 'robin@reader.example' } },
    ]);
  } finally {
    await web.close();
    await rm(dir, { recursive: true });
  }
});
