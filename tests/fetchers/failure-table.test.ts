import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { FAILURE_TABLE, FETCH_FAILURE_CODES } from '../../src/fetchers/failure-table.ts';

/** The rows of the table under "Fetch failures", without its two header lines. */
function documentedRows(): string[] {
  const reference = readFileSync(new URL('../../docs/reference/errors.md', import.meta.url), 'utf8');
  const section = reference.split(/^## /m).find((part) => part.startsWith('Fetch failures')) ?? '';
  const rows = section.split('\n').filter((line) => line.startsWith('|'));
  return rows.slice(2);
}

test('the reference lists every fetch failure, and no other, in the words of the code', () => {
  const expected = FETCH_FAILURE_CODES.map((code) => {
    const { meaning, advice, retried } = FAILURE_TABLE[code];
    return `| \`${code}\` | ${meaning} | ${advice} | ${retried} |`;
  });
  expect(documentedRows()).toEqual(expected);
});

test('every meaning and advice is a sentence', () => {
  for (const { meaning, advice } of Object.values(FAILURE_TABLE)) {
    expect(meaning).toMatch(/^(?:[A-Z]|robots\.txt|clausewatch).+\.$/);
    expect(advice).toMatch(/^[A-Z].+\.$/);
  }
});
