import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { differencesFrom, splitAtTable } from '../../bench/positions/check-table.ts';
import { createRecord } from '../../bench/positions/documents-at.ts';
import { historyOf } from '../../bench/positions/platform-history.ts';
import { FIVE_DATES, RECORDED_PLATFORMS } from '../../bench/positions/recorded-platforms.ts';
import { renderPlatform } from '../../bench/positions/render-table.ts';
import { hasHistories, unpackHistories } from '../../bench/positions/unpack-histories.ts';

const DATA = '../shared/data';
const SECONDS = 240_000;
const document = readFileSync('docs/positions.md', 'utf8');

describe.skipIf(!hasHistories(DATA))('docs/positions.md (skipped without ../shared/data/policy-histories)', () => {
  const repositories = mkdtempSync(join(tmpdir(), 'clausewatch-positions-'));
  afterAll(() => rmSync(repositories, { recursive: true, force: true }));

  it('is what the histories say today, and each sentence in it was read', { timeout: SECONDS }, () => {
    unpackHistories(DATA, repositories);
    const record = createRecord(repositories);
    const derived = RECORDED_PLATFORMS.map((platform) =>
      renderPlatform(platform.name, historyOf(platform, FIVE_DATES, record)),
    ).join('\n');
    expect(differencesFrom(document, derived)).toEqual([]);
  });
});

describe('the check of docs/positions.md', () => {
  const { table } = splitAtTable(document);

  it('passes on the table itself', () => {
    expect(differencesFrom(document, table)).toEqual([]);
  });

  it('names a cell whose state or quotation is another one', () => {
    const other = table.replace('**opt-out**', '**mandatory**').replace(/`[0-9a-f]{10}`/, '`0000000000`');
    expect(differencesFrom(document, other).filter((line) => line.startsWith('+'))).toHaveLength(2);
  });

  it('names a sentence that nobody has read', () => {
    const unread = table.replace(/\| [^|]+ \|\n/, '| **not read yet** |\n');
    expect(differencesFrom(document, unread).some((line) => line.startsWith('? '))).toBe(true);
  });
});
