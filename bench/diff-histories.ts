import { execFileSync } from 'node:child_process';
import type { ExtractedPage } from '../src/domain/block.ts';
import { type Data, readBlobs, readText, seededRandom, shuffled } from './diff-pairs.ts';

/** Two versions of one file that follow each other in its history. */
export interface Step {
  readonly name: string;
  readonly before: ExtractedPage;
  readonly after: ExtractedPage;
}

function filesOf(repository: string): Map<string, string[]> {
  const log = execFileSync(
    'git',
    ['--git-dir', repository, '-c', 'core.quotePath=false', 'log', '--reverse', '--format=%x01%H', '--name-only'],
    { encoding: 'utf8', maxBuffer: 2 ** 28 },
  );
  const commits = new Map<string, string[]>();
  for (const [commit = '', ...names] of log.split('\u0001').map((entry) => entry.split('\n').filter(Boolean))) {
    for (const name of names) commits.set(name, [...(commits.get(name) ?? []), commit]);
  }
  return commits;
}

/** Every step of every history, or of so many files of each repository; one file at a time in memory. */
export function* historySteps({ repositories }: Data, files: number): Generator<Step> {
  for (const repository of repositories.values()) {
    for (const [file, commits] of shuffled([...filesOf(repository)], seededRandom(3)).slice(0, files)) {
      let before: ExtractedPage | null = null;
      for (const blob of readBlobs(
        repository,
        commits.map((commit) => `${commit}:${file}`),
      )) {
        if (!blob) continue;
        const after = readText(blob, file);
        if (before) yield { name: file, before, after };
        before = after;
      }
    }
  }
}
