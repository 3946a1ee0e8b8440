import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from '../../src/config/config.ts';
import { ConfigError, type Violation } from '../../src/config/config-error.ts';
import { type LoadConfigOptions, loadConfig } from '../../src/config/load-config.ts';
import { temporaryFolder } from '../harness/temporary-folder.ts';

/** A small valid list of two fictional platforms of one owner. */
export const TWO_PLATFORMS = {
  platforms: [
    {
      id: 'plumbago',
      name: 'Plumbago',
      documents: [
        { id: 'privacy-policy', name: 'Privacy', kind: 'privacy-policy', urls: ['https://plumbago.example/privacy'] },
        { id: 'ai', name: 'AI', kind: 'ai', urls: ['https://plumbago.example/ai'], appliesTo: ['quillwort'] },
      ],
      noKnownControl: { reason: 'fictional', date: '2026-01' },
    },
    {
      id: 'quillwort',
      name: 'Quillwort',
      owner: 'Plumbago',
      documents: [{ id: 'terms', name: 'Terms', kind: 'terms', urls: ['https://quillwort.example/terms'] }],
      controls: [
        {
          id: 'none',
          name: 'None',
          kind: 'none-offered',
          lastKnownTrue: '2026-01-31',
          readAt: 'https://quillwort.example',
        },
      ],
    },
  ],
};

/** A folder with these files; values that are no text are written as JSON. */
export async function configFolder(files: Readonly<Record<string, unknown>>): Promise<string> {
  const dir = join(await temporaryFolder(), 'config');
  await mkdir(dir, { mode: 0o755 });
  for (const [name, content] of Object.entries(files)) {
    await writeFile(join(dir, name), typeof content === 'string' ? content : JSON.stringify(content), { mode: 0o644 });
  }
  return dir;
}

export async function load(
  files: Readonly<Record<string, unknown>>,
  options: Partial<LoadConfigOptions> = {},
): Promise<Config> {
  return loadConfig({ env: {}, dir: await configFolder({ 'sources.json': TWO_PLATFORMS, ...files }), ...options });
}

/** The mistakes that loading reports; none when it succeeds. */
export async function violationsOf(loading: Promise<Config>): Promise<readonly Violation[]> {
  try {
    await loading;
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.violations;
    throw error;
  }
}

export async function pathsOf(loading: Promise<Config>): Promise<readonly string[]> {
  return (await violationsOf(loading)).map(({ path }) => path);
}
