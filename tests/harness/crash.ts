import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startClausewatch } from './run-clausewatch.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** A command line of clausewatch that may be killed and started again. */
export interface CrashCommand {
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
}

/**
 * When a process is killed: at a write or transaction boundary (from 1: before and after each file that is written,
 * renamed or removed, and each commit), or after so many milliseconds.
 */
export type CrashPoint = { readonly boundary: number } | { readonly afterMs: number };

const HOOKS = [import.meta.resolve('./shifted-clock.ts'), import.meta.resolve('./crash-point.ts')]
  .map((hook) => `--import ${hook}`)
  .join(' ');

/** How many boundaries the command passes when nothing disturbs it. It is run for that. */
export async function countBoundaries(command: CrashCommand): Promise<number> {
  const file = join(temporaryFolder(), 'boundaries');
  await runOnce(command, { CRASH_COUNT_FILE: file });
  return Number(readFileSync(file, 'utf8'));
}

/** How the last run ended, and how many of the runs before it were killed: others ended before their crash came. */
export interface Crashed {
  readonly status: number | null;
  readonly kills: number;
}

/**
 * Runs the command once for each crash, killed by SIGKILL there, and then to its end, each time an hour later: what a
 * killed process held is free again by then.
 */
export async function runThroughCrashes(command: CrashCommand, crashes: readonly CrashPoint[]): Promise<Crashed> {
  let kills = 0;
  for (const [hour, crash] of crashes.entries()) {
    const at = 'boundary' in crash ? { CRASH_AT: String(crash.boundary) } : {};
    const more = { TEST_HOURS_AHEAD: String(hour), ...at };
    const { signal } = await runOnce(command, more, 'afterMs' in crash ? crash.afterMs : undefined);
    if (signal === 'SIGKILL') kills += 1;
  }
  const { status } = await runOnce(command, { TEST_HOURS_AHEAD: String(crashes.length) });
  return { status, kills };
}

async function runOnce(
  { args, cwd, env = {} }: CrashCommand,
  more: Readonly<Record<string, string>>,
  killAfterMs?: number,
): Promise<{ readonly status: number | null; readonly signal: string | null }> {
  const child = startClausewatch(args, { cwd, env: { ...env, NODE_OPTIONS: HOOKS, ...more } });
  child.stdin.end();
  child.stdout.resume();
  child.stderr.resume();
  const timer = killAfterMs === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), killAfterMs);
  const [status, signal] = (await once(child, 'close')) as [number | null, string | null];
  clearTimeout(timer);
  return { status, signal };
}
