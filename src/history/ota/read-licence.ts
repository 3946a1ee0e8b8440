import type { Repository } from '../git/open-repository.ts';
import { askGit } from '../git/run-git.ts';

const FILES = ['LICENSE', 'LICENSE.md', 'LICENSE.txt', 'LICENCE', 'LICENCE.md'];
const KNOWN: readonly (readonly [words: RegExp, spdx: string])[] = [
  [/\bODC-By\b|Open Data Commons Attribution License/i, 'ODC-By-1.0'],
  [/\bODbL\b|Open Database License/i, 'ODbL-1.0'],
  [/\bPDDL\b|Public Domain Dedication and License/i, 'PDDL-1.0'],
  [/CC0 1\.0 Universal/i, 'CC0-1.0'],
  [/Attribution-ShareAlike 4\.0 International/i, 'CC-BY-SA-4.0'],
  [/Attribution 4\.0 International/i, 'CC-BY-4.0'],
];

/** The licence that a repository names, as an SPDX identifier; null where none is told. */
export async function readLicence({ gitDir, env }: Repository): Promise<string | null> {
  for (const file of FILES) {
    const { status, stdout } = await askGit({ args: ['--git-dir', gitDir, 'cat-file', 'blob', `HEAD:${file}`], env });
    if (status === 0) return KNOWN.find(([words]) => words.test(stdout.slice(0, 2000)))?.[1] ?? null;
  }
  return null;
}
