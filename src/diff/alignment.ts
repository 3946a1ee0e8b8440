import type { Span } from './equal-pairs.ts';

const NONE = -1;

/** A place where blocks were edited, split or joined without leaving their order. */
export interface Group {
  readonly before: number[];
  readonly after: number[];
}

/**
 * Which blocks of two documents belong together, filled step by step. `inPlace` pairs increase on both sides; `moved`
 * pairs stand elsewhere; groups hold what was split or joined.
 */
export class Alignment {
  readonly beforeCount: number;
  readonly afterCount: number;
  /** Per block after: its group, pairs in place being groups of one and one. */
  readonly groups: (Group | undefined)[];
  readonly groupsBefore: (Group | undefined)[];
  /** Per block: its partner elsewhere, or -1. */
  readonly movedTo: Int32Array;
  readonly movedFrom: Int32Array;

  /** Some blocks were not compared with each other because that would have taken too long. */
  coarse = false;

  constructor(beforeCount: number, afterCount: number) {
    this.beforeCount = beforeCount;
    this.afterCount = afterCount;
    this.groups = new Array(afterCount);
    this.groupsBefore = new Array(beforeCount);
    this.movedTo = new Int32Array(beforeCount).fill(NONE);
    this.movedFrom = new Int32Array(afterCount).fill(NONE);
  }

  pair(before: number, after: number): void {
    this.group({ before: [before], after: [after] });
  }

  group(group: Group): void {
    for (const at of group.before) this.groupsBefore[at] = group;
    for (const at of group.after) this.groups[at] = group;
  }

  move(before: number, after: number): void {
    this.movedTo[before] = after;
    this.movedFrom[after] = before;
  }

  freeBefore(at: number): boolean {
    return this.groupsBefore[at] === undefined && this.movedTo[at] === NONE;
  }

  freeAfter(at: number): boolean {
    return this.groups[at] === undefined && this.movedFrom[at] === NONE;
  }

  /** The stretches between blocks in place, blocks that moved among them. */
  gaps(): Span[] {
    const gaps: Span[] = [];
    let fromA = 0;
    let fromB = 0;
    for (let at = 0; at <= this.afterCount; at++) {
      const group = this.groups[at];
      if (at < this.afterCount && group === undefined) continue;
      const toA = group?.before[0] ?? this.beforeCount;
      if (toA > fromA || at > fromB) gaps.push({ fromA, toA: Math.max(fromA, toA), fromB, toB: Math.max(fromB, at) });
      fromA = group ? (group.before.at(-1) as number) + 1 : fromA;
      fromB = at + 1;
    }
    return gaps;
  }
}

/** The free blocks of a gap. */
export function freeIn(alignment: Alignment, gap: Span): Group {
  const before: number[] = [];
  const after: number[] = [];
  for (let at = gap.fromA; at < gap.toA; at++) if (alignment.freeBefore(at)) before.push(at);
  for (let at = gap.fromB; at < gap.toB; at++) if (alignment.freeAfter(at)) after.push(at);
  return { before, after };
}
