import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import type { ImportSummary } from '../src/cli/history/import-ota.ts';
import { openSqliteArchive } from '../src/storage/sqlite/open-sqlite-archive.ts';
import { archiveIn, compareArchives } from './round-trip.ts';

// npm run bench:import -- [REPOSITORY…] [--no-memory] [--round-trip] [--keep DIR]
// Whole histories through reading, diff, classification and archive, and memory at 1 and 4 times the versions. With
// --round-trip the archive leaves by `export git`, is imported into a fresh one, and both are compared.

const BUNDLES = ['pga-versions', 'contrib-versions'].map((name) => `../shared/data/policy-histories/${name}.bundle`);
const SHIM = resolve('bin/clausewatch.js');

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    'no-memory': { type: 'boolean', default: false },
    'round-trip': { type: 'boolean', default: false },
    keep: { type: 'string' },
  },
});
const repositories = (positionals.length > 0 ? positionals : BUNDLES).map((path) => resolve(path));
if (!repositories.every((path) => existsSync(path))) {
  console.error('usage: npm run bench:import -- REPOSITORY… (default: the bundles in ../shared/data/policy-histories)');
  process.exit(2);
}

interface Run {
  readonly summary: ImportSummary;
  readonly seconds: number;
  /** Of the command and of the process that reads for it, each at its highest, MB. */
  readonly peakMb: { readonly main: number; readonly reader: number };
  /** Of the processor, all processes together; counted to a fifth of a second before the end. */
  readonly cpuSeconds: number;
}

const dir = values.keep ?? mkdtempSync(join(tmpdir(), 'clausewatch-bench-import-'));
try {
  const whole: Run[] = [];
  for (const repository of repositories) whole.push(await importInto('whole', repository));
  await printTable(whole);
  if (values['round-trip']) await goRound();
  if (!values['no-memory']) await compareMemory(whole[0]);
} finally {
  if (values.keep === undefined) rmSync(dir, { recursive: true, force: true });
}

async function importInto(name: string, repository: string, more: readonly string[] = []): Promise<Run> {
  const cwd = join(dir, name);
  mkdirSync(cwd, { recursive: true });
  const started = performance.now();
  const args = [SHIM, 'import', 'ota', repository, '--new-platforms', '--json', ...more];
  const child = spawn(process.execPath, args, { cwd, stdio: ['ignore', 'pipe', 'inherit'] });
  const peak = { main: 0, reader: 0 };
  const cpu = new Map<number, number>();
  const watch = setInterval(() => {
    peak.main = Math.max(peak.main, highWaterMb(child.pid));
    const readers = childrenOf(child.pid);
    peak.reader = Math.max(peak.reader, ...readers.map(highWaterMb), 0);
    for (const pid of [child.pid ?? 0, ...readers]) cpu.set(pid, Math.max(cpu.get(pid) ?? 0, cpuSecondsOf(pid)));
  }, 200);
  const [output, [status]] = await Promise.all([buffer(child.stdout), once(child, 'close')]);
  clearInterval(watch);
  if (status !== 0) throw new Error(`the import of ${repository} ended with status ${status}`);
  const seconds = (performance.now() - started) / 1000;
  return {
    summary: JSON.parse(output.toString()) as ImportSummary,
    seconds,
    peakMb: peak,
    cpuSeconds: [...cpu.values()].reduce((sum, one) => sum + one, 0),
  };
}

async function goRound(): Promise<void> {
  const started = performance.now();
  const args = [SHIM, 'export', 'git', join(dir, 'exported')];
  const child = spawn(process.execPath, args, { cwd: join(dir, 'whole'), stdio: ['ignore', 'ignore', 'inherit'] });
  const [status] = await once(child, 'close');
  if (status !== 0) throw new Error(`the export ended with status ${status}`);
  await importInto('again', join(dir, 'exported'));
  const { differences, ...same } = await compareArchives(archiveIn(dir, 'whole'), archiveIn(dir, 'again'));
  const seconds = ((performance.now() - started) / 1000).toFixed(0);
  const { documents, versions, changes, suspects } = same;
  console.log(
    `round trip: ${documents} documents, ${versions} versions, ${changes} changes, ${suspects} suspects; ${differences.length} differences (${seconds} s)`,
  );
  for (const difference of differences) console.log(difference);
  if (differences.length > 0) process.exitCode = 1;
}

function highWaterMb(pid: number | undefined): number {
  try {
    const kb = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return Number(kb ?? 0) / 1024;
  } catch {
    return 0;
  }
}

/** The kernel counts in hundredths of a second. */
function cpuSecondsOf(pid: number): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
    return (Number(fields[11]) + Number(fields[12])) / 100;
  } catch {
    return 0;
  }
}

/** Of the command, those that run node: the other ones are git. */
function childrenOf(pid: number | undefined): number[] {
  try {
    return readdirSync(`/proc/${pid}/task`)
      .flatMap((task) => readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8').split(' '))
      .filter((child) => child !== '' && readFileSync(`/proc/${child}/cmdline`, 'utf8').includes('extract-process'))
      .map(Number);
  } catch {
    return [];
  }
}

function tally({ summary }: Run) {
  const sum = (count: (document: ImportSummary['documents'][number]) => number): number =>
    summary.documents.reduce((total, document) => total + count(document), 0);
  const { length: documents } = summary.documents;
  const of = (outcome: keyof ImportSummary['documents'][number]['counts']): number =>
    sum(({ counts }) => counts[outcome]);
  const outcomes = [of('imported'), of('cosmetic'), of('technical'), of('unchanged'), of('suspect')] as const;
  const read = outcomes.reduce((total, count) => total + count, 0);
  const errors = summary.documents.filter(({ error }) => error !== null).length;
  return { documents, outcomes, read, changes: sum(({ changes }) => changes), errors };
}

async function printTable(runs: readonly Run[]): Promise<void> {
  const head = ['repository', 'documents', 'read', 'versions', 'cosmetic', 'technical', 'same words', 'suspect'];
  const rows = runs.map((run) => {
    const { documents, outcomes, read, changes, errors } = tally(run);
    const rate = (read / run.seconds).toFixed(1);
    const { main, reader } = run.peakMb;
    return [
      run.summary.repository,
      documents,
      read,
      ...outcomes,
      changes,
      errors,
      rate,
      (read / run.cpuSeconds).toFixed(1),
      `${mb(main)} + ${mb(reader)}`,
    ];
  });
  console.log([...head, 'changes', 'errors', 'per second', 'per CPU second', 'peak MB (command + reader)'].join(' | '));
  for (const row of rows) console.log(row.join(' | '));
  const { archive, close } = await openSqliteArchive({ dir: archiveIn(dir, 'whole') });
  const changes = await archive.changeOutlines({});
  const about = (topic: string | null): number =>
    changes.filter(({ classification: { topics } }) =>
      topic ? topics.includes(topic as 'ai-training') : topics.length === 0,
    ).length;
  const reverts = changes.filter(({ after }) => after.revertsTo !== null).length;
  console.log(
    `changes ${changes.length}: ai-training ${about('ai-training')}, ai-other ${about('ai-other')}, neither ${about(null)}; to an earlier text ${reverts}`,
  );
  await close();
}

/** The newest quarter of the history, and all of it. */
async function compareMemory(whole: Run | undefined): Promise<void> {
  const [repository] = repositories;
  if (!whole || !repository) return;
  const dates = await datesOf();
  const since = dates[Math.floor(dates.length * 0.75)] ?? '';
  const quarter = await importInto('quarter', repository, ['--since', since]);
  const [less, more] = [tally(quarter).read, tally(whole).read];
  const ratio = (whole.peakMb.main + whole.peakMb.reader) / (quarter.peakMb.main + quarter.peakMb.reader);
  console.log(
    `memory: ${less} versions (from ${since.slice(0, 10)}) ${mb(quarter.peakMb.main)} + ${mb(quarter.peakMb.reader)} MB, ${more} versions (${(more / less).toFixed(1)} times) ${mb(whole.peakMb.main)} + ${mb(whole.peakMb.reader)} MB: ${ratio.toFixed(2)} times`,
  );
}

async function datesOf(): Promise<string[]> {
  const { archive, close } = await openSqliteArchive({ dir: archiveIn(dir, 'whole') });
  const dates: string[] = [];
  for (const id of await archive.documentIds()) {
    dates.push(...(await archive.importsOf(id)).map(({ capturedAt }) => capturedAt));
  }
  await close();
  return dates.toSorted();
}

function mb(megabytes: number): string {
  return megabytes.toFixed(0);
}
