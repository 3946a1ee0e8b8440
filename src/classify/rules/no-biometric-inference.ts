import { findingAt } from './ai-mentions.ts';
import { biometricInferenceWords } from './biometric-inference.ts';
import { isDenied } from './is-denied.ts';
import type { Rule } from './rule.ts';

export const noBiometricInference: Rule = {
  id: 'no-biometric-inference',
  version: 1,
  topic: 'ai-other',
  examples: {
    match: [
      { text: 'We will not extract voiceprints from your recordings.' },
      { text: 'We do not infer your mood from your voice.' },
    ],
    not: [
      { text: 'We will not use facial recognition without your consent.' },
      { text: 'We may use facial recognition to group pictures.' },
      { text: 'We do not sell your data, but we use facial recognition to sort pictures.' },
      { text: 'We do not save your profile picture.' },
    ],
  },
  read: (reading) => {
    const words = biometricInferenceWords(reading);
    return words.every((i) => isDenied(reading, i)) ? findingAt('no-biometric-inference', words) : [];
  },
};
