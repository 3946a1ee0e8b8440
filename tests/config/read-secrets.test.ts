import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ConfigError } from '../../src/config/config-error.ts';
import { loadConfig } from '../../src/config/load-config.ts';
import { redactUrl } from '../../src/config/redact-url.ts';
import { configFolder, load, pathsOf, violationsOf } from './config-folder.ts';

const SUBSCRIBED = { 'settings.jsonc': { subscriptions: [{ to: 'a@b.example' }] } };

describe('SMTP_URL', () => {
  it.each([
    'smtp://mail.example',
    'smtp://127.0.0.1:2525',
    'smtps://me%40here:p%25w@mail.example:465/',
    'smtp://[::1]:25',
  ])('may be %s', async (url) => {
    expect((await load(SUBSCRIBED, { env: { SMTP_URL: url } })).secrets).toEqual({ smtpUrl: url });
  });

  it.each([
    'http://hunter2@mail.example',
    'smtp://u:hunter2@mail.example:465?tls.rejectUnauthorized=false',
    'smtp://u:hunter2@mail.example/path',
    'smtp://u:hunter2@mail.example#x',
    'smtp://u:hunter2%@mail.example',
    'smtp://u:hunter2%FF@mail.example',
    'smtp://u:hunter2@mail.example\r\n',
    'smtp://u:hunter2@',
    'hunter2',
  ])('is refused as %j, and the complaint does not repeat it', async (url) => {
    const error = await load(SUBSCRIBED, { env: { SMTP_URL: url } }).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(ConfigError);
    expect((error as ConfigError).violations).toMatchObject([{ file: 'environment', path: 'SMTP_URL' }]);
    expect(`${error}${JSON.stringify(error)}`).not.toContain('hunter2');
  });

  it('needs somebody to tell, and says what to add', async () => {
    const found = await violationsOf(load({}, { env: { SMTP_URL: 'smtp://mail.example' } }));
    expect(found).toMatchObject([
      { path: 'subscriptions', message: expect.stringContaining('[{ "to": "you@example.org" }]') },
    ]);
    expect(await pathsOf(load({}, { env: { SMTP_URL: '' } }))).toEqual([]);
  });

  it('cannot stand in the settings file', async () => {
    expect(await pathsOf(load({ 'settings.jsonc': { SMTP_URL: 'smtp://x', mail: { url: 'smtp://x' } } }))).toEqual([
      'mail.url',
      'SMTP_URL',
    ]);
  });
});

describe('SMTP_CA_FILE', () => {
  it('is read, and must hold a certificate', async () => {
    const dir = await configFolder(SUBSCRIBED);
    const pem = '-----BEGIN CERTIFICATE-----\nAA==\n-----END CERTIFICATE-----\n';
    const good = join(dir, 'ca.pem');
    const bad = join(dir, 'key.pem');
    await writeFile(good, pem, { mode: 0o644 });
    await writeFile(bad, 'nothing', { mode: 0o644 });
    expect((await loadConfig({ dir, env: { SMTP_CA_FILE: good } })).secrets.smtpCa).toBe(pem);
    for (const path of [bad, join(dir, 'absent.pem')]) {
      const found = await violationsOf(loadConfig({ dir, env: { SMTP_CA_FILE: path } }));
      expect(found).toMatchObject([{ path: 'SMTP_CA_FILE', message: expect.stringContaining(path) }]);
    }
  });
});

describe('a URL for people to see', () => {
  it.each([
    ['smtp://user:hunter2@mail.example:587', 'smtp://mail.example:587'],
    ['https://u:hunter2@a.example/x?token=hunter2#hunter2', 'https://a.example/x'],
    ['hunter2', '(not a URL)'],
  ])('hides what could be secret', (url, shown) => {
    expect(redactUrl(url)).toBe(shown);
  });
});
