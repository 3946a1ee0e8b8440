import type { Instant } from '../domain/capture.ts';
import type { Version } from '../domain/version.ts';

/** A text that stood for this long was meant: whoever returns to it later decided to. */
const SETTLED_MS = 72 * 3_600_000;
/** The first of a row of flips is a change like any other, the second its withdrawal; with the third it is a habit. */
const ALTERNATING_FROM = 3;

type Step = Pick<Version, 'id' | 'revertsTo' | 'capturedAt'>;

/** A page that goes back and forth between texts it had before. */
interface Alternation {
  /** Changes in a row, each to a text that had stood there before, none of which stayed; the first change among them. */
  readonly flips: number;
  /** When the first of them was seen. */
  readonly since: Instant;
}

/** `tell`: an alert now; `hold`: it waits until the text has stayed, or other words come. */
export interface AlertPlan {
  readonly kind: 'tell' | 'hold';
  /** Set from the third flip on. */
  readonly alternation: Alternation | null;
  /** The version that people were told of last, where later ones are held. */
  readonly toldUpTo: string | null;
}

/**
 * How a new version is told. Memory orders, it never hides: each flip is a version and a change, the third one says that
 * the page alternates, and those after it are told together once a text has stayed. Words that were never there before
 * are told at once, whatever went before. `versions`: newest first, the new one at their head.
 */
export function planAlerts(versions: readonly Step[]): AlertPlan {
  const row = flipsOf(versions);
  const first = row.at(-1);
  if (first === undefined || row.length < ALTERNATING_FROM) return { kind: 'tell', alternation: null, toldUpTo: null };
  const alternation = { flips: row.length, since: first.capturedAt };
  if (row.length === ALTERNATING_FROM) return { kind: 'tell', alternation, toldUpTo: null };
  return { kind: 'hold', alternation, toldUpTo: row.at(-ALTERNATING_FROM)?.id ?? null };
}

/** The newest versions that belong to one row of flips, newest first, as far as `versions` reach. */
function flipsOf(versions: readonly Step[]): readonly Step[] {
  const row: Step[] = [];
  for (const [index, version] of versions.entries()) {
    const before = versions[index + 1];
    if (before === undefined) break;
    row.push(version);
    const stood = Date.parse(version.capturedAt) - Date.parse(before.capturedAt);
    if (version.revertsTo === null || stood >= SETTLED_MS) break;
  }
  return row;
}

/** Whether a held alert is due: its text has stood long enough. */
export function isSettled({ capturedAt }: Pick<Version, 'capturedAt'>, now: Instant): boolean {
  return Date.parse(now) - Date.parse(capturedAt) >= SETTLED_MS;
}
