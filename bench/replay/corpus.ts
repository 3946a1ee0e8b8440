import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** One capture of a corpus, as its manifest tells it: one JSON object a line, see ../shared/eval/README.md. */
interface ManifestRow {
  readonly slug: string;
  readonly n: number;
  /** Below the folder of the corpus. */
  readonly file: string;
  readonly fetched_at: string;
  readonly page_state: string | null;
  /** Whether people would want to hear of the step to this capture; null for the first one. */
  readonly grade: 'must' | 'mustnot' | 'may' | null;
}

/** One step of a replay: a document shows a capture at a time. */
export interface Step {
  readonly slug: string;
  readonly n: number;
  readonly file: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly grade: ManifestRow['grade'];
  /** What the server answers when it is asked a second time. */
  readonly secondFile: string;
}

export interface CorpusOptions {
  readonly manifest: string;
  /** All documents unless some are named. */
  readonly slugs: readonly string[];
  /** Of the coin that decides which capture a second look meets. */
  readonly seed: string;
}

/** The steps of all documents in the order of time. Throws when the manifest holds none of those asked for. */
export function readCorpus({ manifest, slugs, seed }: CorpusOptions): readonly Step[] {
  const rows = readFileSync(manifest, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as ManifestRow)
    .filter(({ slug }) => slugs.length === 0 || slugs.includes(slug))
    .toSorted((a, b) => (a.slug === b.slug ? a.n - b.n : a.slug < b.slug ? -1 : 1));
  if (rows.length === 0) throw new Error(`${manifest} names no capture of ${slugs.join(', ') || 'any document'}`);
  const steps = rows.map((row, index): Step => {
    const { slug, n, file, fetched_at: fetchedAt, grade } = row;
    const at = Date.parse(fetchedAt);
    return { slug, n, file, at, grade, secondFile: secondFile(row, rows[index + 1], seed) };
  });
  return steps.toSorted((a, b) => a.at - b.at);
}

/** The same capture, or by the toss of a coin the next one, where that has the same text. */
function secondFile(row: ManifestRow, next: ManifestRow | undefined, seed: string): string {
  const same = next?.slug === row.slug && next.grade === 'mustnot' && (next.page_state ?? 'ok') === 'ok';
  const coin = createHash('sha256').update(`${seed} ${row.file}`).digest()[0] ?? 0;
  return same && coin % 2 === 1 ? next.file : row.file;
}
