import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { buffer } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

const SHIM = fileURLToPath(new URL('../../bin/clausewatch.js', import.meta.url));

export interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly cwd: string;
  readonly input?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Starts the command as people do, but by its file: npx forwards no signals. */
export function startClausewatch(args: readonly string[], { cwd, env = {} }: Omit<RunOptions, 'input'>) {
  const { SMTP_URL: _, ...inherited } = process.env;
  return spawn(process.execPath, [SHIM, ...args], { cwd, env: { ...inherited, NO_COLOR: '1', ...env } });
}

/** Runs one command line to its end. */
export async function runClausewatch(args: readonly string[], options: RunOptions): Promise<Ran> {
  const child = startClausewatch(args, options);
  child.stdin.on('error', () => {});
  child.stdin.end(options.input ?? '');
  const [stdout, stderr, [status]] = await Promise.all([
    buffer(child.stdout),
    buffer(child.stderr),
    once(child, 'close') as Promise<[number | null]>,
  ]);
  return { status, stdout: stdout.toString('utf8'), stderr: stderr.toString('utf8') };
}
