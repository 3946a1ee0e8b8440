/** One look at a page. */
export interface PageSample {
  /** Milliseconds since waiting began. */
  readonly atMs: number;
  /** The document and what it links to are loaded. */
  readonly complete: boolean;
  /** Requests for scripts and data under way. */
  readonly pending: number;
  /** Characters of text. */
  readonly length: number;
  readonly hash: number;
}

export interface StillnessRules {
  /** How long a text must stand. */
  readonly stillMs: number;
  /** After this long whatever is there is taken. */
  readonly maxMs: number;
}

/** What is remembered from one look to the next. */
export interface Stillness {
  readonly hash: number;
  /** Since when the text is the same. */
  readonly sameSince: number;
  /** A length, and since when the text stays within 2 % of it. */
  readonly nearLength: number;
  readonly nearSince: number;
  readonly verdict: 'wait' | 'still';
}

/** Less text is a frame that still waits for its content. */
const LITTLE_TEXT = 200;
const NEAR = 0.02;
/** How many times `stillMs` to wait where … */
const LITTLE = 3;
const TICKING = 6;
const BUSY = 10;

/**
 * Whether a page has finished writing its text. A quiet network alone says little (timers) and a busy one too (chats,
 * analytics): the text itself must stand, the longer the less there is and the more is still loading. A clock or a
 * carousel in an otherwise standing text is not waited for.
 */
export function judgeStillness(before: Stillness | null, sample: PageSample, rules: StillnessRules): Stillness {
  const { atMs, hash, length } = sample;
  const same = before?.hash === hash;
  const near = before !== null && Math.abs(length - before.nearLength) <= before.nearLength * NEAR;
  const state = {
    hash,
    sameSince: same ? before.sameSince : atMs,
    nearLength: near ? before.nearLength : length,
    nearSince: near ? before.nearSince : atMs,
  };
  return { ...state, verdict: isStill(state, sample, rules) ? 'still' : 'wait' };
}

function isStill(state: Omit<Stillness, 'verdict'>, sample: PageSample, { stillMs, maxMs }: StillnessRules): boolean {
  const { atMs, length, complete, pending } = sample;
  if (atMs >= maxMs) return true;
  const same = atMs - state.sameSince;
  const near = atMs - state.nearSince;
  const busy = !complete || pending > 0;
  if (length < LITTLE_TEXT) return !busy && same >= stillMs * LITTLE;
  if (busy) return same >= stillMs * BUSY;
  return same >= stillMs || near >= stillMs * TICKING;
}
