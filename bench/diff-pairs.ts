import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import type { PolicyText } from '../src/domain/block.ts';
import { extractDocument } from '../src/extract/extract-document.ts';

/** Two consecutive versions of a real policy. */
export interface RealPair {
  readonly id: string;
  readonly before: PolicyText;
  readonly after: PolicyText;
}

interface Label {
  readonly id: string;
  readonly repo: string;
  readonly file: string;
  readonly before: string;
  readonly after: string;
  readonly lang?: string;
}

const LABELS = ['dev-labels.jsonl', 'other-services-labels.jsonl'];
const REPOSITORIES: Readonly<Record<string, string>> = {
  'pga-versions': 'pga.git',
  'contrib-versions': 'contrib.git',
  'other-services': 'other.git',
};

function readLabels(data: string): Label[] {
  return LABELS.flatMap((name) => readFileSync(`${data}/${name}`, 'utf8').split('\n').filter(Boolean)).map(
    (line) => JSON.parse(line) as Label,
  );
}

/** The text of each "commit:path", null where there is none. */
export function readBlobs(repository: string, names: readonly string[]): (Buffer | null)[] {
  if (names.length === 0) return [];
  const out = execFileSync('git', ['--git-dir', repository, 'cat-file', '--batch'], {
    input: `${names.join('\n')}\n`,
    maxBuffer: 2 ** 31 - 1,
  });
  const blobs: (Buffer | null)[] = [];
  for (let at = 0; at < out.length; ) {
    const end = out.indexOf(10, at);
    const head = out.subarray(at, end).toString('utf8');
    at = end + 1;
    if (head.endsWith(' missing')) {
      blobs.push(null);
      continue;
    }
    const size = Number(head.split(' ').at(-1));
    blobs.push(out.subarray(at, at + size));
    at += size + 1;
  }
  return blobs;
}

function readText(body: Buffer, id: string, language: string): PolicyText {
  const page = extractDocument({
    documentId: id,
    url: 'https://example.org/policy.md',
    contentType: 'text/markdown',
    body,
    select: [],
    remove: [],
  });
  return { title: page.title, language, blocks: page.blocks };
}

/** Where the data lies unpacked, or null. `DATA` is the folder of the labels, `REPOSITORIES` that of the bare clones. */
export function findData(): { readonly data: string; readonly repositories: string } | null {
  const data = process.env.DATA ?? '../shared/data';
  const repositories = process.env.REPOSITORIES ?? '/tmp/d';
  const complete =
    existsSync(data) && Object.values(REPOSITORIES).every((name) => existsSync(`${repositories}/${name}`));
  return complete ? { data, repositories } : null;
}

/** A fixed generator, so that every run samples the same pairs. */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

export function shuffled<T>(items: readonly T[], random: () => number): T[] {
  const copy = [...items];
  for (let at = copy.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [copy[at], copy[other]] = [copy[other] as T, copy[at] as T];
  }
  return copy;
}

/** A sample of the labelled pairs. */
export function readPairs(where: { data: string; repositories: string }, count: number): RealPair[] {
  const labels = shuffled(readLabels(where.data), seededRandom(6)).slice(0, count);
  const pairs: RealPair[] = [];
  for (const [name, folder] of Object.entries(REPOSITORIES)) {
    const mine = labels.filter((label) => label.repo === name);
    const names = mine.flatMap((label) => [`${label.before}:${label.file}`, `${label.after}:${label.file}`]);
    const blobs = readBlobs(`${where.repositories}/${folder}`, names);
    for (const [at, label] of mine.entries()) {
      const [before, after] = [blobs[2 * at], blobs[2 * at + 1]];
      if (!before || !after) continue;
      const language = label.lang ?? 'en';
      pairs.push({
        id: label.id,
        before: readText(before, label.id, language),
        after: readText(after, label.id, language),
      });
    }
  }
  return pairs;
}
