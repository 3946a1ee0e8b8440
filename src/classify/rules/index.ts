import { aiMentionRules } from './ai-mention-rules.ts';
import { automatedDecision } from './automated-decision.ts';
import { biometricInference } from './biometric-inference.ts';
import { consentRequired } from './consent-required.ts';
import { excludes } from './excludes.ts';
import { forwardOnly } from './forward-only.ts';
import { humanReview } from './human-review.ts';
import { noAutomatedDecision } from './no-automated-decision.ts';
import { noBiometricInference } from './no-biometric-inference.ts';
import { optOut } from './opt-out.ts';
import { permitsTraining } from './permits-training.ts';
import { restrictsTraining } from './restricts-training.ts';
import type { Rule } from './rule.ts';
import { sharesForTraining } from './shares-for-training.ts';
import { trainsOn } from './trains-on.ts';

/** Every rule, one meaning each. A new one is a file and a line here. */
export const RULES: readonly Rule[] = [
  trainsOn,
  excludes,
  consentRequired,
  optOut,
  sharesForTraining,
  restrictsTraining,
  permitsTraining,
  forwardOnly,
  humanReview,
  automatedDecision,
  biometricInference,
  noAutomatedDecision,
  noBiometricInference,
  ...aiMentionRules,
];

// Goes up with what all rules read by: sentences, words, polarity, actors.
const READING = 9;

/** Changes whenever an answer can change: stored with what was read. */
export const RULES_VERSION = `${READING}.${RULES.reduce((sum, rule) => sum + rule.version, 0)}`;
