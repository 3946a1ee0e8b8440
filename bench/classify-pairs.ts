import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { deserialize, serialize } from 'node:v8';
import { diffDocuments } from '../src/diff/diff-documents.ts';
import type { PolicyText } from '../src/domain/block.ts';
import type { Redline } from '../src/domain/redline.ts';
import { extractDocument } from '../src/extract/extract-document.ts';
import type { Label } from './classify-labels.ts';
import { squash } from './classify-score.ts';
import { readBlobs } from './diff-pairs.ts';

/** A labelled pair, read and compared: what the classifier starts from. */
export interface LabelledPair {
  readonly label: Label;
  readonly before: PolicyText;
  readonly after: PolicyText;
  readonly redline: Redline;
  /** Visible words of the raw text without white space. */
  readonly words: readonly [before: string, after: string];
}

const REPOSITORIES: Readonly<Record<string, string>> = {
  'pga-versions': 'pga.git',
  'contrib-versions': 'contrib.git',
  'other-services': 'other.git',
};

function readText(body: Buffer): PolicyText {
  const page = extractDocument({
    documentId: 'bench/pair',
    url: 'https://bench.invalid/',
    contentType: 'text/markdown',
    body,
  });
  return { title: page.title, language: page.language, blocks: page.blocks };
}

function readPair(label: Label, [a, b]: readonly [Buffer, Buffer]): LabelledPair {
  const before = readText(a);
  const after = readText(b);
  const words = [squash(a.toString('utf8')), squash(b.toString('utf8'))] as const;
  return { label, before, after, redline: diffDocuments(before, after), words };
}

/** Yields the pairs one by one; what extract and diff made of them is kept in `cache`, so that a second run is quick. */
export function* readPairs(
  labels: readonly Label[],
  { repositories, cache }: { repositories: string; cache: string },
): Generator<LabelledPair> {
  mkdirSync(cache, { recursive: true });
  for (const [name, folder] of Object.entries(REPOSITORIES)) {
    for (const label of labels.filter(({ repo }) => repo === name)) {
      const file = `${cache}/${label.id}.bin`;
      if (existsSync(file)) {
        yield { ...(deserialize(readFileSync(file)) as LabelledPair), label };
        continue;
      }
      const names = [`${label.before}:${label.file}`, `${label.after}:${label.file}`];
      const [a, b] = readBlobs(`${repositories}/${folder}`, names);
      if (!a || !b) continue;
      const pair = readPair(label, [a, b]);
      writeFileSync(file, serialize(pair));
      yield pair;
    }
  }
}
