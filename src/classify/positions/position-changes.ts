import type { Instant } from '../../domain/capture.ts';
import type { DataKind } from '../data-kinds.ts';
import type { Position, PositionStatement, Stance } from './position.ts';

/** The positions of a platform as they stood from some time on. */
export interface DatedPositions {
  readonly at: Instant;
  readonly positions: readonly Position[];
}

/** One line of the ledger: what a platform's documents said of a kind of data, and what they say now. */
export interface PositionChange {
  readonly at: Instant;
  readonly kind: DataKind;
  /** Where only this region's position changed; null for the position without a region. */
  readonly region: string | null;
  readonly from: Stance;
  readonly to: Stance;
  /** The sentences of the new position; of the old one where the new is silent. */
  readonly statements: readonly PositionStatement[];
  /** The sentences are those of the old position: none stands there any more. */
  readonly gone: boolean;
}

const stanceIn = ({ stance, regions }: Position, region: string): Stance =>
  regions.find((one) => one.region === region)?.stance ?? stance;

/** From what to what: without a region, then in the regions where it is another step than that. */
function stepsBetween(old: Position, position: Position): Pick<PositionChange, 'region' | 'from' | 'to'>[] {
  const named = new Set([...old.regions, ...position.regions].map(({ region }) => region));
  const general = { region: null, from: old.stance, to: position.stance };
  const regional = [...named].sort().map((region) => ({
    region,
    from: stanceIn(old, region),
    to: stanceIn(position, region),
  }));
  return [general, ...regional.filter(({ from, to }) => from !== general.from || to !== general.to)].filter(
    ({ from, to }) => from !== to,
  );
}

/** The transitions between positions in order of time; the first positions are where the ledger begins. */
export function positionChanges(history: readonly DatedPositions[]): readonly PositionChange[] {
  return history.slice(1).flatMap(({ at, positions }, n) => {
    const before = new Map(history[n]?.positions.map((position) => [position.kind, position]));
    return positions.flatMap((position) => {
      const old = before.get(position.kind);
      if (!old) return [];
      const gone = position.statements.length === 0;
      const { statements } = gone ? old : position;
      return stepsBetween(old, position).map((step) => ({ at, kind: position.kind, ...step, statements, gone }));
    });
  });
}
