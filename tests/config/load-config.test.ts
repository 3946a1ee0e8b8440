import { chmod, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadConfig } from '../../src/config/load-config.ts';
import { configFolder, load, pathsOf, TWO_PLATFORMS, violationsOf } from './config-folder.ts';

const document = (fields: object) => ({ id: 'd', name: 'D', kind: 'terms', urls: ['https://a.example/'], ...fields });

describe('reading the configuration', () => {
  it('needs no file at all: the shipped list and the defaults count', async () => {
    const config = await loadConfig({ dir: '/nonexistent/config', env: {} });
    expect(config.documents.length).toBeGreaterThan(40);
    expect(config.documents).toEqual(config.platforms.flatMap(({ documents }) => documents));
    expect(config.settings.subscriptions).toEqual([
      {
        id: 'default',
        to: { name: '', address: 'you@localhost' },
        selectors: ['*'],
        topics: 'all',
        minSeverity: 'none',
      },
    ]);
    expect(config.settings.http).toEqual({
      totalTimeoutMs: 60_000,
      idleTimeoutMs: 15_000,
      maxBytes: 20_971_520,
      maxRedirects: 10,
      attempts: 3,
      backoffMs: 1000,
      minPauseMs: 2000,
      allowedPorts: [80, 443],
      allowLoopback: false,
    });
    expect(config.settings.mail).toEqual({
      from: { name: 'clausewatch', address: 'clausewatch@localhost' },
      heartbeat: 'weekly',
      maxAgeHours: 72,
    });
    expect(config.settings.schedule).toMatchObject({ every: '6h', everyMs: 21_600_000 });
  });

  it('refuses a folder that a person named and that does not exist', async () => {
    const found = await violationsOf(loadConfig({ dir: '/nonexistent/config', env: {}, mustExist: true }));
    expect(found).toEqual([{ file: '/nonexistent/config', path: '', message: 'there is no such folder' }]);
  });

  it('names itself, its version and a contact in the User-Agent', async () => {
    const config = await load({ 'settings.jsonc': { contact: 'mailto:ops@example.org' } });
    expect(config.userAgent).toBe(`clausewatch/${config.version} (+mailto:ops@example.org)`);
    expect(config.version).toMatch(/^\d+\.\d+\.\d+/);
  });

  it('fills in what a hand-written source leaves out', async () => {
    const { documents, platforms } = await load({});
    expect(documents[1]).toEqual({
      id: 'plumbago/ai',
      platform: 'plumbago',
      name: 'AI',
      kind: 'ai',
      urls: ['https://plumbago.example/ai'],
      region: 'global',
      language: 'en',
      appliesTo: ['plumbago', 'quillwort'],
      fetch: 'auto',
      select: [],
      remove: [],
      enabled: true,
    });
    expect(platforms[0]?.owner).toBe('Plumbago');
  });

  it('gives a value that nobody can change, at any depth', async () => {
    const config = await load({ 'settings.jsonc': { subscriptions: [{ to: 'a@b.example' }] } });
    const thawed: string[] = [];
    const visit = (value: unknown, path: string): void => {
      if (typeof value !== 'object' || value === null) return;
      if (!Object.isFrozen(value)) thawed.push(path);
      for (const [key, inner] of Object.entries(value)) visit(inner, `${path}.${key}`);
    };
    visit(config, 'config');
    expect(thawed).toEqual([]);
  });

  it('lists all thirteen mistakes of four places at once, each with its file and path', async () => {
    const dir = await configFolder({
      'sources.json': {
        platforms: [
          { ...TWO_PLATFORMS.platforms[0], documents: [document({ urls: ['file:///etc/passwd'], knd: 'terms' })] },
          {
            id: 'Quillwort',
            name: 'Q',
            documents: [document({ appliesTo: ['nowhere'] }), document({})],
            noAiPage: { reason: 'r', date: '2026-02-31' },
          },
        ],
      },
      'sources.local.jsonc': { platforms: [{ id: 'own', documents: [document({ fetch: 'curl' })] }] },
      'settings.jsonc': { schedule: { every: '1m' }, retries: 3 },
    });
    const found = await violationsOf(loadConfig({ dir, env: { SMTP_URL: 'http://mail.example' } }));
    const listed = found.map(({ file, path }) => `${file.replace(`${dir}/`, '')}: ${path}`);
    expect(listed).toEqual([
      'settings.jsonc: schedule.every',
      'settings.jsonc: retries',
      'sources.json: platforms[0].documents[0].urls[0]',
      'sources.json: platforms[0].documents[0].knd',
      'sources.json: platforms[1].id',
      'sources.json: platforms[1].noAiPage.date',
      'sources.json: platforms[1].documents[1].id',
      'sources.local.jsonc: platforms[0].name',
      'sources.local.jsonc: platforms[0].documents[0].fetch',
      'sources.json: platforms[1].documents[0].appliesTo[0]',
      'sources.json: platforms[0]',
      'sources.json: platforms[1]',
      'environment: SMTP_URL',
    ]);
    await expect(loadConfig({ dir, env: {} })).rejects.toMatchObject({
      name: 'ConfigError',
      code: 'config_invalid',
      message: expect.stringContaining(`${dir}/sources.json: platforms[0].documents[0].urls[0]: must be`),
    });
  });

  it.each([
    ['a missing comma', '{\n  "contact": "https://a.example"\n  "http": {}\n}', 'line 3, column 3: comma expected'],
    ['a word that is no value', '{ "contact": yes }', 'line 1, column 14: invalid symbol'],
    ['an unclosed brace', '{ "http": {', 'line 1, column 12: close brace expected'],
    ['nothing', '  // only a comment', 'line 1, column 20: value expected'],
    ['a byte-order mark before a mistake', '\uFEFF{ "contact" }', 'line 1, column 13: colon expected'],
  ])('says line and column of %s', async (_, text, message) => {
    const found = await violationsOf(load({ 'settings.jsonc': text }));
    expect(found.map((violation) => violation.message)).toContain(message);
  });

  it('takes comments, trailing commas and a byte-order mark', async () => {
    const text = '\uFEFF// who\r\n{ /* asks */ "contact": "https://a.example/bot", "mail": { "maxAgeHours": 5, }, }';
    const { settings } = await load({ 'settings.jsonc': text });
    expect([settings.contact, settings.mail.maxAgeHours]).toEqual(['https://a.example/bot', 5]);
  });

  it.each([
    [
      'given twice',
      '{ "mail": {}, "mail": { "maxAgeHours": 1 } }',
      'mail',
      'this key is given twice (line 1, column 15)',
    ],
    [
      'that would become the prototype',
      '{ "__proto__": { "contact": "x" } }',
      '__proto__',
      'unknown key (line 1, column 3)',
    ],
    ['it does not know', '{ "http": { "timeout": 1 } }', 'http.timeout', 'unknown key'],
  ])('refuses a key %s', async (_, text, path, message) => {
    const [found] = await violationsOf(load({ 'settings.jsonc': text }));
    expect(found).toMatchObject({ path, message });
  });

  it.each([[], 'text', 5, null])('refuses %j where an object belongs', async (value) => {
    expect(
      await pathsOf(load({ 'settings.jsonc': JSON.stringify(value), 'sources.local.jsonc': JSON.stringify(value) })),
    ).toHaveLength(2);
  });
});

describe.skipIf(process.platform === 'win32')('files that others may write', () => {
  it.each(['settings.jsonc', 'sources.json', 'sources.local.jsonc'])(
    'are refused: %s, with how to mend it',
    async (name) => {
      const dir = await configFolder({
        'sources.json': TWO_PLATFORMS,
        'settings.jsonc': {},
        'sources.local.jsonc': { platforms: [] },
      });
      const file = join(dir, name);
      for (const mode of [0o664, 0o646, 0o666]) {
        await chmod(file, mode);
        const found = await violationsOf(loadConfig({ dir, env: {} }));
        const message = `is writable by others (mode 0${mode.toString(8)}); mend it: chmod go-w ${file}`;
        expect(found).toContainEqual({ file, path: '', message });
      }
      await chmod(file, 0o644);
      expect(await violationsOf(loadConfig({ dir, env: {} }))).toEqual([]);
    },
  );

  it('cannot be swapped in a folder that everybody may write', async () => {
    const dir = await configFolder({});
    await chmod(dir, 0o777);
    expect((await violationsOf(loadConfig({ dir, env: {} }))).map(({ file }) => file)).toEqual([dir]);
  });

  it('are refused as a .env file too', async () => {
    const dir = await configFolder({ 'settings.jsonc': { subscriptions: [{ to: 'a@b.example' }] } });
    const envFile = join(dir, '.env');
    await writeFile(envFile, 'SMTP_URL=smtp://mail.example\n');
    await chmod(envFile, 0o666);
    expect((await violationsOf(loadConfig({ dir, env: {}, envFile }))).map(({ file }) => file)).toEqual([envFile]);
    await chmod(envFile, 0o600);
    expect((await loadConfig({ dir, env: {}, envFile })).secrets.smtpUrl).toBe('smtp://mail.example');
    const env = { SMTP_URL: 'smtps://other.example' };
    expect((await loadConfig({ dir, env, envFile })).secrets.smtpUrl).toBe('smtps://other.example');
  });
});
