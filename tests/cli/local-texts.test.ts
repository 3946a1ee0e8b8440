import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { LocalTexts } from '../../src/cli/local-texts.ts';
import type { ReadText } from '../../src/domain/block.ts';
import type { TextReader } from '../../src/extract/extractor.ts';

let dir: string;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'local-texts-'));
});
afterAll(() => rm(dir, { recursive: true }));

async function fileOf(name: string, words: string): Promise<string> {
  const file = join(dir, name);
  await writeFile(file, words);
  return file;
}

/** Remembers what it was asked to read; what says "broken" is suspect. */
function countingReader() {
  const asked: string[] = [];
  const reader: TextReader = {
    readText: async ({ body }): Promise<ReadText> => {
      const words = Buffer.from(body).toString();
      asked.push(words);
      return { title: words, language: 'en', blocks: [], verdict: words.includes('broken') ? 'suspect' : 'policy' };
    },
  };
  return { asked, texts: new LocalTexts(reader) };
}

test('the later text of a pair is not read again as the earlier one of the next', async () => {
  const { asked, texts } = countingReader();
  const [one, two, again, three] = await Promise.all([
    fileOf('1.md', 'one'),
    fileOf('2.md', 'two'),
    fileOf('2-again.md', 'two'),
    fileOf('3.md', 'three'),
  ]);
  await Promise.all([texts.read({ file: one }), texts.read({ file: two })]);
  const [before] = await Promise.all([texts.read({ file: again }), texts.read({ file: three })]);
  expect(before.title).toBe('two');
  expect(asked.toSorted()).toEqual(['one', 'three', 'two']);
});

test('the same bytes from another address, as another type or without a type are read anew', async () => {
  const { asked, texts } = countingReader();
  const file = await fileOf('same.md', 'same');
  await texts.read({ file });
  await texts.read({ file, url: 'https://boats.example/' });
  await texts.read({ file: await fileOf('same.txt', 'same') });
  const unnamed = await fileOf('same', 'same');
  await texts.read({ file: unnamed });
  await texts.read({ file: unnamed });
  expect(asked).toHaveLength(5);
});

test('what could not be read is tried again', async () => {
  const { asked, texts } = countingReader();
  const file = await fileOf('broken.md', 'broken');
  await texts.read({ file });
  await texts.read({ file });
  expect(asked).toHaveLength(2);
});
