import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import { ClausewatchError } from '../../domain/clausewatch-error.ts';

/** What git may fetch from: nothing, unless a clone says so. */
export type Transport = 'none' | 'file' | 'https' | 'ssh';

export interface GitCall {
  /** Never joined to a command line: there is no shell. */
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly transport?: Transport;
  readonly cwd?: string;
  /** Ends it. */
  readonly signal?: AbortSignal;
}

export type GitChild = ChildProcessByStdio<Writable, Readable, Readable>;

/**
 * A repository of others may carry a configuration of its own, which names programs. These are the ones that reading
 * would run; transports are closed so that blobs left out of a partial clone are missing and not fetched.
 */
const HARMLESS = [
  ...['core.hooksPath', 'core.fsmonitor', 'core.pager', 'diff.external'].map((key) => `${key}=`),
  ...['log.showSignature=false', 'log.mailmap=false', 'log.showRoot=true', 'core.quotePath=false'],
].flatMap((setting) => ['-c', setting]);

/** Starts git. Throws `git_missing` where there is none. */
export async function startGit({ args, env, transport = 'none', cwd, signal }: GitCall): Promise<GitChild> {
  const child = spawn('git', ['--no-pager', ...HARMLESS, ...args], {
    stdio: ['pipe', 'pipe', 'pipe'],
    ...(cwd === undefined ? {} : { cwd }),
    ...(signal === undefined ? {} : { signal }),
    env: {
      ...env,
      GIT_ALLOW_PROTOCOL: transport,
      GIT_TERMINAL_PROMPT: '0',
      GIT_ASKPASS: '',
      SSH_ASKPASS: '',
      GIT_SSH_COMMAND: env.GIT_SSH_COMMAND ?? 'ssh -o BatchMode=yes -o ConnectTimeout=30',
      GIT_NO_LAZY_FETCH: '1',
      GIT_ATTR_NOSYSTEM: '1',
      GIT_OPTIONAL_LOCKS: '0',
      GIT_DIR: undefined,
      GIT_WORK_TREE: undefined,
      GIT_INDEX_FILE: undefined,
      GIT_CONFIG_PARAMETERS: undefined,
      GIT_EXTERNAL_DIFF: undefined,
      GIT_SSL_NO_VERIFY: undefined,
      // Names that go past the guarded proxy.
      no_proxy: undefined,
      NO_PROXY: undefined,
      LC_ALL: 'C',
    },
  });
  // A process that ended closes its input: what it says is in its status.
  child.stdin.on('error', () => {});
  try {
    await once(child, 'spawn');
  } catch (error) {
    if (signal?.aborted) throw signal.reason;
    throw new ClausewatchError('git_missing', 'git could not be started; install git 2.30 or newer.', { cause: error });
  }
  // One that is ended by the signal says so here as well; its status is what counts.
  child.on('error', () => {});
  return child;
}

export interface GitAnswer {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

const MAX_ANSWER = 4 * 1024 * 1024;

/** One short answer. */
export async function askGit(call: GitCall): Promise<GitAnswer> {
  const child = await startGit(call);
  child.stdin.end();
  const [stdout, stderr, status] = await Promise.all([textOf(child.stdout), textOf(child.stderr), statusOf(child)]);
  return { status, stdout, stderr };
}

/** Null where a signal ended it. Waits for the end itself: `once` would not, for one that a signal of ours ends. */
export function statusOf(child: GitChild): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode);
  return new Promise((resolve) => child.once('exit', resolve));
}

/** The beginning of what a stream says; the rest is read and dropped. */
export async function textOf(stream: Readable): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    if (length < MAX_ANSWER) chunks.push(chunk);
    length += chunk.length;
  }
  return Buffer.concat(chunks).toString();
}

/** The last thing that git said, for a message of ours. */
export function lastLine(stderr: string): string {
  const lines = stderr.split('\n').filter((line) => line.trim() !== '');
  return (lines.at(-1) ?? 'git said nothing').replace(/^(?:fatal|error): /, '').slice(0, 300);
}
