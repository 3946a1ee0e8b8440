import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadConfig } from '../../src/config/load-config.ts';
import { temporaryFolder } from '../harness/temporary-folder.ts';
import { writeTestConfig } from '../harness/write-test-config.ts';
import { runInProcess } from './run-in-process.ts';

const URL = 'https://plumbago.example/privacy';

async function complaint(files: Readonly<Record<string, string>>): Promise<string> {
  const dir = join(temporaryFolder(), 'config');
  await writeTestConfig(dir, [{ id: 'privacy', url: URL }]);
  for (const [name, text] of Object.entries(files)) await writeFile(join(dir, name), text, { mode: 0o600 });
  return loadConfig({ dir, env: {} }).then(
    () => '',
    (error: Error) => error.message,
  );
}

const KEYS = ['admin', '__proto__', 'constructor', 'prototype', 'toString', 'smtpUrl', 'SMTP_URL', 'Http', 'http '];

describe('one strict schema: an unknown key is refused by its name', () => {
  it.each(['', 'http', 'mail', 'web', 'schedule'])('at every level of the settings: "%s"', async (section) => {
    for (const key of KEYS) {
      const inner = `{ ${JSON.stringify(key)}: { "allowLoopback": true } }`;
      const text = section === '' ? inner : `{ "${section}": ${inner} }`;
      expect([key, await complaint({ 'settings.jsonc': text })]).toEqual([key, expect.stringContaining('unknown key')]);
    }
  });

  it('in subscriptions, platforms, documents, controls, and in own sources merged over the shipped ones', async () => {
    const document = { id: 'terms', name: 'Terms', kind: 'terms', urls: [URL], evil: 1 };
    const control = {
      id: 'c',
      name: 'c',
      kind: 'toggle',
      steps: ['x'],
      lastKnownTrue: '2026-01',
      readAt: 'x',
      evil: 1,
    };
    const platform = { id: 'fernleaf', name: 'Fernleaf', documents: [document], controls: [control], evil: 1 };
    const files = {
      'settings.jsonc': JSON.stringify({ subscriptions: [{ to: 'a@example.org', evil: 1 }] }),
      'sources.json': JSON.stringify({ platforms: [platform], evil: 1 }),
      'sources.local.jsonc': JSON.stringify({ platforms: [{ id: 'fernleaf', documents: [{ id: 'terms', bad: 1 }] }] }),
    };
    const found = await complaint(files);
    for (const path of [
      'settings.jsonc: subscriptions[0].evil',
      'sources.json: evil',
      'sources.json: platforms[0].evil',
      'sources.json: platforms[0].documents[0].evil',
      'sources.json: platforms[0].controls[0].evil',
      'sources.local.jsonc: platforms[0].documents[0].bad',
    ]) {
      expect(found).toContain(`${path}: unknown key`);
    }
  });

  it('leaves no trace of a key that would change all objects', async () => {
    await complaint({
      'settings.jsonc': '{ "__proto__": { "polluted": true }, "constructor": { "prototype": { "polluted": true } } }',
    });
    expect('polluted' in {}).toBe(false);
  });
});

describe('on the command line', () => {
  it.each([
    [['status', '--allow-loopback']],
    [['diff', 'plumbago/privacy', '--format', 'exe']],
    [['history', '--severity', 'none; DROP TABLE versions']],
    [['history', '--topic', 'constructor']],
    [['history', '--since', 'yesterday or so']],
    [['history', '--limit', '-1']],
    [['toString']],
    [['test-email', 'a@example.org, b@example.org']],
    [['test-email', 'a@example.org\r\nBcc: c@example.org']],
  ])('%j is refused with status 2', async (args) => {
    // Were it taken after all, it would find nothing to ask and nobody to tell.
    const places = ['--config', join(temporaryFolder(), 'none'), '--archive', join(temporaryFolder(), 'none')];
    const ran = await runInProcess(args[0] === 'toString' ? args : [...args, ...places]);
    expect(ran).toMatchObject({ status: 2, stdout: '' });
    expect(ran.stderr).not.toMatch(/unexpected error|there is no such folder/);
  });

  it('a line of batch mode with a field of another kind is answered as an error, and the run goes on', async () => {
    const lines = [
      '{"id":"a","before":{"toString":1},"after":"x"}',
      '[1]',
      'null',
      '{"id":"b"}',
      'x',
      '{"id":"c","before":"/nowhere.md","after":"/nowhere.md"}',
    ];
    const { Readable } = await import('node:stream');
    const { runCli } = await import('../../src/cli/run-cli.ts');
    const { PassThrough } = await import('node:stream');
    const { buffer } = await import('node:stream/consumers');
    const [stdout, stderr] = [new PassThrough(), new PassThrough()];
    const written = buffer(stdout);
    const context = { stdout, stderr, env: {}, colour: false, progress: false, width: 80, clock: () => new Date() };
    const stdin = Readable.from([`${lines.join('\n')}\n`]);
    await runCli(['compare', '--batch'], { ...context, stdin, signal: new AbortController().signal });
    stdout.end();
    const answers = (await written)
      .toString('utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line).error.code);
    expect(answers).toEqual([...Array(5).fill('batch_line_invalid'), 'file_missing']);
  });
});
