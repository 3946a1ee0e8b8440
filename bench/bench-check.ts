import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { type Bed, makeBed } from './bench-bed.ts';
import { type Figure, median, spread } from './bench-figures.ts';
import { commandOf, descendants, endedChildrenCpuMs } from './bench-processes.ts';

const RUNS = 3;

/** Of the source, or of the package in that folder. */
export function commandIn(built: string | undefined): string {
  return built ? join(built, 'bin/clausewatch.js') : fileURLToPath(new URL('../bin/clausewatch.js', import.meta.url));
}

interface Ran {
  readonly wall: number;
  readonly cpu: number;
  readonly rows: number;
  readonly status: number | null;
}

async function run(bed: Bed, command: string, args: readonly string[]): Promise<Ran> {
  const [before, start] = [endedChildrenCpuMs(), performance.now()];
  const child = spawn(process.execPath, [command, ...args], { cwd: bed.dir, stdio: ['ignore', 'pipe', 'ignore'] });
  let printed = '';
  child.stdout.on('data', (chunk: Buffer) => {
    printed += chunk.toString();
  });
  const [status] = (await once(child, 'close')) as [number | null];
  const wall = (performance.now() - start) / 1000;
  const rows = printed.split('\n').filter((line) => line.includes('unchanged')).length;
  return { wall, cpu: (endedChildrenCpuMs() - before) / 1000, rows, status };
}

/** Looks at the processes of one more run, which is not measured. */
async function startsBrowser(bed: Bed, command: string): Promise<boolean> {
  const done = run(bed, command, ['check']).then(() => true);
  let seen = false;
  while (!(await Promise.race([done, delay(20, false)]))) {
    seen ||= descendants(process.pid).some((pid) => /chrom|firefox|webkit/i.test(commandOf(pid)));
  }
  return seen;
}

async function measureWith(minPauseMs: number, built: string | undefined) {
  await using bed = await makeBed({ documents: 20, hosts: 20, minPauseMs });
  const command = commandIn(built);
  await run(bed, command, ['check']);
  const all: Record<'304' | 'bytes' | 'help', Ran[]> = { '304': [], bytes: [], help: [] };
  for (let at = 0; at < RUNS; at++) {
    for (const way of ['304', 'bytes'] as const) {
      await bed.order({ validators: way === '304' });
      // The pause between two requests to a host holds for two commands as well; people do not type so fast.
      await delay(minPauseMs);
      const ran = await run(bed, command, ['check']);
      if (ran.status !== 0 || ran.rows !== 20) throw new Error(`check ended with ${ran.status}, ${ran.rows} unchanged`);
      all[way].push(ran);
      // Validators are asked for again once a page brings them.
      if (way === 'bytes') {
        await bed.order({ validators: true });
        await delay(minPauseMs);
        await run(bed, command, ['check']);
      }
    }
    all.help.push(await run(bed, command, ['--help']));
  }
  return { all, browser: await startsBrowser(bed, command) };
}

/** The whole command as a process, with the pauses that users have and without. */
export async function measureCheck(built?: string): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const [minPauseMs, name] of [
    [2_000, 'default settings'],
    [0, 'no pause between requests to a host'],
  ] as const) {
    const { all, browser } = await measureWith(minPauseMs, built);
    for (const [way, what] of [
      ['304', '304'],
      ['bytes', 'the same bytes'],
    ] as const) {
      const walls = all[way].map(({ wall }) => wall);
      figures.push({
        name: `${what}, ${name}: wall`,
        value: spread(walls, 's', 2),
        target: { text: '≤ 3 s', met: median(walls) <= 3 && !browser },
      });
      figures.push({
        name: '  CPU of all its processes',
        value: spread(
          all[way].map(({ cpu }) => cpu),
          's',
          2,
        ),
      });
    }
    figures.push({ name: '  browser started', value: browser ? 'YES' : 'no' });
    if (minPauseMs === 0)
      figures.push({
        name: '`--help`: wall',
        value: spread(
          all.help.map(({ wall }) => wall),
          's',
          2,
        ),
      });
  }
  return figures;
}
