import { lstat, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { describe, expect, it } from 'vitest';
import { ENV_TEMPLATE, SETTINGS_TEMPLATE, SOURCES_TEMPLATE } from '../../src/config/init-templates.ts';
import { loadConfig } from '../../src/config/load-config.ts';
import { settingsSchema } from '../../src/config/settings-schema.ts';
import { writeInitFiles } from '../../src/config/write-init-files.ts';
import { temporaryFolder } from '../harness/temporary-folder.ts';
import { configFolder, load } from './config-folder.ts';

const uncomment = (text: string) => text.replace(/^(\s*)\/\/ (?=")/gm, '$1');

describe('the files that init writes', () => {
  it('are accepted as they are and mean the defaults', async () => {
    const projectDir = await temporaryFolder();
    const dir = join(projectDir, 'a', 'config');
    const written = await writeInitFiles(dir, { projectDir });
    expect(written.map(({ path, outcome }) => [path.slice(projectDir.length + 1), outcome])).toEqual([
      [join('a', 'config', 'settings.jsonc'), 'written'],
      [join('a', 'config', 'sources.local.jsonc'), 'written'],
      ['.env.example', 'written'],
    ]);
    const defaults = await loadConfig({ dir: '/nonexistent', env: {} });
    expect(await loadConfig({ dir, env: {} })).toEqual(defaults);
  });

  it('show every setting with its default', async () => {
    const { settings } = await load({ 'settings.jsonc': uncomment(SETTINGS_TEMPLATE) });
    const defaults = (await load({})).settings;
    // Two have no default: they show an example.
    const examples = { schedule: { ...defaults.schedule, timeZone: 'UTC' }, browser: { path: '/usr/bin/chromium' } };
    expect(settings).toEqual({ ...defaults, ...examples });
    const shown = JSON.stringify(settings);
    for (const [section, schema] of Object.entries(settingsSchema.shape)) {
      if (section === '$schema') continue;
      expect(uncomment(SETTINGS_TEMPLATE)).toMatch(new RegExp(`^  "${section}":`, 'm'));
      const inner = 'unwrap' in schema ? schema.unwrap() : schema;
      for (const key of 'shape' in inner ? Object.keys(inner.shape as object) : [])
        expect(shown).toContain(`"${key}":`);
    }
  });

  it('have examples that hold when a person takes the comment signs away', async () => {
    const examples = SOURCES_TEMPLATE.replace(/^(\s*)\/\/ (?=[{}\] "])/gm, '$1');
    const dir = await configFolder({ 'sources.local.jsonc': examples });
    const { documents } = await loadConfig({ dir, env: {} });
    const enabled = Object.fromEntries(documents.map((document) => [document.id, document.enabled]));
    expect(enabled).toMatchObject({ 'example/privacy-policy': true, 'x/about-grok': false, 'reddit/terms': false });
    expect(parseEnv(ENV_TEMPLATE)).toEqual({});
    const variables = parseEnv(ENV_TEMPLATE.replace(/^# (?=[A-Z_]+=)/gm, ''));
    expect(Object.keys(variables).sort()).toEqual(['SMTP_CA_FILE', 'SMTP_URL']);
  });

  it('never overwrite anything, not even through a link that leads nowhere', async () => {
    const dir = await configFolder({ 'settings.jsonc': '{ "mine": 1 }' });
    const target = join(dir, 'elsewhere');
    await symlink(target, join(dir, 'sources.local.jsonc'));
    await writeFile(join(dir, '.env.example'), 'MINE=1');
    const written = await writeInitFiles(dir, { projectDir: dir });
    expect(written.map(({ outcome }) => outcome)).toEqual(['kept', 'kept', 'kept']);
    expect(await readFile(join(dir, 'settings.jsonc'), 'utf8')).toBe('{ "mine": 1 }');
    await expect(lstat(target)).rejects.toThrow('ENOENT');
  });

  it.skipIf(process.platform === 'win32')('are private where addresses stand, whatever the umask', async () => {
    const dir = await temporaryFolder();
    // Nothing else runs in this worker while the umask is changed: the test awaits all it starts.
    const before = process.umask(0);
    try {
      await writeInitFiles(join(dir, 'config'), { projectDir: dir });
    } finally {
      process.umask(before);
    }
    const mode = async (path: string) => ((await lstat(join(dir, path))).mode & 0o777).toString(8);
    expect([await mode('config'), await mode('config/settings.jsonc'), await mode('.env.example')]).toEqual([
      '755',
      '600',
      '644',
    ]);
  });

  it('say so when they cannot be written', async () => {
    const dir = await configFolder({ blocked: 'a file' });
    const writing = writeInitFiles(join(dir, 'blocked', 'config'), { projectDir: dir });
    await expect(writing).rejects.toMatchObject({ code: 'init_failed' });
  });
});
