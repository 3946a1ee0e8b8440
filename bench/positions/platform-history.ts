import { derivePositions } from '../../src/classify/positions/derive-positions.ts';
import type { Position, PositionStatement } from '../../src/classify/positions/position.ts';
import type { createRecord, RecordedDocument } from './documents-at.ts';
import type { RecordedPlatform } from './recorded-platforms.ts';

/** Where a platform stood at the end of a day. */
export interface DatedTable {
  readonly date: string;
  readonly documents: readonly RecordedDocument[];
  readonly positions: readonly Position[];
}

export function historyOf(
  platform: RecordedPlatform,
  dates: readonly string[],
  record: ReturnType<typeof createRecord>,
): DatedTable[] {
  return dates.map((date) => {
    const documents = record.documentsAt(platform, date);
    return { date, documents, positions: derivePositions(documents) };
  });
}

const MOST_SHOWN = 2;
const once = (statements: readonly PositionStatement[]): PositionStatement[] =>
  [...new Map(statements.toReversed().map((one) => [one.fact.quote, one])).values()].reverse();

/** The sentences shown for a cell: the first two of what is said, and the first way out. */
export function evidenceOf({ statements, waysOut, stance }: Position): PositionStatement[] {
  const ways = stance === 'opt-out' ? waysOut.slice(0, 1) : [];
  return once([...once(statements).slice(0, MOST_SHOWN), ...ways]);
}
