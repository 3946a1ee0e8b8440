import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { differencesOf, readStory } from '../tests/harness/archive-story.ts';
import { readCorpus } from './replay/corpus.ts';
import { folderBytes } from './replay/folder-bytes.ts';
import { printTable } from './replay/print-table.ts';
import { runWalk, type Walked } from './replay/run-walk.ts';
import { storeInGit } from './replay/store-in-git.ts';
import { tallyDocument } from './replay/tally.ts';

// npm run bench:replay -- DIR [--slug NAME]… [--seed WORD] [--kills N] [--no-git] [--manifest FILE] [--json FILE]
// Months of real captures through the whole real pipeline, on a clock that is moved. DIR as ../shared/eval/README.md
// unpacks it; see docs/replay.md.

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    slug: { type: 'string', multiple: true, default: [] },
    seed: { type: 'string', default: 'clausewatch' },
    kills: { type: 'string', default: '0' },
    'no-git': { type: 'boolean', default: false },
    manifest: { type: 'string' },
    json: { type: 'string' },
  },
});
const [pages = ''] = positionals;
const manifest = values.manifest ?? '../shared/data/html-dev-manifest.jsonl';
if (pages === '' || !existsSync(pages) || !existsSync(manifest)) {
  console.error('usage: npm run bench:replay -- DIR [--manifest FILE], see ../shared/eval/README.md for both');
  process.exit(2);
}

let looked = 0;
const corpus = { manifest, slugs: values.slug, seed: values.seed };
const steps = readCorpus(corpus);
const slugs = [...new Set(steps.map(({ slug }) => slug))].toSorted();
const dir = mkdtempSync(join(tmpdir(), 'clausewatch-replay-'));

try {
  const walked = await runWalk({ corpus, pages, slugs, dir: join(dir, 'calm'), onLook: progress });
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[2K');
  const tallies = slugs.map((slug) =>
    tallyDocument(
      slug,
      steps.filter((step) => step.slug === slug),
      walked.looks.filter((look) => look.slug === slug),
    ),
  );
  const archive = join(dir, 'calm', 'snapshots');
  const story = await readStory({ dir: archive, documentIds: slugs.map(documentId) });
  printTable(tallies, (slug) => bytesOf(archive, slug), story.versions);
  printMail(walked, story.outbox);
  if (!values['no-git']) await compareWithGit(archive, story.versions.length, walked.looks.length);
  const kills = Number(values.kills);
  if (kills > 0) await killAndCompare(kills, walked, story);
  if (values.json) writeFileSync(values.json, JSON.stringify({ tallies, story }, null, 1));
} finally {
  rmSync(dir, { recursive: true, force: true });
}

function progress(): void {
  looked += 1;
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[2K${looked} looks, ${steps.length} captures …`);
}

function documentId(slug: string): string {
  return `plumbago/${slug}`;
}

function bytesOf(archive: string, slug: string): number {
  const folder = join(archive, 'plumbago', slug);
  return existsSync(folder) ? folderBytes(folder) : 0;
}

function printMail({ received, ms }: Walked, outbox: readonly string[]): void {
  const kinds = Object.groupBy(outbox, (entry) => `${entry.split(' ')[0]} ${entry.split(' ')[2]}`);
  const listed = Object.entries(kinds).map(([kind, rows]) => `${rows?.length} ${kind}`);
  console.log(
    `\nmessages: ${listed.join(', ')}; received ${received.length}, ${new Set(received).size} of them different`,
  );
  console.log(`the whole walk took ${(ms / 1000).toFixed(0)} s`);
}

async function compareWithGit(archive: string, versions: number, checks: number): Promise<void> {
  const git = await storeInGit(join(dir, 'captures.git'), pages, steps);
  const raw = folderBytes(archive, (name) => /\.html(?:\.delta)?\.zst$/.test(name));
  const readings = folderBytes(archive, (name) => /\.json(?:\.delta)?\.zst$/.test(name));
  const markdown = folderBytes(archive, (name) => name.endsWith('.md'));
  const database = folderBytes(archive, (name) => name.startsWith('clausewatch.db'));
  const all = raw + readings + markdown + database;
  const kb = (bytes: number): string => `${(bytes / 1024).toFixed(1)} KB`;
  const row = (name: string, bytes: number): string =>
    `  ${name.padEnd(46)} ${kb(bytes).padStart(12)} ${kb(bytes / versions).padStart(12)} ${kb(bytes / checks).padStart(12)}`;
  console.log(
    `\n${'what it takes on the disk'.padEnd(48)} ${'all'.padStart(12)} ${'per version'.padStart(12)} ${'per check'.padStart(12)}`,
  );
  console.log(row('the archive', all));
  console.log(row('  raw captures of versions and suspects', raw));
  console.log(row('  readings', readings));
  console.log(row('  Markdown, as it is', markdown));
  console.log(row('  database: checks, changes, mails', database));
  console.log(row(`git, all ${steps.length} captures, after git gc`, git));
  console.log(
    `  archive ÷ git ${(all / git).toFixed(2)}; raw captures and readings ÷ git ${((raw + readings) / git).toFixed(2)}`,
  );
}

/** The same walk again, killed at random moments. */
async function killAndCompare(
  count: number,
  calm: Walked,
  story: Awaited<ReturnType<typeof readStory>>,
): Promise<void> {
  const at = (n: number): number =>
    createHash('sha256').update(`${values.seed} kill ${n}`).digest().readUInt32BE(0) / 2 ** 32;
  const kills = Array.from({ length: count }, (_, n) => at(n) * calm.ms * 0.95).toSorted((a, b) => a - b);
  const killed = await runWalk({ corpus, pages, slugs, dir: join(dir, 'killed'), kills });
  const other = await readStory({ dir: join(dir, 'killed', 'snapshots'), documentIds: slugs.map(documentId) });
  const differences = differencesOf(story, other);
  const [first, second] = [new Set(calm.received), new Set(killed.received)];
  console.log(`\nkilled ${killed.restarts} times: ${differences.length} differences in versions, changes and outbox`);
  for (const line of differences.slice(0, 20)) console.log(`  ${line}`);
  const missing = first.difference(second).size + second.difference(first).size;
  const again = killed.received.length - second.size;
  console.log(
    `  mails: ${second.size} different ones, ${missing} missing or added, ${again} handed over again under the same Message-ID`,
  );
  console.log(`  left unjudged ${other.unjudged}, files that no row names ${other.orphans.length}`);
  if (differences.length + missing + other.unjudged > 0) process.exitCode = 1;
}
