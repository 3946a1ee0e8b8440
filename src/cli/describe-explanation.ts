import { describeFact } from '../classify/describe-fact.ts';
import type { Explanation, FactEvidence } from '../classify/explain-change.ts';
import type { NearMiss } from '../classify/near-misses.ts';
import { escapeTerminal } from '../domain/escape-terminal.ts';

const SIGNS = { before: '-', after: '+' } as const;

/** An explanation for a terminal: each fact with its rule, words, sentence and place; then what nearly counted. */
export function describeExplanation({ facts, nearMisses }: Explanation): string {
  const told = facts.flatMap(({ change, evidence }) => [
    `${describeFact(change)} · ${change.topic} · ${change.direction}`,
    ...evidence.flatMap(describeEvidence),
  ]);
  const head = facts.length === 0 ? ['no fact came, went or was reworded'] : told;
  const misses = nearMisses.length === 0 ? [] : ['', 'Came close and did not count:', ...nearMisses.map(describeMiss)];
  return [...head, ...misses].map(escapeTerminal).join('\n');
}

function describeEvidence({ fact, side, rule, matched }: FactEvidence): string[] {
  const place = [...fact.context, `block ${fact.block + 1}`].join(' › ');
  return [`  ${SIGNS[side]} “${fact.quote}”`, `    at ${place}`, `    rule ${rule}, by the words “${matched}”`];
}

function describeMiss({ side, block, quote, reason }: NearMiss): string {
  return `  ${SIGNS[side]} “${quote}” (block ${block + 1}): ${reason}`;
}
