import { readdirSync, readFileSync } from 'node:fs';

// Linux only: what a process used is read from /proc.

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    // It ended meanwhile.
    return '';
  }
}

function threads(pid: number): string[] {
  try {
    return readdirSync(`/proc/${pid}/task`);
  } catch {
    return [];
  }
}

/** Milliseconds of processor time of a running process, all its threads, to the nanosecond. */
export function cpuMs(pid: number): number {
  const used = threads(pid).map((thread) => Number(read(`/proc/${pid}/task/${thread}/schedstat`).split(' ')[0]));
  return used.reduce((sum, ns) => sum + ns, 0) / 1e6;
}

/** Milliseconds of processor time of children that ended and of theirs, in steps of 10. */
export function endedChildrenCpuMs(): number {
  const fields = read('/proc/self/stat').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[13]) + Number(fields[14])) * 10;
}

/** Megabytes of a process in memory. 0 when it is gone. */
export interface ResidentMb {
  readonly now: number;
  /** Since it began. */
  readonly most: number;
  /** Of what is there now: pages of files, mostly of the program, which all processes of one program share. */
  readonly files: number;
}

export function residentMb(pid: number): ResidentMb {
  const status = read(`/proc/${pid}/status`);
  const field = (name: string): number => Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? 0) / 1024;
  return { now: field('VmRSS'), most: field('VmHWM'), files: field('RssFile') };
}

/** Pids of all processes below that one. */
export function descendants(pid: number): number[] {
  const parents = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => [Number(name), Number(read(`/proc/${name}/stat`).split(') ')[1]?.split(' ')[1])] as const);
  const below = (parent: number): number[] =>
    parents.filter(([, of]) => of === parent).flatMap(([child]) => [child, ...below(child)]);
  return below(pid);
}

export function commandOf(pid: number): string {
  return read(`/proc/${pid}/cmdline`).replaceAll('\0', ' ');
}
