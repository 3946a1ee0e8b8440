import { describeFact } from '../classify/describe-fact.ts';
import { escapeTerminal } from '../domain/escape-terminal.ts';
import type { Classification, Fact, FactChange } from '../domain/fact.ts';

/** What a change means, for a terminal: topics, severity, and each fact with the sentence that states it. */
export function describeClassification(classification: Classification): string {
  const { topics, severity, direction, facts, cosmetic } = classification;
  if (cosmetic) return 'cosmetic: nothing that the document says has changed';
  const head = topics.length > 0 ? `${topics.join(', ')} · severity ${severity} · ${direction}` : 'not about AI';
  return [head, ...facts.flatMap(describeOne)].join('\n');
}

function describeOne(change: FactChange): string[] {
  const lines = [`  ${escapeTerminal(describeFact(change))}`];
  if (change.before) lines.push(quoted('-', change.before));
  if (change.after && change.effect !== 'removed') lines.push(quoted('+', change.after));
  return lines;
}

function quoted(sign: string, fact: Fact): string {
  const place = fact.context.length > 0 ? `  [${fact.context.join(' › ')}]` : '';
  return `    ${sign} “${escapeTerminal(fact.quote)}”${escapeTerminal(place)}`;
}
