import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { FACTS } from '../../src/classify/facts.ts';

const reference = readFileSync(new URL('../../docs/reference/facts.md', import.meta.url), 'utf8');
const rows = [...reference.matchAll(/^\| `([^`]+)` \| ([^|]+) \| ([^|]+) \| ([^|]+) \|$/gm)].map((row) =>
  row.slice(1).map((cell) => cell.trim()),
);

it('the reference lists every fact of the vocabulary, and nothing else, with its phrase, topic and direction', () => {
  expect(rows).toEqual(FACTS.map(({ fact, phrase, topic, added }) => [fact, phrase, topic, added]));
});

it('no fact stands in the vocabulary twice', () => {
  expect(new Set(FACTS.map(({ fact }) => fact)).size).toBe(FACTS.length);
});
