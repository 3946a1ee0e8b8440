import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { ClausewatchError } from '../../domain/clausewatch-error.ts';
import { askGit, type GitCall, lastLine, type Transport } from './run-git.ts';

type Environment = GitCall['env'];

/** A git repository to be read. */
export interface Repository {
  readonly gitDir: string;
  readonly env: Environment;
  /** Where it comes from, for whoever reads the archive: an address, or a name without the folders of this machine. */
  readonly name: string;
  /** Removes what was brought for it. */
  close(): void;
}

/** Lets git reach what our own requests may reach, and nothing else. */
export interface Guard {
  /** Of an HTTP proxy. */
  readonly url: string;
  /** Why the last request to the host of an address did not get through. */
  failureAt(url: URL): Error | undefined;
  close(): Promise<void>;
}

export interface OpenOptions {
  readonly env: Environment;
  readonly signal: AbortSignal;
  /** Opened for an https address only. */
  readonly openGuard: () => Promise<Guard>;
  /** Before something is brought from elsewhere, which may take minutes. */
  readonly onClone: () => void;
}

const REMOTE = /^(?:https:\/\/|ssh:\/\/|[A-Za-z0-9._-]+@[A-Za-z0-9.-]+:)/;

/** A server that sends next to nothing for a minute has stopped. The environment (`GIT_HTTP_LOW_SPEED_TIME`) may say otherwise. */
const SLOWEST = ['-c', 'http.lowSpeedLimit=100', '-c', 'http.lowSpeedTime=60'];

/**
 * Opens a folder or bundle on this disk, or clones `https://`, `ssh://` and `user@host:path` into a temporary folder.
 * Throws `repository_unusable` for anything else, and `git_missing`.
 */
export async function openRepository(given: string, options: OpenOptions): Promise<Repository> {
  const { env } = options;
  if (REMOTE.test(given)) options.onClone();
  if (given.startsWith('https://')) return clonedThroughGuard(given, options);
  if (REMOTE.test(given)) return cloned(given, { ...options, transport: 'ssh', through: [] });
  const path = resolve(given);
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) {
    const known = /^[a-z+]+:/i.test(given)
      ? 'addresses begin with https:// or ssh://'
      : 'there is no such folder or file';
    throw unusable(given, known);
  }
  if (found.isFile()) return cloned(path, { ...options, transport: 'file', through: [] });
  const gitDir = existsSync(join(path, '.git')) ? join(path, '.git') : path;
  const { status, stderr } = await askGit({ args: ['--git-dir', gitDir, 'rev-parse', '--git-dir'], env });
  if (status !== 0) throw unusable(given, lastLine(stderr));
  return withHead({ gitDir, env, name: await nameOf(gitDir, env, path), close: () => {} }, given);
}

async function clonedThroughGuard(given: string, options: OpenOptions): Promise<Repository> {
  if (!URL.canParse(given)) throw unusable(given, 'this is no address');
  const guard = await options.openGuard();
  // What a server answers must not lead git elsewhere: neither to another host nor to another protocol.
  const settings = [`http.proxy=${guard.url}`, 'http.followRedirects=false', 'http.sslVerify=true'];
  const through = [...settings.flatMap((setting) => ['-c', setting]), ...SLOWEST];
  // A git that is ended waits for its helper, and that for the network.
  const cut = (): void => void guard.close();
  options.signal.addEventListener('abort', cut, { once: true });
  try {
    const failure = (): string | undefined => guard.failureAt(new URL(given))?.message;
    return await cloned(given, { ...options, transport: 'https', through, failure });
  } finally {
    options.signal.removeEventListener('abort', cut);
    if (!options.signal.aborted) await guard.close();
  }
}

interface Cloning extends OpenOptions {
  readonly transport: Transport;
  readonly through: readonly string[];
  /** What stood in the way, where git does not know it. */
  readonly failure?: () => string | undefined;
}

async function cloned(given: string, { env, transport, through, failure, signal }: Cloning): Promise<Repository> {
  const dir = mkdtempSync(join(tmpdir(), 'clausewatch-import-'));
  const close = (): void => rmSync(dir, { recursive: true, force: true });
  try {
    const gitDir = join(dir, 'repository.git');
    const options = ['--bare', '--quiet', '--template=', '--no-local'];
    const args = [...through, 'clone', ...options, '--', given, gitDir];
    const { status, stderr } = await askGit({ args, env, transport, signal });
    signal.throwIfAborted();
    if (status !== 0) throw unusable(given, failure?.() ?? reasonIn(stderr));
    const name = transport === 'file' ? plainName(given) : withoutSecrets(given);
    return await withHead({ gitDir, env, name, close }, given);
  } catch (error) {
    close();
    throw error;
  }
}

/** What git said, and what it means where that is hard to see. */
function reasonIn(stderr: string): string {
  const said = lastLine(stderr);
  if (/returned error: 30[1278]\b|redirect/i.test(said)) return `${said}; name the address where it ends`;
  if (/could not read (?:Username|Password)/.test(said))
    return 'it asks for a password, or there is nothing of that name; clone it yourself and name the folder';
  // git ends with advice where ssh was the one that failed.
  return /make sure you have the correct access rights/i.test(stderr) ? (sshLine(stderr) ?? said) : said;
}

function sshLine(stderr: string): string | undefined {
  // ssh ends its lines for a terminal, with a carriage return.
  return stderr.split(/\r?\n/).find((line) => line.trim() !== '' && !/^(?:Warning|Cloning)/.test(line));
}

async function withHead(repository: Repository, given: string): Promise<Repository> {
  const { gitDir, env } = repository;
  const { status } = await askGit({
    args: ['--git-dir', gitDir, 'rev-parse', '--verify', '--quiet', 'HEAD^{commit}'],
    env,
  });
  if (status !== 0) throw unusable(given, 'it has no commit yet');
  return repository;
}

function unusable(given: string, why: string): ClausewatchError {
  return new ClausewatchError(
    'repository_unusable',
    `${withoutSecrets(given)}: no git repository that can be read (${withoutSecrets(why)}); name a folder, a bundle or an address of one.`,
  );
}

async function nameOf(gitDir: string, env: Environment, path: string): Promise<string> {
  const { stdout } = await askGit({ args: ['--git-dir', gitDir, 'config', '--get', 'remote.origin.url'], env });
  const origin = stdout.trim();
  return REMOTE.test(origin) ? withoutSecrets(origin) : plainName(origin || path);
}

function plainName(path: string): string {
  const name = basename(path).replace(/\.(?:git|bundle)$/, '');
  return name === '' ? 'repository' : name;
}

/** Addresses may carry a password, and what git says may carry addresses. */
function withoutSecrets(text: string): string {
  return text.replaceAll(/([a-z]+:\/\/)[^@/\s]*@/g, '$1');
}
