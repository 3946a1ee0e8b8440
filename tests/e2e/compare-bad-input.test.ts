import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { runClausewatch } from '../harness/run-clausewatch.ts';
import { temporaryFolder } from '../harness/temporary-folder.ts';

const TYPES = ['md', 'html', 'txt', 'pdf'] as const;
const MEGABYTE = 1024 * 1024;

/** Bytes without any order, the same in every run. */
function noise(size: number): Buffer {
  let state = 7;
  return Buffer.from(
    Uint8Array.from({ length: size }, () => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return state >>> 24;
    }),
  );
}

const files: Readonly<Record<string, string | Buffer>> = {
  'good.md': '# Lamps\n\nWe keep the light of your lamps for thirty days and give it to nobody.\n',
  ...Object.fromEntries(TYPES.map((type) => [`binary.${type}`, noise(100_000)])),
  ...Object.fromEntries(TYPES.map((type) => [`empty.${type}`, ''])),
  'zip.html': Buffer.concat([Buffer.from('PK\u0003\u0004'), noise(5000)]),
  'invalid.md': Buffer.from('23204c616d70730a0a5765206b65657020fffec328206c6967687420e282', 'hex'),
  'surrogates.md': Buffer.from('23204c616d70730a0a5765206b65657020eda080edb080206c69676874', 'hex'),
  'line.txt': 'The lamps are lit at night. '.repeat((5 * MEGABYTE) / 28),
  'line.html': `<p>${'The lamps are lit at night. '.repeat((5 * MEGABYTE) / 28)}`,
  'word.md': 'x'.repeat(5 * MEGABYTE),
  'full.md': 'The lamps are lit at night.\n\n'.repeat((50 * MEGABYTE) / 29),
  'over.md': 'x'.repeat(50 * MEGABYTE + 1),
};

interface Answer {
  readonly id: string;
  readonly changed?: boolean;
  readonly error?: { readonly code: string };
}

const CANNOT_BE_READ = 'file_unreadable';
const expected: Readonly<Record<string, string>> = {
  'good.md': 'same',
  ...Object.fromEntries(TYPES.map((type) => [`binary.${type}`, CANNOT_BE_READ])),
  'empty.md': 'differs',
  'empty.html': 'differs',
  'empty.txt': 'differs',
  'empty.pdf': CANNOT_BE_READ,
  'zip.html': CANNOT_BE_READ,
  'invalid.md': 'differs',
  'surrogates.md': CANNOT_BE_READ,
  'line.txt': CANNOT_BE_READ,
  'line.html': CANNOT_BE_READ,
  'word.md': CANNOT_BE_READ,
  'full.md': CANNOT_BE_READ,
  'over.md': 'file_too_large',
};

it('compare answers with a result or a coded error, whatever stands on either side', { timeout: 120_000 }, async () => {
  const cwd = temporaryFolder();
  for (const [name, content] of Object.entries(files)) await writeFile(join(cwd, name), content);
  const pairs = Object.keys(files).flatMap((name) => [
    { id: name, before: 'good.md', after: name },
    { id: name, before: name, after: 'good.md' },
  ]);
  const { status, stdout } = await runClausewatch(['compare', '--batch'], {
    cwd,
    input: pairs.map((pair) => JSON.stringify(pair)).join('\n'),
  });
  const answers = stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Answer);
  const told = answers.map(({ id, changed, error }) => [id, error?.code ?? (changed ? 'differs' : 'same')]);
  expect(told).toEqual(pairs.map(({ id }) => [id, expected[id]]));
  expect(status).toBe(0);
});
