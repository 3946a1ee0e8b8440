import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import * as library from '../src/index.ts';
import { temporaryFolder } from './harness/temporary-folder.ts';

const guide = readFileSync('docs/reference/library.md', 'utf8');
const examples = [...guide.matchAll(/^## (\w+)\n[\s\S]*?```ts\n([\s\S]*?)```/gm)].map(
  ([, name = '', source = '']) => [name, source] as const,
);

describe('the library', () => {
  it('has an example for every export, and no other', () => {
    expect(examples.map(([name]) => name).sort()).toEqual(Object.keys(library).sort());
  });

  it.each(examples)('%s does what its example says', async (_name, source) => {
    const dir = await temporaryFolder();
    const file = join(dir, 'example.ts');
    const index = new URL('../src/index.ts', import.meta.url).href;
    await writeFile(file, source.replace("from 'clausewatch'", `from '${index}'`));
    const { stdout } = await promisify(execFile)(process.execPath, [file]);
    expect(stdout.trim()).toBe(/\/\/ prints: (.+)/.exec(source)?.[1]);
  });
});
