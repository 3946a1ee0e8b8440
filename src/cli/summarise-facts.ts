import { describeFact } from '../classify/describe-fact.ts';
import { escapeTerminal } from '../domain/escape-terminal.ts';
import type { FactChange } from '../domain/fact.ts';
import { rankFactChanges } from '../notify/rank-fact-changes.ts';

/** The gravest few fact changes in words, equal ones counted: "opt-out …; AI features: added (3×); 2 more". */
export function summariseFacts(facts: readonly FactChange[], shown = 3): string {
  const counts = new Map<string, number>();
  for (const fact of rankFactChanges(facts)) {
    const phrase = escapeTerminal(describeFact(fact));
    counts.set(phrase, (counts.get(phrase) ?? 0) + 1);
  }
  const phrases = [...counts].map(([phrase, count]) => (count > 1 ? `${phrase} (${count}×)` : phrase));
  const rest = phrases.length > shown ? [`${phrases.length - shown} more`] : [];
  return [...phrases.slice(0, shown), ...rest].join('; ');
}
