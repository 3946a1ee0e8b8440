import type { Writable } from 'node:stream';
import { ClausewatchError } from '../../domain/clausewatch-error.ts';
import { askGit, type GitCall, type GitChild, lastLine, startGit, statusOf, textOf } from '../git/run-git.ts';
import { SUSPECTS_BRANCH } from '../git/suspects-branch.ts';
import { formatCommitMessage } from '../ota/commit-message.ts';
import { formatTermsPath } from '../ota/terms-path.ts';
import type { ExportedText } from './exported-texts.ts';

export interface WriteGitInput {
  /** Empty. */
  readonly folder: string;
  readonly env: GitCall['env'];
  /** In order of their dates. */
  readonly versions: AsyncIterable<ExportedText>;
  readonly suspects: AsyncIterable<ExportedText>;
  readonly readme: string;
  readonly onStep: () => void;
}

const MAIN = 'main';
const AUTHOR = 'clausewatch <clausewatch@localhost>';

/**
 * A repository as Open Terms Archive makes them: one commit for each version, dated by its capture. Equal archives give
 * equal commits. What is not the policy is kept on a branch of its own. Throws `git_missing`, `git_failed`.
 */
export async function writeGit(input: WriteGitInput): Promise<{ readonly commits: number; readonly suspects: number }> {
  const { folder, env, versions, suspects, readme, onStep } = input;
  await mustSucceed({ args: ['init', '--quiet', '--template=', `--initial-branch=${MAIN}`, folder], env });
  const child = await startGit({ args: ['-C', folder, 'fast-import', '--quiet', '--done'], env });
  const complaint = textOf(child.stderr);
  child.stdout.resume();
  const counts = { commits: 0, suspects: 0 };
  for await (const text of versions) {
    const head = counts.commits === 0 ? [file('README.md', Buffer.from(readme))] : [];
    await write(child, commitOf(MAIN, text, [...head, file(formatTermsPath(text.name), text.body)]));
    counts.commits += 1;
    onStep();
  }
  for await (const text of suspects) {
    // A path of its own, so that the same error page twice is two commits.
    const path = `${text.written.capturedAt.replaceAll(':', '-')}/${formatTermsPath(text.name)}`;
    await write(child, commitOf(SUSPECTS_BRANCH, text, [file(path, text.body)]));
    counts.suspects += 1;
  }
  await write(child, [Buffer.from('done\n')]);
  child.stdin.end();
  if ((await statusOf(child)) !== 0) throw failed(await complaint);
  if (counts.commits > 0) await mustSucceed({ args: ['-C', folder, 'reset', '--quiet', '--hard', MAIN, '--'], env });
  return counts;
}

function commitOf(branch: string, { name, written }: ExportedText, files: readonly Buffer[]): Buffer[] {
  const message = Buffer.from(formatCommitMessage(`${name.service} ${name.terms}`, written));
  const at = `${Math.floor(Date.parse(written.capturedAt) / 1000)} +0000`;
  const head = `commit refs/heads/${branch}\nauthor ${AUTHOR} ${at}\ncommitter ${AUTHOR} ${at}\n`;
  return [Buffer.from(head), data(message), ...files, Buffer.from('\n')];
}

function file(path: string, bytes: Uint8Array): Buffer {
  const quoted = `"${path.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
  return Buffer.concat([Buffer.from(`M 100644 inline ${quoted}\n`), data(bytes)]);
}

function data(bytes: Uint8Array): Buffer {
  return Buffer.concat([Buffer.from(`data ${bytes.length}\n`), bytes, Buffer.from('\n')]);
}

async function write(child: GitChild, pieces: readonly Buffer[]): Promise<void> {
  for (const piece of pieces) {
    if (!child.stdin.write(piece)) await drained(child.stdin);
  }
}

/** A git that died takes nothing any more; its status tells. */
function drained(stream: Writable): Promise<void> {
  if (stream.destroyed) return Promise.resolve();
  return new Promise((resolve) => {
    const done = (): void => {
      stream.off('drain', done).off('close', done);
      resolve();
    };
    stream.on('drain', done).on('close', done);
  });
}

async function mustSucceed(call: GitCall): Promise<void> {
  const { status, stderr } = await askGit(call);
  if (status !== 0) throw failed(stderr);
}

function failed(stderr: string): ClausewatchError {
  return new ClausewatchError('git_failed', `git could not write the export (${lastLine(stderr)}).`);
}
