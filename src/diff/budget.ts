/** How fine a comparison may still be. */
export type Granularity = 'words' | 'sentences' | 'blocks';

/** The time one call may take. Work is bounded by counting first; the clock is the last resort. */
export interface Budget {
  /** The finest level still affordable. */
  readonly level: () => Granularity;
  /** Milliseconds left for the level of words; 0 when it is over. */
  readonly wordsMs: () => number;
}

const WORDS_SHARE = 0.6;
const SENTENCES_SHARE = 0.8;

/** Starts now. The remaining fifth is kept for putting the hunks together. */
export function createBudget(budgetMs: number, now: () => number): Budget {
  const start = now();
  const wordsMs = (): number => Math.max(0, start + budgetMs * WORDS_SHARE - now());
  const level = (): Granularity => {
    const spent = now() - start;
    if (spent < budgetMs * WORDS_SHARE) return 'words';
    return spent < budgetMs * SENTENCES_SHARE ? 'sentences' : 'blocks';
  };
  return { level, wordsMs };
}
