import type { DataKind } from '../data-kinds.ts';
import type { PositionStatement, Stance } from './position.ts';

/** The statements that can count for one kind of data, sorted by what they say. */
export interface Evidence {
  readonly uses: readonly PositionStatement[];
  readonly promises: readonly PositionStatement[];
  readonly consents: readonly PositionStatement[];
  readonly waysOut: readonly PositionStatement[];
}

const isOf = (name: string) => (one: PositionStatement) => one.fact.fact === name;

/** Do two facts stand in the same sentence? */
function isBeside(one: PositionStatement, other: PositionStatement): boolean {
  return (
    one.documentId === other.documentId && one.fact.block === other.fact.block && one.fact.quote === other.fact.quote
  );
}

/**
 * A way out is of a kind of data that its sentence names, or of all where it names none in particular; one out of the
 * training of others ("unless you opt out, partners may train") leads out of nothing that the platform does itself.
 */
function isWayOutOf(way: PositionStatement, kind: DataKind, all: readonly PositionStatement[]): boolean {
  if (!way.fact.fact.startsWith('opt-out:') || way.fact.fact === 'opt-out:not-offered') return false;
  const beside = all.filter((one) => isBeside(one, way));
  const named = beside.filter(({ fact }) => fact.fact.startsWith('trains-on:'));
  // "If you do not opt out, partners may train on it": the platform itself goes on.
  if (named.length === 0 && beside.some(({ fact }) => fact.fact.startsWith('shares-for-training:'))) return false;
  return named.length === 0 || named.some(({ fact }) => ['personal-data', kind].includes(fact.fact.slice(10)));
}

// "Our providers may not train on your data" promises nothing about the platform itself.
function isAboutOthers(promise: PositionStatement, all: readonly PositionStatement[]): boolean {
  return all.some((one) => one.fact.fact === 'restricts-training:model-providers' && isBeside(one, promise));
}

/** Picks out of all statements of a platform those that count for one kind of data. */
export function evidenceFor(kind: DataKind, all: readonly PositionStatement[]): Evidence {
  const uses = all.filter(isOf(`trains-on:${kind}`));
  const promises = all.filter(isOf(`excludes:${kind}`)).filter((promise) => !isAboutOthers(promise, all));
  const consents = all
    .filter(isOf('consent-required'))
    .filter((consent) => [...uses, ...promises].some((one) => isBeside(one, consent)));
  return { uses, promises, consents, waysOut: all.filter((way) => isWayOutOf(way, kind, all)) };
}

// "We do not train on what children write" says nothing of anybody else.
const isForMinors = ({ fact: { subjects = [] } }: PositionStatement): boolean =>
  subjects.includes('minors') && !subjects.includes('adults');

const isLimited = ({ fact, regions }: PositionStatement): boolean =>
  regions.length > 0 || (fact.subjects?.length ?? 0) > 0;

/** Where the evidence puts a platform. */
export function stanceOf({ uses, promises, consents, waysOut }: Evidence): Stance {
  const needsConsent = (one: PositionStatement): boolean => consents.some((consent) => isBeside(one, consent));
  const open = uses.filter((use) => !needsConsent(use));
  const firm = promises.filter((promise) => !needsConsent(promise));
  if (open.length === 0) {
    if (uses.length > 0) return 'opt-in';
    if (promises.every(isForMinors)) return 'silent';
    return firm.length > 0 ? 'excluded' : 'opt-in';
  }
  // A promise to some only is an exception to the rule, not its contradiction.
  if (firm.some((promise) => !isLimited(promise)) && open.some((use) => !isLimited(use))) return 'contradictory';
  return waysOut.length > 0 ? 'opt-out' : 'mandatory';
}
