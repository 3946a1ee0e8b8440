/**
 * Where real platforms stood, by their policies of five dates, read straight from the histories.
 *
 *   npx node bench/positions.ts                             the table of docs/positions.md, without a word of a policy
 *   npx node bench/positions.ts --quotes [--format html]    the same cells with their quotations in full
 *   npx node bench/positions.ts --check docs/positions.md   exit 1 and the lines that differ, where the table is stale
 *   npx node bench/positions.ts --write docs/positions.md   writes the table anew below the file's introduction
 *
 * Also: --platforms Facebook,Zoom --dates 2023-10-01,2024-10-01. Environment: REPOSITORIES (bare clones, default
 * /tmp/clausewatch-histories, unpacked there where missing), DATA (default ../shared/data).
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { positionRows } from '../src/cli/positions/position-rows.ts';
import { positionsAsHtml } from '../src/cli/positions/positions-as-html.ts';
import { positionsAsMarkdown } from '../src/cli/positions/positions-as-markdown.ts';
import { positionsAsTable } from '../src/cli/positions/positions-as-table.ts';
import type { ShownPositions } from '../src/cli/positions/shown-positions.ts';
import { differencesFrom, splitAtTable } from './positions/check-table.ts';
import { createRecord } from './positions/documents-at.ts';
import { type DatedTable, historyOf } from './positions/platform-history.ts';
import { FIVE_DATES, RECORDED_PLATFORMS } from './positions/recorded-platforms.ts';
import { renderPlatform } from './positions/render-table.ts';
import { unpackHistories } from './positions/unpack-histories.ts';

const { values } = parseArgs({
  options: {
    platforms: { type: 'string' },
    dates: { type: 'string', default: FIVE_DATES.join() },
    quotes: { type: 'boolean', default: false },
    format: { type: 'string', default: 'markdown' },
    check: { type: 'string' },
    write: { type: 'string' },
  },
});
const repositories = process.env.REPOSITORIES ?? join(tmpdir(), 'clausewatch-histories');
mkdirSync(repositories, { recursive: true });
unpackHistories(process.env.DATA ?? '../shared/data', repositories);

const wanted = values.platforms?.split(',');
const platforms = RECORDED_PLATFORMS.filter(({ name }) => wanted?.includes(name) ?? true);
const record = createRecord(repositories);
const histories = platforms.map((platform) => ({
  name: platform.name,
  history: historyOf(platform, values.dates.split(','), record),
}));

function printQuotes(): void {
  const render =
    { table: (shown: ShownPositions) => positionsAsTable(shown), html: positionsAsHtml }[values.format] ??
    positionsAsMarkdown;
  const rowsOf = (name: string, { date, documents, positions }: DatedTable) =>
    positionRows({
      platform: name,
      name,
      at: date,
      documents: documents.map(({ documentId }) => documentId),
      positions,
      controls: [],
    }).map((row) => ({ ...row, platform: `${name}, ${date}` }));
  const rows = histories.flatMap(({ name, history }) => history.flatMap((table) => rowsOf(name, table)));
  const head = ['PLATFORM', 'DATA', 'POSITION', 'REGIONS', 'BY THE WORDS'] as const;
  console.log(render({ title: `Positions at ${values.dates}`, head, rows, controls: [] }));
}

const table = histories.map(({ name, history }) => renderPlatform(name, history)).join('\n');
if (values.quotes) printQuotes();
else if (values.check) {
  const differences = differencesFrom(readFileSync(values.check, 'utf8'), table);
  for (const line of differences) console.log(line);
  console.log(differences.length === 0 ? `${values.check} is what the histories say` : `${values.check} is stale`);
  process.exitCode = differences.length === 0 ? 0 : 1;
} else if (values.write) {
  const { introduction } = splitAtTable(readFileSync(values.write, 'utf8'));
  writeFileSync(values.write, introduction + table);
} else console.log(table);
