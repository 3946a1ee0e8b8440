import type { WordClass } from '../lexicon/lexicon.ts';
import type { Reading } from '../reading.ts';
import { findingAt } from './ai-mentions.ts';
import { indexesOf, isDenied } from './is-denied.ts';
import type { Rule } from './rule.ts';

const NEAR = 8;

/** Indexes of the own words that speak of automated decisions or profiling. */
export function automatedDecisionWords(reading: Reading): number[] {
  const where = (name: WordClass): number[] => indexesOf(reading, name);
  const named = where('automated-decision');
  if (named.length > 0) return named;
  const decisions = where('decision');
  const automatic = where('automatic').filter((i) => decisions.some((j) => Math.abs(i - j) <= NEAR));
  if (automatic.length > 0) return automatic;
  return where('decision-effect').length > 0 ? where('profiling') : [];
}

const REACH_OF_TITLE = 6;

function isBeforeColon({ tokens, own }: Reading, at: number): boolean {
  const colon = tokens.findIndex(({ word }, i) => i >= own && /^[:.]$/.test(word));
  return colon > at && colon - own <= REACH_OF_TITLE;
}

/** Indexes of the words that say that it is done. "Automated decisions: we do not …" is told behind the colon. */
export function decisionsTold(reading: Reading): number[] {
  const words = automatedDecisionWords(reading);
  const told = words.filter((i) => !isDenied(reading, i));
  const isTitle = told.length < words.length && told.every((i) => isBeforeColon(reading, i));
  return isTitle ? [] : told;
}

export const automatedDecision: Rule = {
  id: 'automated-decision',
  version: 3,
  topic: 'ai-other',
  examples: {
    match: [
      { text: 'You have the right not to be subject to a decision based solely on automated processing.' },
      { text: 'Profiling may lead to decisions with legal effects.' },
    ],
    not: [
      { text: 'We do not engage in automated decision-making.' },
      { text: 'Automated decision-making: Fernley does not make decisions by automated processing alone.' },
      { text: 'No decision about you is based solely on automated processing.' },
      { text: 'We do not engage in profiling that leads to decisions with legal effects.' },
      { text: 'Information is collected automatically.' },
      { text: 'Your subscription renews automatically.' },
    ],
  },
  read: (reading) => findingAt('automated-decision', decisionsTold(reading)),
};
