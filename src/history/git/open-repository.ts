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

const REMOTE = /^(?:https:\/\/|ssh:\/\/|[A-Za-z0-9._-]+@[A-Za-z0-9.-]+:)/;

/**
 * Opens a folder or bundle on this disk, or clones `https://`, `ssh://` and `user@host:path` into a temporary folder.
 * Throws `repository_unusable` for anything else, and `git_missing`.
 */
export async function openRepository(given: string, env: Environment): Promise<Repository> {
  if (REMOTE.test(given)) return cloned(given, env, 'https:ssh');
  const path = resolve(given);
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) {
    const known = /^[a-z+]+:/i.test(given)
      ? 'addresses begin with https:// or ssh://'
      : 'there is no such folder or file';
    throw unusable(given, known);
  }
  if (found.isFile()) return cloned(path, env, 'file');
  const gitDir = existsSync(join(path, '.git')) ? join(path, '.git') : path;
  const { status, stderr } = await askGit({ args: ['--git-dir', gitDir, 'rev-parse', '--git-dir'], env });
  if (status !== 0) throw unusable(given, lastLine(stderr));
  return withHead({ gitDir, env, name: await nameOf(gitDir, env, path), close: () => {} }, given);
}

async function cloned(given: string, env: Environment, transport: Transport): Promise<Repository> {
  const dir = mkdtempSync(join(tmpdir(), 'clausewatch-import-'));
  const close = (): void => rmSync(dir, { recursive: true, force: true });
  try {
    const gitDir = join(dir, 'repository.git');
    const options = ['--bare', '--quiet', '--template=', '--no-local'];
    const call = { args: ['clone', ...options, '--', given, gitDir], env, transport };
    const { status, stderr } = await askGit(call);
    if (status !== 0) throw unusable(given, lastLine(stderr));
    const name = transport === 'file' ? plainName(given) : withoutSecrets(given);
    return await withHead({ gitDir, env, name, close }, given);
  } catch (error) {
    close();
    throw error;
  }
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
    `${given}: no git repository that can be read (${why}); name a folder, a bundle or an address of one.`,
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

/** Addresses may carry a password. */
function withoutSecrets(address: string): string {
  return address.replace(/^([a-z]+:\/\/)[^@/]*@/, '$1');
}
