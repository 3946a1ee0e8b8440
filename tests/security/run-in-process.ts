import { PassThrough, Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { runCli } from '../../src/cli/run-cli.ts';
import type { Ran } from '../harness/run-clausewatch.ts';

export interface InProcess {
  readonly env?: Readonly<Record<string, string>>;
  readonly colour?: boolean;
  readonly now?: Date;
}

/** A whole command line in this process: what `bin/clausewatch.js` does, without the start of a process. */
export async function runInProcess(
  args: readonly string[],
  { env = {}, colour = false, now = new Date() }: InProcess = {},
): Promise<Ran> {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const [out, err] = [buffer(stdout), buffer(stderr)];
  const status = await runCli(args, {
    stdin: Readable.from([]),
    stdout,
    stderr,
    env,
    colour,
    progress: false,
    width: 100,
    clock: () => now,
    signal: new AbortController().signal,
  });
  stdout.end();
  stderr.end();
  return { status, stdout: (await out).toString('utf8'), stderr: (await err).toString('utf8') };
}
