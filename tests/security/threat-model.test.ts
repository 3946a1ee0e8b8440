import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const text = readFileSync('docs/threat-model.md', 'utf8');
const named = [...text.matchAll(/`([\w./-]+\.ts)`/g)].map(([, path = '']) => path);
const here = readdirSync('tests/security').filter((name) => name.endsWith('.test.ts'));

it('every test that docs/threat-model.md names exists, and every test of this folder is named there', () => {
  expect(named.filter((path) => !existsSync(path.includes('/') ? path : `tests/security/${path}`))).toEqual([]);
  expect(here.filter((name) => !named.includes(name))).toEqual([]);
  expect(here.length).toBeGreaterThanOrEqual(14);
});

it('every row of its table says which test proves it', () => {
  const rows = text.split('\n').filter((line) => /^\| (?!lesson)\w|^\| `/.test(line));
  expect(rows.length).toBeGreaterThanOrEqual(14);
  for (const row of rows) expect(row).toMatch(/\.test\.ts` \|$/);
});
