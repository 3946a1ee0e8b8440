import { DATA_KINDS, type DataKind } from '../data-kinds.ts';
import type { Position, PositionStatement, ReadDocument } from './position.ts';
import { evidenceFor, stanceOf } from './stance-of.ts';

const EXCEPT = 'except:';

function statementsOf({ documentId, since, region, facts }: ReadDocument): PositionStatement[] {
  const own = region === 'global' ? [] : [region];
  return facts.map((fact) => ({ documentId, since, fact, regions: fact.regions ?? own }));
}

/** Does a statement hold in this region; for null: does it hold without one being named? */
function holdsIn({ regions }: PositionStatement, region: string | null): boolean {
  const named = regions.filter((one) => !one.startsWith(EXCEPT));
  if (region === null) return named.length === 0;
  if (regions.includes(EXCEPT + region)) return false;
  return named.length === 0 || named.includes(region);
}

const regionsIn = (statements: readonly PositionStatement[]): string[] =>
  [...new Set(statements.flatMap(({ regions }) => regions).map((region) => region.replace(EXCEPT, '')))].sort();

function positionOn(kind: DataKind, all: readonly PositionStatement[]): Position {
  const { uses, promises, consents, waysOut } = evidenceFor(kind, all);
  const statements = [...uses, ...promises, ...consents];
  const within = (region: string | null) =>
    stanceOf(
      evidenceFor(
        kind,
        all.filter((one) => holdsIn(one, region)),
      ),
    );
  const byRegion = regionsIn(statements.length > 0 ? [...statements, ...waysOut] : []).map((region) => ({
    region,
    stance: within(region),
  }));
  const general = within(null);
  const [only, ...others] = new Set(byRegion.map((one) => one.stance));
  // A document in parts, "outside of the EU" and "in the EU", that all say the same says it everywhere.
  const isEverywhere = statements.some((one) => one.regions.some((name) => name.startsWith(EXCEPT)));
  const stance = general === 'silent' && only && others.length === 0 && isEverywhere ? only : general;
  const regions = byRegion.filter((one) => one.stance !== stance);
  return { kind, stance, statements, waysOut: statements.length > 0 ? waysOut : [], regions };
}

/**
 * Where a platform stands on each kind of data, by what all documents that speak for it say. Pure: from the same
 * versions it gives the same positions, at any time. A kind that no sentence names is `silent`; unspecified personal
 * data is a kind of its own and says nothing about the others.
 */
export function derivePositions(documents: readonly ReadDocument[]): readonly Position[] {
  const all = documents.flatMap(statementsOf);
  return DATA_KINDS.map((kind) => positionOn(kind, all));
}
