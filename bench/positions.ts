/**
 * Where real platforms stood, by their policies of five dates, read straight from the histories.
 *
 *   npx node bench/positions.ts [--platforms Facebook,Zoom] [--dates 2023-10-01,2024-10-01] [--format markdown|table|html]
 *
 * Environment: REPOSITORIES (bare clones of the histories, default /tmp/eval).
 */
import { execFileSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { derivePositions } from '../src/classify/positions/derive-positions.ts';
import type { ReadDocument } from '../src/classify/positions/position.ts';
import { positionChanges } from '../src/classify/positions/position-changes.ts';
import { readFacts } from '../src/classify/read-facts.ts';
import { ledgerRows, positionRows } from '../src/cli/positions/position-rows.ts';
import { positionsAsHtml, positionsAsMarkdown, positionsAsTable } from '../src/cli/positions/render-positions.ts';
import { extractDocument } from '../src/extract/extract-document.ts';

const PLATFORMS: Readonly<Record<string, { readonly repository: string; readonly folders: readonly string[] }>> = {
  ...Object.fromEntries(
    ['Facebook', 'Instagram', 'Threads', 'WhatsApp', 'LinkedIn', 'TikTok', 'Snapchat', 'YouTube', 'Reddit'].map(
      (name) => [name, { repository: 'pga.git', folders: [name] }],
    ),
  ),
  X: { repository: 'pga.git', folders: ['Twitter', 'X'] },
  Google: { repository: 'contrib.git', folders: ['Google'] },
  Microsoft: { repository: 'contrib.git', folders: ['Microsoft'] },
  Zoom: { repository: 'contrib.git', folders: ['Zoom'] },
};
const DATES = '2022-06-01,2023-10-01,2024-10-01,2025-06-01,2026-08-01';

const { values } = parseArgs({
  options: {
    platforms: { type: 'string', default: Object.keys(PLATFORMS).join() },
    dates: { type: 'string', default: DATES },
    format: { type: 'string', default: 'markdown' },
  },
});
const repositories = process.env.REPOSITORIES ?? '/tmp/eval';

function git(repository: string, ...args: readonly string[]): Buffer {
  return execFileSync('git', ['--git-dir', `${repositories}/${repository}`, ...args], { maxBuffer: 2 ** 28 });
}

/** A document as it stood at the end of a day; none where it was not recorded, or no more. */
function documentAt(repository: string, path: string, date: string): ReadDocument[] {
  const [commit, since] = git(repository, 'log', '-1', `--before=${date}T23:59:59Z`, '--format=%H %cI', '--', path)
    .toString()
    .trim()
    .split(' ');
  if (!commit || !since) return [];
  try {
    const body = git(repository, 'show', `${commit}:${path}`);
    const page = extractDocument({
      documentId: path,
      url: 'https://bench.invalid/',
      contentType: 'text/markdown',
      body,
    });
    return [{ documentId: path.replace(/\.md$/, ''), region: 'global', since, facts: readFacts(page) }];
  } catch {
    return [];
  }
}

function pathsOf(repository: string, folders: readonly string[]): string[] {
  const all = git(repository, 'log', '--name-only', '--format=', '-z', '--', ...folders).toString();
  return [...new Set(all.split(/[\0\n]/).filter((path) => path.endsWith('.md')))].sort();
}

const HEAD = ['PLATFORM', 'DATA', 'POSITION', 'REGIONS', 'BY THE WORDS'] as const;
const render =
  { table: positionsAsTable, markdown: positionsAsMarkdown, html: positionsAsHtml }[values.format] ??
  positionsAsMarkdown;

for (const name of values.platforms.split(',')) {
  const platform = PLATFORMS[name];
  if (!platform) throw new Error(`no platform “${name}”; there are ${Object.keys(PLATFORMS).join(', ')}`);
  const paths = pathsOf(platform.repository, platform.folders);
  const dated = values.dates.split(',').map((date) => {
    const documents = paths.flatMap((path) => documentAt(platform.repository, path, date));
    return { at: `${date}T00:00:00.000Z`, documents, positions: derivePositions(documents) };
  });
  for (const { at, documents, positions } of dated) {
    const ids = documents.map(({ documentId }) => documentId);
    const rows = positionRows({ platform: name, name, at, documents: ids, positions, controls: [] });
    console.log(`${render({ title: `${name}, ${at.slice(0, 10)}`, head: HEAD, rows, controls: [] })}\n`);
  }
  const rows = ledgerRows({ platform: name, name, changes: positionChanges(dated) });
  console.log(`${render({ title: `${name}: transitions`, head: HEAD, rows, controls: [] })}\n`);
}
