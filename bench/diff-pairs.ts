import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ExtractedPage, PolicyText } from '../src/domain/block.ts';
import { extractDocument } from '../src/extract/extract-document.ts';

/** Two consecutive versions of a real policy. */
export interface RealPair {
  readonly id: string;
  readonly set: LabelSet;
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

/** Where a pair comes from: the platforms that are watched, and other services that nothing was tuned on. */
export const LABEL_SETS = ['platforms', 'other services'] as const;
type LabelSet = (typeof LABEL_SETS)[number];

const LABELS: Readonly<Record<LabelSet, string>> = {
  platforms: 'dev-labels.jsonl',
  'other services': 'other-services-labels.jsonl',
};
const REPOSITORIES: Readonly<Record<string, string>> = {
  'pga-versions': 'pga.git',
  'contrib-versions': 'contrib.git',
  'other-services': 'other.git',
};

function readLabels(data: string, set: LabelSet): (Label & { readonly set: LabelSet })[] {
  const lines = readFileSync(join(data, LABELS[set]), 'utf8').split('\n').filter(Boolean);
  return lines.map((line) => ({ ...(JSON.parse(line) as Label), set }));
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

/** In the language that is given, or the one that was found. */
export function readText(body: Buffer, id: string, language?: string): ExtractedPage {
  const page = extractDocument({
    documentId: id,
    url: 'https://example.org/policy.md',
    contentType: 'text/markdown',
    body,
    select: [],
    remove: [],
  });
  return { ...page, language: language ?? page.language };
}

export interface Data {
  /** The folder of the labels. */
  readonly data: string;
  /** Bare clones of the histories, by the name that the labels give them. */
  readonly repositories: ReadonlyMap<string, string>;
}

/** Real policies and their histories, unpacked where they were not yet; null where there are none. */
export function findData(): Data | null {
  const data = process.env.DATA ?? '../shared/data';
  const folder = process.env.REPOSITORIES ?? join(tmpdir(), 'clausewatch-histories');
  if (!Object.values(LABELS).every((name) => existsSync(join(data, name)))) return null;
  mkdirSync(folder, { recursive: true });
  const repositories = new Map<string, string>();
  for (const [name, clone] of Object.entries(REPOSITORIES)) {
    const path = join(folder, clone);
    const bundle = join(data, 'policy-histories', `${name}.bundle`);
    if (!existsSync(path)) execFileSync('git', ['clone', '--quiet', '--bare', bundle, path]);
    repositories.set(name, path);
  }
  return { data, repositories };
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

/** Labelled pairs in an order that never changes; `count` of each set at most. */
export function readPairs({ data, repositories }: Data, count: number): RealPair[] {
  const labels = LABEL_SETS.flatMap((set) => shuffled(readLabels(data, set), seededRandom(6)).slice(0, count));
  const pairs = new Map<string, RealPair>();
  for (const [name, path] of repositories) {
    const mine = labels.filter((label) => label.repo === name);
    const names = mine.flatMap((label) => [`${label.before}:${label.file}`, `${label.after}:${label.file}`]);
    const blobs = readBlobs(path, names);
    for (const [at, { id, set, lang = 'en' }] of mine.entries()) {
      const [before, after] = [blobs[2 * at], blobs[2 * at + 1]];
      if (!before || !after) continue;
      pairs.set(id, { id, set, before: readText(before, id, lang), after: readText(after, id, lang) });
    }
  }
  return shuffled([...pairs.values()], seededRandom(6));
}
