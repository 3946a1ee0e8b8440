export type Topic = 'ai-training' | 'ai-other';
export type Direction = 'less-protective' | 'more-protective' | 'neutral';
export const SEVERITIES = ['none', 'low', 'medium', 'high', 'critical'] as const;
export type Severity = (typeof SEVERITIES)[number];
export type Modality = 'does' | 'may' | 'will';

/** One thing a document states, with the sentence that states it. The vocabulary is in docs/reference/facts.md. */
export interface Fact {
  /** "kind" or "kind:value", as in `trains-on:public-content`. */
  readonly fact: string;
  readonly topic: Topic;
  /** Visible text that stands in the version letter for letter (white space folded), at most 600 characters. */
  readonly quote: string;
  /** Heading path, then the lead-in, each letter for letter. */
  readonly context: readonly string[];
  /** Index of the block that holds the quotation. */
  readonly block: number;
  readonly modality?: Modality;
  readonly regions?: readonly string[];
  readonly subjects?: readonly string[];
  readonly default?: 'on' | 'off';
  /** What it speaks of is planned and put off: it does not happen yet. */
  readonly putOff?: true;
  readonly rule: { readonly id: string; readonly version: number };
}

export interface FactChange {
  readonly effect: 'added' | 'removed' | 'reworded';
  readonly fact: string;
  readonly topic: Topic;
  readonly direction: Direction;
  /** Null when added, unless it took the place of its opposite: then that, as `excludes:…` before `trains-on:…`. */
  readonly before: Fact | null;
  /** Null when removed. */
  readonly after: Fact | null;
}

/** What a redline means. */
export interface Classification {
  readonly topics: readonly Topic[];
  readonly facts: readonly FactChange[];
  readonly direction: Direction;
  readonly severity: Severity;
  /** Every hunk is cosmetic and no fact changed: raises nothing. */
  readonly cosmetic: boolean;
  readonly rulesVersion: string;
}
