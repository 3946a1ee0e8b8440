import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { loadConfig } from '../../src/config/load-config.ts';
import { failed, testFetcher, testWeb } from '../fetchers/test-fetcher.ts';
import { temporaryFolder } from '../harness/temporary-folder.ts';

const documentId = 'fernleaf/privacy';

/** Spellings by which others were made to read files, each leading to a file that is there. */
function spellingsOf(file: string): string[] {
  const { href, pathname } = pathToFileURL(file);
  return [
    href,
    `file:${pathname}`,
    `file:/${pathname.slice(1)}`,
    `FILE://${pathname}`,
    ` ${href}`,
    `\t${href}`,
    `fi\nle://${pathname}`,
    `file://localhost${pathname}`,
    `file:\\\\${pathname}`,
    `view-source:${href}`,
    `jar:${href}!/x`,
    `url:${href}`,
    `blob:${href}`,
    `source:${pathname}`,
    'data:text/html,<p>policy</p>',
    'javascript:1',
    'about:blank',
    'chrome://version',
    'gopher://127.0.0.1/_x',
    'ftp://127.0.0.1/x',
    'ws://127.0.0.1/x',
  ];
}

async function secretFile(): Promise<string> {
  const file = join(temporaryFolder(), 'secret.html');
  await writeFile(file, '<h1>not for the web</h1>');
  return file;
}

it('schemes are an allow-list on the parsed URL: by no spelling, direct or by redirect, is a file read', async () => {
  const spellings = spellingsOf(await secretFile());
  const fetcher = testFetcher();
  const web = await testWeb({});
  for (const url of spellings) {
    const direct = failed(await fetcher.fetch({ documentId, url, robotsOverride: 'test' }));
    expect([url, direct.code]).toEqual([url, 'scheme_forbidden']);
    web.routes.set('/', { status: 302, headers: { location: url.replace(/[\t\n]/g, '') } });
    const moved = failed(await fetcher.fetch({ documentId, url: web.url, robotsOverride: 'test' }));
    expect([url, moved.code]).toEqual([url, 'scheme_forbidden']);
  }
});

it('no spelling is taken into the configuration, neither as a document nor as a proxy', async () => {
  const spellings = spellingsOf(await secretFile());
  const dir = join(temporaryFolder(), 'config');
  await mkdir(dir);
  const documents = spellings.flatMap((url, at) => [
    { id: `page-${at}`, name: 'x', kind: 'terms', urls: [url] },
    { id: `proxied-${at}`, name: 'x', kind: 'terms', urls: ['https://fernleaf.example/'], proxy: url },
  ]);
  const sources = { platforms: [{ id: 'fernleaf', name: 'Fernleaf', documents }] };
  await writeFile(join(dir, 'sources.json'), JSON.stringify(sources), { mode: 0o600 });
  const error = await loadConfig({ dir, env: {} }).catch((thrown: Error) => thrown);
  for (const at of documents.keys())
    expect(String(error)).toContain(`documents[${at}].${at % 2 ? 'proxy' : 'urls[0]'}`);
});
