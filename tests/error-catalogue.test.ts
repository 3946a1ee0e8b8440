import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const code = globSync('src/**/*.ts')
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n');
const thrown = new Set(
  [...code.matchAll(/(?:ClausewatchError|super)\(\s*'([a-z]+(?:_[a-z]+)*)'/g)].map(([, name = '']) => name),
);
const documented = new Set(
  [...readFileSync('docs/reference/errors.md', 'utf8').matchAll(/^\| `([a-z_-]+)` \|/gm)].map(([, name = '']) => name),
);

it('documents every code that is thrown', () => {
  expect(thrown.size).toBeGreaterThan(15);
  expect([...thrown].filter((name) => !documented.has(name))).toEqual([]);
});

it('documents no code that the source does not know', () => {
  expect([...documented].filter((name) => !code.includes(`'${name}'`) && !code.includes(`${name}:`))).toEqual([]);
});
