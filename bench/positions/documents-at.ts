import { execFileSync } from 'node:child_process';
import { basename } from 'node:path';
import type { ReadDocument } from '../../src/classify/positions/position.ts';
import { readFacts } from '../../src/classify/read-facts.ts';
import type { ExtractedPage } from '../../src/domain/block.ts';
import { extractDocument } from '../../src/extract/extract-document.ts';
import type { RecordedPlatform } from './recorded-platforms.ts';

/** A document as it stood, read, with where its headings are. */
export interface RecordedDocument extends ReadDocument {
  readonly blocks: ExtractedPage['blocks'];
}

/** How many records back a text is looked for where the newest ones are no policy. */
const MOST_BACK = 12;
/** Below this a record is a title or an error, whatever it is called. */
const FEWEST_WORDS = 50;

const wordsOf = ({ blocks }: ExtractedPage): number =>
  blocks.reduce((sum, { text }) => sum + text.split(/\s+/).length, 0);

/** Reads documents of bare clones (DIR/pga.git, DIR/contrib.git) at the end of a day; each text once. */
export function createRecord(repositories: string) {
  const read = new Map<string, Pick<RecordedDocument, 'facts' | 'blocks'> | null>();
  const git = (repository: string, ...args: readonly string[]): Buffer =>
    execFileSync('git', ['--git-dir', `${repositories}/${repository}.git`, ...args], { maxBuffer: 2 ** 28 });
  const lines = (output: Buffer): string[] =>
    output
      .toString()
      .split(/[\n\0]/)
      .filter(Boolean);

  function readText(repository: string, object: string) {
    const known = read.get(object);
    if (known !== undefined) return known;
    const body = git(repository, 'cat-file', 'blob', object);
    const page = extractDocument({
      documentId: object,
      url: 'https://bench.invalid/',
      contentType: 'text/markdown',
      body,
    });
    // What clausewatch would not take for a policy (an error page, an empty shell) says nothing: the text before holds.
    const isPolicy = page.verdict === 'policy' && wordsOf(page) >= FEWEST_WORDS;
    const told = isPolicy ? { facts: readFacts(page), blocks: page.blocks } : null;
    read.set(object, told);
    return told;
  }

  function documentAt(repository: string, path: string, until: string): RecordedDocument[] {
    // By date, not by ancestry: records of earlier days were put into the histories later.
    const records = lines(
      git(
        repository,
        'log',
        `-${MOST_BACK}`,

        `--before=${until}`,
        '--format=%H %cI',
        'HEAD',
        '--',
        path,
      ),
    );
    for (const record of records) {
      const [at, since] = record.split(' ') as [string, string];
      const [object] = lines(git(repository, 'ls-tree', '--object-only', at, '--', path));
      // Withdrawn by then.
      if (!object) return [];
      const told = readText(repository, object);
      if (told) return [{ documentId: path.replace(/\.md$/, ''), region: 'global', since, ...told }];
    }
    return [];
  }

  const pathsIn = (repository: string, folder: string): string[] =>
    [...new Set(lines(git(repository, 'log', '--name-only', '--format=', '-z', 'HEAD', '--', folder)))]
      .filter((path) => path.endsWith('.md'))
      .sort();

  return {
    /** All documents of a platform that stood recorded then. */
    documentsAt({ repository, folders }: RecordedPlatform, date: string): RecordedDocument[] {
      const until = `${date}T23:59:59Z`;
      const paths = folders.flatMap((folder) => pathsIn(repository, folder));
      const documents = paths.flatMap((path) => documentAt(repository, path, until));
      // Renamed with its platform: the old record stands still.
      return [...new Map(documents.map((one) => [basename(one.documentId), one])).values()].sort((one, other) =>
        one.documentId < other.documentId ? -1 : 1,
      );
    },
  };
}
