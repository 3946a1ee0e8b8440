import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { type Bed, makeBed } from './bench-bed.ts';
import { commandIn } from './bench-check.ts';
import { type Figure, spread } from './bench-figures.ts';
import { commandOf, cpuMs, descendants, residentMb } from './bench-processes.ts';

const DOCUMENTS = 1_000;
const CHANGED_SHARE = 0.05;
// Longer than the page reader waits for a page before it ends.
const IDLE_MS = 35_000;

// JavaScript, so that it loads no TypeScript stripper into what is measured. The clock jumps six hours ahead, as that of
// a machine does which slept: every document is due then.
const CLOCK = `let ahead = 0;
const Real = Date;
globalThis.Date = class extends Real {
  constructor(...given) { given.length === 0 ? super(Real.now() + ahead) : super(...given); }
  static now() { return Real.now() + ahead; }
};
if (process.argv[2] === 'watch') process.on('SIGUSR2', () => { ahead += 6 * 3600_000; process.emit('SIGHUP'); });`;

/** A daemon that is watched: what it logged, what it used. */
class Daemon {
  readonly #child: ChildProcess;
  readonly #wakes = new Set<() => void>();
  readonly outcomes = new Map<string, number>();
  readonly #said: string[] = [];
  checks = 0;
  mostReader = 0;
  mostTogether = 0;
  /** With the pages of files, which both share, counted once. */
  mostTaken = 0;
  readonly #sampling: NodeJS.Timeout;

  constructor(bed: Bed, built: string | undefined, clock = false) {
    const env = clock ? { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(CLOCK)}` } : {};
    this.#child = spawn(process.execPath, [...startFlags(), commandIn(built), 'watch'], {
      cwd: bed.dir,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    if (this.#child.stderr) createInterface({ input: this.#child.stderr }).on('line', (line) => this.#hear(line));
    this.#child.on('close', () => this.#hear('{"msg":"closed"}'));
    this.#sampling = setInterval(() => this.memory(), 250);
  }

  get pid(): number {
    return this.#child.pid ?? 0;
  }

  async until(reached: () => boolean): Promise<void> {
    while (!reached()) {
      if (this.#child.exitCode !== null) throw new Error(`the daemon ended: ${this.#said.join('\n')}`);
      await new Promise<void>((resolve) => this.#wakes.add(resolve));
    }
  }

  said(words: string): boolean {
    return this.#said.some((line) => line.includes(words));
  }

  /** Megabytes: the daemon, and the process that reads pages for it. */
  memory(): { readonly daemon: number; readonly reader: number; readonly most: number } {
    const { now, most, files } = residentMb(this.pid);
    const readers = descendants(this.pid).filter((pid) => commandOf(pid).includes('extract-process'));
    const each = readers.map((pid) => residentMb(pid));
    const reader = each.reduce((sum, resident) => sum + resident.now, 0);
    const shared = each.reduce((sum, resident) => sum + Math.min(resident.files, files), 0);
    this.mostTaken = Math.max(this.mostTaken, now + reader - shared);
    this.mostReader = Math.max(this.mostReader, reader);
    this.mostTogether = Math.max(this.mostTogether, now + reader);
    return { daemon: now, reader, most };
  }

  jump(): void {
    this.#child.kill('SIGUSR2');
  }

  async stop(): Promise<void> {
    clearInterval(this.#sampling);
    this.#child.kill('SIGTERM');
    if (this.#child.exitCode === null) await once(this.#child, 'close');
  }

  #hear(line: string): void {
    const { outcome, msg, level } = parse(line);
    if (typeof outcome === 'string') {
      this.checks += 1;
      this.outcomes.set(outcome, (this.outcomes.get(outcome) ?? 0) + 1);
    }
    if (typeof outcome !== 'string' || Number(level) > 30) this.#said.push(`${msg ?? line}`);
    for (const wake of this.#wakes) wake();
    this.#wakes.clear();
  }
}

/** What `npm start` gives to Node. */
function startFlags(): string[] {
  const { scripts } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
  return (scripts.start as string).split(' ').filter((word) => word.startsWith('--'));
}

function parse(line: string): Record<string, unknown> {
  try {
    return JSON.parse(line) as Record<string, unknown>;
  } catch {
    return {};
  }
}

async function idle(daemon: Daemon): Promise<ReturnType<Daemon['memory']>> {
  await daemon.until(() => daemon.said('canary passed'));
  await delay(IDLE_MS);
  return daemon.memory();
}

/** Whatever round of 1,000 checks: each twentieth document has a new text. */
async function round(bed: Bed, daemon: Daemon, number: number): Promise<void> {
  const every = 1 / CHANGED_SHARE;
  await bed.order({
    revise: Array.from({ length: DOCUMENTS * CHANGED_SHARE }, (_, at) => at * every + (number % every)),
  });
  const before = daemon.checks;
  daemon.jump();
  await daemon.until(() => daemon.checks >= before + DOCUMENTS);
}

/** The daemon as people start it, through a first look, an idle start and so many checks. */
export async function measureDaemon(checks: number, built?: string): Promise<Figure[]> {
  await using bed = await makeBed({ documents: DOCUMENTS, hosts: 200, minPauseMs: 0 });
  const first = new Daemon(bed, built);
  await first.until(() => first.checks >= DOCUMENTS);
  const afterFirst = await idle(first);
  await first.stop();

  const calm = new Daemon(bed, built);
  const atStart = await idle(calm);
  const cpuBefore = cpuMs(calm.pid);
  await calm.stop();

  const busy = new Daemon(bed, built, true);
  await busy.until(() => busy.said('canary passed'));
  const walls: number[] = [];
  for (let at = 0; at < checks / DOCUMENTS; at++) {
    const start = performance.now();
    await round(bed, busy, at);
    walls.push((performance.now() - start) / 1000);
  }
  const most = busy.memory();
  await delay(IDLE_MS);
  const afterwards = busy.memory();
  await busy.stop();
  const mb = (value: number): string => `${Math.round(value)} MB`;
  const pair = ({ daemon, reader }: { readonly daemon: number; readonly reader: number }): string =>
    `${mb(daemon)} + ${mb(reader)}`;
  const outcomes = [...busy.outcomes].map(([outcome, count]) => `${count} ${outcome}`).join(', ');
  return [
    { name: 'idle, 35 s after its start: daemon + page reader', value: pair(atStart), target: under(atStart, 150) },
    { name: '  CPU until then', value: `${(cpuBefore / 1000).toFixed(2)} s` },
    {
      name: 'idle, 35 s after 1,000 first looks (600 MB of pages)',
      value: pair(afterFirst),
      target: under(afterFirst, 150),
    },
    { name: `idle, 35 s after ${checks} checks`, value: pair(afterwards), target: under(afterwards, 150) },
    {
      name: `most during ${checks} checks (${outcomes}): daemon`,
      value: mb(most.most),
      target: { text: '< 300 MB', met: most.most < 300 },
    },
    { name: '  page reader', value: mb(busy.mostReader) },
    {
      name: '  both together',
      value: mb(busy.mostTogether),
      target: { text: '< 300 MB', met: busy.mostTogether < 300 },
    },
    { name: '  both together, the program they share counted once', value: mb(busy.mostTaken) },
    { name: 'most during the 1,000 first looks: daemon', value: mb(afterFirst.most) },
    { name: '  both together', value: mb(first.mostTogether) },
    { name: '  both together, the program they share counted once', value: mb(first.mostTaken) },
    { name: '1,000 checks, wall', value: spread(walls, 's') },
  ];
}

/** The page reader counts: memory is taken, whichever process has it. */
function under({ daemon, reader }: { readonly daemon: number; readonly reader: number }, limit: number) {
  return { text: `< ${limit} MB`, met: daemon + reader < limit };
}
