import type { Position, PositionStatement } from '../../classify/positions/position.ts';
import { formatInstant } from '../format-table.ts';
import type { PlatformLedger, PlatformPositions } from './platform-positions.ts';

const SHOWN_STATEMENTS = 2;

/** A sentence that a position stands on. */
export interface Said {
  readonly quote: string;
  /** Its document, and since when it is known to stand there. */
  readonly source: string;
  /** It names a way to refuse, not a use or a promise. */
  readonly isWayOut: boolean;
}

/** One row of the table of positions, as text. */
export interface PositionRow {
  readonly platform: string;
  readonly data: string;
  readonly position: string;
  readonly regions: string;
  readonly says: readonly Said[];
}

const BULLET = /^[-*•]\s+/;

function saidBy({ fact, documentId, since }: PositionStatement): Said {
  return {
    // A sign before an item of a list is layout, not words.
    quote: fact.quote.replace(BULLET, ''),
    source: `${documentId}, since ${since.slice(0, 10)} or before`,
    isWayOut: fact.fact.startsWith('opt-out:'),
  };
}

/** The first few sentences, each once, however many documents hold it. */
function saidOnce(statements: readonly PositionStatement[], most: number): Said[] {
  const once = Map.groupBy(statements.map(saidBy), ({ quote }) => quote);
  return [...once.values()].slice(0, most).map(([first]) => first as Said);
}

function sentencesOf({ stance, statements, waysOut, regions }: Position): Said[] {
  const isOptOut = stance === 'opt-out' || regions.some((one) => one.stance === 'opt-out');
  const told = saidOnce(statements, SHOWN_STATEMENTS);
  const ways = isOptOut ? saidOnce(waysOut, 1) : [];
  return [...told.filter(({ quote }) => ways.every((way) => way.quote !== quote)), ...ways];
}

function isTold(position: Position): boolean {
  return position.statements.length > 0;
}

/** "CH, EEA: mandatory; UK: opt-out": regions that stand alike are named together. */
function describeRegions(regions: Position['regions']): string {
  return [...Map.groupBy(regions, ({ stance }) => stance)]
    .map(([stance, alike]) => `${alike.map(({ region }) => region).join(', ')}: ${stance}`)
    .join('; ');
}

/** Rows of what a platform says; kinds of data about which it is silent share the last one. */
export function positionRows({ name, positions, documents }: PlatformPositions): PositionRow[] {
  if (documents.length === 0)
    return [{ platform: name, data: '–', position: 'no version stored', regions: '', says: [] }];
  const told = positions.filter(isTold).map((position) => ({
    platform: name,
    data: position.kind,
    position: position.stance,
    regions: describeRegions(position.regions),
    says: sentencesOf(position),
  }));
  if (told.length === positions.length) return told;
  const data = told.length === 0 ? 'every kind' : 'every other kind';
  return [...told, { platform: name, data, position: 'silent', regions: '', says: [] }];
}

/** Rows of the ledger: "LinkedIn, user-content: silent → opt-out, 2024-09-18". */
export function ledgerRows({ name, changes }: PlatformLedger): PositionRow[] {
  return changes.map(({ at, kind, region, from, to, statements, gone }) => {
    const seen = formatInstant(at).slice(0, 10);
    const says = saidOnce(statements, SHOWN_STATEMENTS);
    return {
      platform: name,
      data: region === null ? kind : `${kind} (${region})`,
      position: `${from} → ${to}`,
      regions: seen,
      says: gone ? says.map((one) => ({ ...one, source: `${one.source}, gone by ${seen}` })) : says,
    };
  });
}
