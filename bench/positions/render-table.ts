import type { Position, PositionStatement } from '../../src/classify/positions/position.ts';
import { positionChanges } from '../../src/classify/positions/position-changes.ts';
import { PARAPHRASES } from './paraphrases.ts';
import { hashOfQuote, placeOf } from './place-of.ts';
import { type DatedTable, evidenceOf } from './platform-history.ts';

/** Said where a sentence is new and nobody has read it: `--check` fails on it like on any other difference. */
export const NOT_READ = '**not read yet**';

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
const HEAD = [
  'date',
  'data',
  'position',
  'regions that differ',
  'ways out',
  'document, version of, place, quotation',
  'in our words',
];

function sourceOf(statement: PositionStatement, table: DatedTable): string {
  const { documentId, since, fact } = statement;
  return `${documentId}, ${since.slice(0, 10)}, ${placeOf(statement, table.documents)}, \`${hashOfQuote(fact.quote)}\``;
}

function rowOf(position: Position, table: DatedTable): string {
  const evidence = evidenceOf(position);
  const ways = new Set(position.waysOut.map(({ fact }) => fact.fact.replace('opt-out:', '')));
  return row([
    table.date,
    position.kind,
    `**${position.stance}**`,
    position.regions.map(({ region, stance }) => `${region}: ${stance}`).join(', '),
    position.stance === 'opt-out' ? [...ways].join(', ') : '',
    evidence.map((one) => sourceOf(one, table)).join('<br>'),
    evidence.map(({ fact }) => PARAPHRASES[hashOfQuote(fact.quote)] ?? NOT_READ).join('<br>'),
  ]);
}

function rowsAt(table: DatedTable): string[] {
  if (table.documents.length === 0) return [row([table.date, '', 'not recorded', '', '', '', ''])];
  const told = table.positions.filter(({ statements }) => statements.length > 0);
  const rest = told.length === 0 ? 'every kind' : 'every other kind';
  return [...told.map((position) => rowOf(position, table)), row([table.date, rest, 'silent', '', '', '', ''])];
}

/** "user-content: silent → mandatory" from one date to the next at which the platform was recorded. */
function transitionsOf(history: readonly DatedTable[]): string[] {
  const recorded = history.filter(({ documents }) => documents.length > 0);
  const changes = positionChanges(recorded.map(({ date, positions }) => ({ at: date, positions })));
  if (changes.length === 0) return ['No transition between these dates.'];
  return changes.map(
    ({ at, kind, region, from, to }) => `- by ${at}, ${kind}${region === null ? '' : ` in ${region}`}: ${from} → ${to}`,
  );
}

/** One platform, without a word of its documents. */
export function renderPlatform(name: string, history: readonly DatedTable[]): string {
  const table = [row(HEAD), row(HEAD.map(() => '---')), ...history.flatMap(rowsAt)];
  return [`## ${name}`, '', ...table, '', ...transitionsOf(history), ''].join('\n');
}
