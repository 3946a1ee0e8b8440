import type { Direction, FactChange } from '../domain/fact.ts';
import type { Hunk } from '../domain/redline.ts';
import type { Change } from '../domain/version.ts';
import { rankFactChanges } from './rank-fact-changes.ts';
import { sayChange } from './templates/say-change.ts';
import { clip, markupBytes, visibleText } from './visible-text.ts';

/** One place of the document with everything that is said about it, and its words before and after. */
export interface Clause {
  /** What the facts mean, one sentence each, the gravest first. */
  readonly says: readonly string[];
  readonly direction: Direction;
  /** Heading path and lead-in, outermost first; empty where the document has no headings. */
  readonly path: string;
  /** Quotations; empty where nothing of the kind stood there before. */
  readonly before: readonly string[];
  /** Quotations; empty where nothing of the kind stands there now. */
  readonly after: readonly string[];
}

// What facts.md allows.
const MAX_QUOTE = 600;
// Of one place; twice as many quotations of three-byte characters still fit into the budget below.
const MAX_TOGETHER = 6;
// About forty full quotations: beyond that the stored redline is the better place to read.
const MAX_BYTES = 24_000;

/**
 * Fact changes by the place they stand in (a hunk of the redline), the gravest first: a promise that went and the use
 * that took its place are read together, and a sentence that states three things is quoted once. What goes beyond
 * 24 kB is counted in `leftOut`.
 */
export function groupClauses(
  change: Change,
  describe: (change: FactChange) => string,
): { readonly clauses: readonly Clause[]; readonly leftOut: number } {
  const groups = new Map<string, FactChange[]>();
  const place = placesOf(change.redline.hunks);
  for (const fact of rankFactChanges(change.classification.facts)) {
    const key = place(fact);
    groups.set(key, [...(groups.get(key) ?? []), fact]);
  }
  const parts = [...groups.values()].flatMap(chunk);
  const clauses: Clause[] = [];
  let bytes = 0;
  for (const group of parts) {
    const clause = clauseFrom(group, describe);
    bytes += markupBytes([...clause.says, clause.path, ...clause.before, ...clause.after].join(''));
    if (bytes > MAX_BYTES) break;
    clauses.push(clause);
  }
  return { clauses: joinAlike(clauses), leftOut: parts.length - clauses.length };
}

/** Items of one list that say the same become one clause with several quotations. */
function joinAlike(clauses: readonly Clause[]): Clause[] {
  const joined = new Map<string, Clause>();
  for (const clause of clauses) {
    // A pair of before and after is read together and stays by itself.
    const paired = clause.before.length > 0 && clause.after.length > 0;
    const key = JSON.stringify([clause.says, clause.path, clause.before.length > 0, paired ? joined.size : '']);
    const { before = [], after = [] } = joined.get(key) ?? {};
    joined.set(key, { ...clause, before: union(before, clause.before), after: union(after, clause.after) });
  }
  return [...joined.values()];
}

function union(some: readonly string[], more: readonly string[]): string[] {
  return [...new Set([...some, ...more])];
}

function chunk(group: readonly FactChange[]): FactChange[][] {
  const parts: FactChange[][] = [];
  for (let start = 0; start < group.length; start += MAX_TOGETHER) parts.push(group.slice(start, start + MAX_TOGETHER));
  return parts;
}

function placesOf(hunks: readonly Hunk[]): (change: FactChange) => string {
  const after = new Map(hunks.flatMap((hunk, index) => hunk.after.map((block) => [block.index, index])));
  const before = new Map(hunks.flatMap((hunk, index) => hunk.before.map((block) => [block.index, index])));
  return (change) => {
    const hunk = (change.after && after.get(change.after.block)) ?? (change.before && before.get(change.before.block));
    // A fact can change by its context alone; then its quotation is the place.
    return hunk == null ? JSON.stringify([change.before?.quote, change.after?.quote]) : `hunk ${hunk}`;
  };
}

function clauseFrom(group: readonly FactChange[], describe: (change: FactChange) => string): Clause {
  const [gravest] = group;
  const context = gravest?.after?.context ?? gravest?.before?.context ?? [];
  return {
    says: [...new Set(group.map((change) => clip(sayChange(change, describe), 300)))],
    direction: gravest?.direction ?? 'neutral',
    path: pathOf(context),
    before: quotesOf(group.map(({ before }) => before?.quote)),
    after: quotesOf(group.map(({ after }) => after?.quote)),
  };
}

/** The innermost part is often the lead-in that gives a list its sense: it is cut last. */
function pathOf(context: readonly string[]): string {
  const parts = context
    .slice(-8)
    .map((part, index, all) => clip(visibleText(part), index === all.length - 1 ? 600 : 160));
  return parts.join(' › ');
}

function quotesOf(quotes: readonly (string | undefined)[]): string[] {
  const known = quotes.filter((quote) => quote !== undefined);
  return union(
    [],
    known.map((quote) => clip(visibleText(quote.slice(0, 10 * MAX_QUOTE)), MAX_QUOTE)),
  );
}
