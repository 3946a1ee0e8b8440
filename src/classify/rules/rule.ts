import type { Topic } from '../../domain/fact.ts';
import type { Reading } from '../reading.ts';

/** Something a statement says: the fact, and the words that say it (indexes into the reading's tokens, `to` exclusive). */
export interface Finding {
  readonly fact: string;
  readonly from: number;
  readonly to: number;
}

/** A text on which a rule is tried: under these headings, introduced so. */
export interface Example {
  readonly headings?: readonly string[];
  readonly leadIn?: string;
  /** Sentences; what counts is what the rule finds in any of them. */
  readonly text: string;
}

/** One meaning. Pure: the same reading gives the same findings. */
export interface Rule {
  /** Stable; part of what an explanation names. */
  readonly id: string;
  /** Goes up with every change that can change an answer. */
  readonly version: number;
  readonly topic: Topic;
  /** What must be found, and what must not; a test runs them. */
  readonly examples: { readonly match: readonly Example[]; readonly not: readonly Example[] };
  read(reading: Reading): readonly Finding[];
}
