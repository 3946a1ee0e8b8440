import { ClausewatchError } from '../../domain/clausewatch-error.ts';
import type { Repository } from './open-repository.ts';
import { lastLine, startGit, statusOf, textOf } from './run-git.ts';

/** One commit and the files it wrote. */
export interface LogEntry {
  readonly commit: string;
  /** Author date, epoch seconds. */
  readonly authoredAt: number;
  readonly message: string;
  readonly files: readonly LogFile[];
}

interface LogFile {
  readonly path: string;
  /** Object name of the content; null where the file was removed. */
  readonly blob: string | null;
}

const COMMIT = '\u0001';
const REGULAR_FILE = /^:\d{6} (\d{6}) [0-9a-f]+ ([0-9a-f]+) ([A-Z])/;
/** A message of a hostile repository need not be kept whole. */
const MAX_MESSAGE = 64 * 1024;

/** The commits of the branches, oldest first, read as they come. Throws `repository_damaged`. */
export async function* readLog(repository: Repository, branches: readonly string[]): AsyncGenerator<LogEntry> {
  const { gitDir, env } = repository;
  const format = `--format=${'%x01'}%H%x00%at%x00%B`;
  const options = ['--raw', '-z', '--no-renames', '--no-abbrev', '--no-ext-diff', '--no-textconv', '--no-color'];
  const args = ['--git-dir', gitDir, 'log', ...options, '--no-notes', '--topo-order', '--reverse', format];
  const child = await startGit({ args: [...args, '--end-of-options', ...branches, '--'], env });
  child.stdin.end();
  const complaint = textOf(child.stderr);
  yield* entriesOf(fieldsOf(child.stdout as AsyncIterable<Buffer>));
  const status = await statusOf(child);
  if (status !== 0) {
    const why = lastLine(await complaint);
    throw new ClausewatchError('repository_damaged', `${repository.name}: its history cannot be read (${why}).`);
  }
}

async function* fieldsOf(chunks: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let rest: Buffer[] = [];
  for await (const chunk of chunks) {
    let from = 0;
    for (let at = chunk.indexOf(0); at >= 0; at = chunk.indexOf(0, from)) {
      yield Buffer.concat([...rest, chunk.subarray(from, at)]).toString();
      rest = [];
      from = at + 1;
    }
    if (from < chunk.length) rest.push(chunk.subarray(from));
  }
  if (rest.length > 0) yield Buffer.concat(rest).toString();
}

async function* entriesOf(fields: AsyncGenerator<string>): AsyncGenerator<LogEntry> {
  let entry: (Omit<LogEntry, 'files'> & { readonly files: LogFile[] }) | null = null;
  const next = async (): Promise<string> => (await fields.next()).value ?? '';
  for await (const field of fields) {
    const text = field.replace(/^\n/, '');
    if (text.startsWith(COMMIT)) {
      if (entry) yield entry;
      const authoredAt = Number(await next());
      entry = { commit: text.slice(1), authoredAt, message: (await next()).slice(0, MAX_MESSAGE), files: [] };
    } else if (entry && text.startsWith(':')) {
      const [, mode = '', blob = '', status] = REGULAR_FILE.exec(text) ?? [];
      const path = await next();
      const isFile = mode.startsWith('100') && status !== 'D';
      // Links and submodules are no texts.
      if (isFile || status === 'D') entry.files.push({ path, blob: isFile ? blob : null });
    }
  }
  if (entry) yield entry;
}
