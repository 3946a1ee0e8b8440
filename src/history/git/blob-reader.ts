import { ClausewatchError } from '../../domain/clausewatch-error.ts';
import type { Repository } from './open-repository.ts';
import { type GitChild, startGit } from './run-git.ts';

/** Far more than any policy; beyond it a blob is read over and not kept. */
const MAX_BLOB = 64 * 1024 * 1024;

export type Blob =
  | { readonly kind: 'read'; readonly bytes: Uint8Array }
  | { readonly kind: 'missing' }
  | { readonly kind: 'too-large'; readonly size: number };

/** Contents of a repository by their object names, one after the other from one long-lived `git cat-file`. */
export class BlobReader {
  readonly #child: GitChild;
  readonly #chunks: AsyncIterator<Buffer>;
  #rest: Buffer = Buffer.alloc(0);

  private constructor(child: GitChild) {
    this.#child = child;
    this.#chunks = (child.stdout as AsyncIterable<Buffer>)[Symbol.asyncIterator]();
    child.stderr.resume();
  }

  /** `sizes`: asked for lengths only. */
  static async open({ gitDir, env }: Repository, { sizes = false } = {}): Promise<BlobReader> {
    const args = ['--git-dir', gitDir, 'cat-file', sizes ? '--batch-check' : '--batch'];
    return new BlobReader(await startGit({ args, env }));
  }

  /** Bytes; null where the blob is missing. Only of a reader of sizes. */
  async sizeOf(blob: string): Promise<number | null> {
    const { type, size } = await this.#ask(blob);
    return type === 'blob' ? size : null;
  }

  async read(blob: string): Promise<Blob> {
    const { type, size } = await this.#ask(blob);
    if (size === null) return { kind: 'missing' };
    const bytes = await this.#take(size + 1, type === 'blob' && size <= MAX_BLOB);
    if (type !== 'blob') return { kind: 'missing' };
    return bytes ? { kind: 'read', bytes: bytes.subarray(0, size) } : { kind: 'too-large', size };
  }

  close(): void {
    this.#child.stdin.end();
    this.#child.kill();
  }

  /** `size` is null where there is no such object. */
  async #ask(blob: string): Promise<{ readonly type: string; readonly size: number | null }> {
    this.#child.stdin.write(`${blob}\n`);
    const [, type = '', size] = (await this.#line()).split(' ');
    return { type, size: size === undefined ? null : Number(size) };
  }

  async #line(): Promise<string> {
    for (;;) {
      const end = this.#rest.indexOf(10);
      if (end >= 0) {
        const line = this.#rest.subarray(0, end).toString();
        this.#rest = this.#rest.subarray(end + 1);
        return line;
      }
      this.#rest = Buffer.concat([this.#rest, await this.#chunk()]);
    }
  }

  /** So many bytes; null where they are not wanted. */
  async #take(length: number, wanted: boolean): Promise<Buffer | null> {
    const taken: Buffer[] = [];
    let missing = length;
    while (missing > 0) {
      if (this.#rest.length === 0) this.#rest = await this.#chunk();
      const part = this.#rest.subarray(0, missing);
      this.#rest = this.#rest.subarray(part.length);
      missing -= part.length;
      if (wanted) taken.push(part);
    }
    return wanted ? Buffer.concat(taken) : null;
  }

  async #chunk(): Promise<Buffer> {
    const { value, done } = await this.#chunks.next();
    if (!done) return value;
    throw new ClausewatchError(
      'repository_damaged',
      'git ended while it was asked for contents; run “git fsck” in the repository.',
    );
  }
}
