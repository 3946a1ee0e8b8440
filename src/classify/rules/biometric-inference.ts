import type { Reading } from '../reading.ts';
import { isA, type Token } from '../tokens.ts';
import { findingAt } from './ai-mentions.ts';
import { indexesOf, isDenied } from './is-denied.ts';
import type { Rule } from './rule.ts';

const FUNCTION_WORD = /^(?:of|to|and|or|for|when|in|on|with|by|from|that|which|while|during|using|as|is|are|can)$/;
const SOURCE = /^(?:from|by|using|with)$/;
const REACH = 14;

/** The face or voice of a person, not a "voice command" or what one "faces". */
function isBodySign(tokens: readonly Token[], i: number): boolean {
  if (!isA(tokens[i], 'body-sign')) return false;
  if (isA(tokens[i + 1], 'body-sign')) return isBodySign(tokens, i + 1);
  const next = tokens[i + 1];
  const isHead = next === undefined || next.mark || FUNCTION_WORD.test(next.word);
  return isHead && /^(?:the|your|their|our|a|an|his|her|and|or|of|facial|,|from|by)$/.test(tokens[i - 1]?.word ?? '');
}

function endsClause(token: Token | undefined): boolean {
  return token === undefined || token.word === ';' || token.word === '.';
}

function findAhead({ tokens }: Reading, from: number, test: (i: number) => boolean): number {
  for (let i = from; i < from + REACH && !endsClause(tokens[i]); i++) if (test(i)) return i;
  return -1;
}

/** "analyses faces to estimate how …", "infers your mood from your voice". */
function inferences(reading: Reading): number[] {
  const { tokens } = reading;
  for (let i = reading.own; i < tokens.length; i++) {
    const isBody = (at: number): boolean => isBodySign(tokens, at);
    const isInference = (at: number): boolean => isA(tokens[at], 'infer');
    if (isA(tokens[i], 'analyse')) {
      const body = findAhead(reading, i + 1, isBody);
      const inference = body < 0 ? -1 : findAhead(reading, body + 1, isInference);
      if (inference >= 0) return [i, inference];
    }
    if (!isInference(i)) continue;
    const body = findAhead(reading, i + 1, (at) => isBody(at) && isFrom(tokens, i, at));
    if (body >= 0) return [i, body];
  }
  return [];
}

function isFrom(tokens: readonly Token[], from: number, to: number): boolean {
  return tokens.slice(from, to).some(({ word }) => SOURCE.test(word));
}

/** Indexes of the own words that speak of recognising or judging people by their faces or voices. */
export function biometricInferenceWords(reading: Reading): number[] {
  const named = indexesOf(reading, 'biometric-inference');
  return named.length > 0 ? named : inferences(reading);
}

export const biometricInference: Rule = {
  id: 'biometric-inference',
  version: 2,
  topic: 'ai-other',
  examples: {
    match: [
      { text: 'It analyses the faces and voices of pupils to estimate how attentive they are.' },
      { text: 'The headset infers emotions from your facial expressions.' },
      { text: 'We do not sell your data, but we use facial recognition to sort pictures.' },
      { text: 'We may use facial recognition to group pictures.' },
      { text: 'Your age is checked by facial age estimation.' },
    ],
    not: [
      { text: 'We will not extract voiceprints from your recordings.' },
      { text: 'We do not infer your mood from your voice.' },
      { text: 'We use voice commands to estimate how often a feature is needed.' },
      { text: 'We process your voice messages to judge the quality of the line.' },
      { text: 'You can unlock the app with your fingerprint.' },
      { text: 'We save your profile picture.' },
    ],
  },
  read: (reading) => {
    const found = biometricInferenceWords(reading).filter((i) => !isDenied(reading, i));
    return findingAt('biometric-inference', found);
  },
};
