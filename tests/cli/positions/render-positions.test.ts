import { expect, it } from 'vitest';
import {
  positionsAsHtml,
  positionsAsMarkdown,
  positionsAsTable,
  type ShownPositions,
} from '../../../src/cli/positions/render-positions.ts';

const hostile = '<script>alert(1)</script> | [x](https://evil.example) \u001b[31m`code`\nnew line';
const shown: ShownPositions = {
  title: 'Positions <b>',
  head: ['PLATFORM', 'DATA', 'POSITION', 'REGIONS', 'BY THE WORDS'],
  rows: [{ platform: hostile, data: 'user-content', position: 'opt-out', regions: 'EU: silent', says: [hostile] }],
  controls: [],
};

it('lets nothing from a page be markup in HTML', () => {
  const page = positionsAsHtml(shown);
  expect(page).not.toContain('<script');
  expect(page).toContain('&lt;script&gt;');
  expect(page).toContain('Positions &lt;b&gt;');
});

it('lets nothing from a page be markup, or end a cell, in Markdown', () => {
  const lines = positionsAsMarkdown(shown).split('\n');
  expect(lines).toHaveLength(5);
  expect(lines[4]).not.toMatch(/(?<!\\)<script|(?<!\\)\[x\]|(?<!\\)`/);
  expect(lines[4]?.match(/(?<!\\)\|/g)).toHaveLength(6);
});

it('lets nothing from a page control the terminal, and keeps a row on a line', () => {
  const table = positionsAsTable(shown);
  expect(table).not.toContain('\u001b');
  expect(table.split('\n')).toHaveLength(2);
});
