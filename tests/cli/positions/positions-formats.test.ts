import { describe, expect, it } from 'vitest';
import type { PositionRow } from '../../../src/cli/positions/position-rows.ts';
import { positionsAsHtml } from '../../../src/cli/positions/positions-as-html.ts';
import { positionsAsMarkdown } from '../../../src/cli/positions/positions-as-markdown.ts';
import { positionsAsTable } from '../../../src/cli/positions/positions-as-table.ts';
import type { ShownPositions } from '../../../src/cli/positions/shown-positions.ts';

const hostile = '<script>alert(1)</script> | [x](https://evil.example) \u001b[31m`code`\nnew line';
const said = (quote: string) => ({ quote, source: 'acme/privacy, since 2026-01-01 or before', isWayOut: false });
const showing = (rows: readonly PositionRow[]): ShownPositions => ({
  title: 'Positions <b>',
  head: ['PLATFORM', 'DATA', 'POSITION', 'REGIONS', 'BY THE WORDS'],
  rows,
  controls: [],
});
const shown = showing([
  { platform: hostile, data: 'user-content', position: 'opt-out', regions: 'EU: silent', says: [said(hostile)] },
]);

it('lets nothing from a page be markup in HTML', () => {
  const page = positionsAsHtml(shown);
  expect(page).not.toContain('<script');
  expect(page).toContain('&lt;script&gt;');
  expect(page).toContain('Positions &lt;b&gt;');
});

it('lets nothing from a page be markup, or end a cell, in Markdown', () => {
  const lines = positionsAsMarkdown(shown).split('\n');
  expect(lines[4]).not.toMatch(/(?<!\\)<script|(?<!\\)\[x\]|(?<!\\)`/);
  expect(lines[4]?.match(/(?<!\\)\|/g)).toHaveLength(6);
  expect(lines[5]).toBe('');
});

it('lets nothing from a page control the terminal, and keeps a row on a line', () => {
  const table = positionsAsTable(shown, 400);
  expect(table).not.toContain('\u001b');
  expect(table.split('\n').slice(1, 3)).toEqual([expect.stringContaining('user-content'), '']);
});

it('says what the positions mean that are shown, and no others', () => {
  for (const text of [positionsAsTable(shown), positionsAsMarkdown(shown), positionsAsHtml(shown)]) {
    expect(text).toContain('used unless people refuse');
    expect(text).not.toContain('used only if people agreed');
  }
});

describe('on a terminal', () => {
  const words = Array.from({ length: 60 }, (_, n) => `word${n}`).join(' ');
  const rows = ['personal-data', 'user-content'].map((data) => ({
    ...{ platform: 'Plumbago', data, position: 'silent', regions: 'CH, EEA: mandatory', says: [said(words)] },
  }));

  it.each([60, 80, 100, 120, 200])('of %i columns no line is broken', (width) => {
    const lines = positionsAsTable(showing(rows), width).split('\n');
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(width);
    expect(lines.filter((line) => line.includes('word3'))).toHaveLength(2);
  });

  it('puts a sentence below its row where there is no room beside it', () => {
    const [, row, below] = positionsAsTable(showing(rows), 60).split('\n');
    expect(row).toBe('Plumbago  personal-data  silent');
    expect(below).toMatch(/^ {2}CH, EEA: mandatory {2}“word0/);
  });

  it('has no column of regions where none differs', () => {
    const same = rows.map((row) => ({ ...row, regions: '' }));
    expect(positionsAsTable(showing(same), 120)).not.toContain('REGIONS');
  });
});

it('has in HTML one table for each platform, with the ways to refuse of it', () => {
  const control = {
    ...{ id: 'c', name: 'Leave', kind: 'form', steps: [], regions: ['global'], lastKnownTrue: '2026-01' },
  } as unknown as ShownPositions['controls'][number]['control'];
  const page = positionsAsHtml({ ...shown, controls: [{ platform: hostile, control }] });
  expect(page.match(/<table>/g)).toHaveLength(1);
  expect(page).toMatch(/Known ways to refuse.*Leave \(form, global, last known true 2026-01\)/s);
});
