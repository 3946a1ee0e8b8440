import type { Position, PositionStatement } from '../../classify/positions/position.ts';
import { formatInstant } from '../format-table.ts';
import type { PlatformLedger, PlatformPositions } from './platform-positions.ts';

const SHOWN_STATEMENTS = 2;

/** One row of the table of positions, as text. */
export interface PositionRow {
  readonly platform: string;
  readonly data: string;
  readonly position: string;
  readonly regions: string;
  readonly says: readonly string[];
}

/** A sentence with its document and since when it is known to stand there. */
function quoted({ fact, documentId, since }: PositionStatement): string {
  return `“${fact.quote}” (${documentId}, since ${since.slice(0, 10)} or before)`;
}

/** The first few sentences, each once, however many documents hold it. */
function quotedOnce(statements: readonly PositionStatement[]): string[] {
  const once = Map.groupBy(statements, ({ fact }) => fact.quote);
  return [...once.values()].slice(0, SHOWN_STATEMENTS).map(([first]) => quoted(first as PositionStatement));
}

function isTold(position: Position): boolean {
  return position.statements.length > 0;
}

/** Rows of what a platform says; kinds of data about which it is silent share the last one. */
export function positionRows({ name, positions, documents }: PlatformPositions): PositionRow[] {
  if (documents.length === 0)
    return [{ platform: name, data: '–', position: 'no version stored', regions: '', says: [] }];
  const told = positions.filter(isTold).map((position) => ({
    platform: name,
    data: position.kind,
    position: position.stance,
    regions: position.regions.map(({ region, stance }) => `${region}: ${stance}`).join(', '),
    says: quotedOnce([...position.statements, ...position.waysOut]),
  }));
  const silent = positions.filter((position) => !isTold(position)).map(({ kind }) => kind);
  if (silent.length === 0) return told;
  const data = told.length === 0 ? 'every kind' : silent.join(', ');
  return [...told, { platform: name, data, position: 'silent', regions: '', says: [] }];
}

/** Rows of the ledger: "LinkedIn, user-content: silent → opt-out, 2024-09-18". */
export function ledgerRows({ name, changes }: PlatformLedger): PositionRow[] {
  return changes.map(({ at, kind, region, from, to, statements }) => ({
    platform: name,
    data: region === null ? kind : `${kind} (${region})`,
    position: `${from} → ${to}`,
    regions: formatInstant(at).slice(0, 10),
    says: quotedOnce(statements),
  }));
}
