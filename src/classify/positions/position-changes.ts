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
  readonly from: Stance;
  readonly to: Stance;
  /** The sentences of the new position; of the old one where the new is silent. */
  readonly statements: readonly PositionStatement[];
}

/** The transitions between positions in order of time; the first positions are where the ledger begins. */
export function positionChanges(history: readonly DatedPositions[]): readonly PositionChange[] {
  return history.slice(1).flatMap(({ at, positions }, n) => {
    const before = new Map(history[n]?.positions.map((position) => [position.kind, position]));
    return positions.flatMap((position) => {
      const old = before.get(position.kind);
      if (!old || old.stance === position.stance) return [];
      const statements = position.statements.length > 0 ? position.statements : old.statements;
      return [{ at, kind: position.kind, from: old.stance, to: position.stance, statements }];
    });
  });
}
