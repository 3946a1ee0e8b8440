import { findingAt } from './ai-mentions.ts';
import { automatedDecisionWords, decisionsTold } from './automated-decision.ts';
import type { Rule } from './rule.ts';

export const noAutomatedDecision: Rule = {
  id: 'no-automated-decision',
  version: 2,
  topic: 'ai-other',
  examples: {
    match: [
      { text: 'We do not engage in automated decision-making.' },
      { text: 'Automated decision-making: Fernley does not make decisions by automated processing alone.' },
      { text: 'No decision about you is based solely on automated processing.' },
      { text: 'We do not engage in profiling that leads to decisions with legal effects.' },
    ],
    not: [
      { text: 'You have the right not to be subject to a decision based solely on automated processing.' },
      { text: 'Profiling may lead to decisions with legal effects.' },
      { text: 'If you do not agree, automated decisions can be checked by a person.' },
    ],
  },
  read: (reading) => {
    const words = automatedDecisionWords(reading);
    return decisionsTold(reading).length === 0 ? findingAt('no-automated-decision', words) : [];
  },
};
