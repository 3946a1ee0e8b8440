import type { Reading } from '../reading.ts';
import { isA, type Token } from '../tokens.ts';
import type { Finding } from './rule.ts';

const ALL_CAPITALS = /^[A-Z]{2,5}$/;

const COMPANY =
  /^(?:AB|AG|BV|Co|Corp|Corporation|GmbH|Inc|Incorporated|Labs?|Limited|LLC|LLP|Ltd|NV|OY|Oy|PBC|Pte|SA|SAS|SE|SL|SRL|Srl|Technologies)$/;

/** "Iron AI Technologies", "AI Iron AB": words in capitals up to one that only companies carry. */
function isInCompanyName(tokens: readonly Token[], i: number): boolean {
  for (let j = i + 1; j <= i + 3; j++) {
    const raw = tokens[j]?.raw ?? '';
    if (COMPANY.test(raw)) return true;
    if (!/^\p{Lu}/u.test(raw)) return false;
  }
  return false;
}

// "PNG SVG AI" is a list of file formats, "Seeing AI" and "6G AI Sweden" are names.
function isPartOfName(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i] as Token;
  const before = tokens[i - 1]?.mark ? tokens[i - 2] : tokens[i - 1];
  if (token.raw === 'AI' && isInCompanyName(tokens, i)) return true;
  if (token.raw !== 'AI' || before === undefined || before.mark || before.classes.size > 0) return false;
  if (ALL_CAPITALS.test(before.raw) && before.raw !== 'OR' && before.raw !== 'AND') return true;
  const after = tokens[i + 1];
  const earlier = tokens[i - 2];
  const isLongName =
    earlier !== undefined && [earlier, before].every((one) => /^\p{Lu}/u.test(one.raw) && one.classes.size === 0);
  if (isLongName && (after === undefined || after.mark)) return true;
  return (
    /^\d*\p{Lu}/u.test(before.raw) &&
    i >= 2 &&
    after !== undefined &&
    /^\p{Lu}/u.test(after.raw) &&
    after.classes.size === 0
  );
}

/** "We use automated systems to detect fraud": what decides about people without them, by whatever technique. */
function isAutomatedJudge(tokens: readonly Token[], i: number): boolean {
  if (tokens[i]?.word !== 'automated' || !isA(tokens[i], 'model')) return false;
  const isUsed = [1, 2, 3].some((back) => isA(tokens[i - back], 'use'));
  return isUsed && tokens.slice(i + 2, i + 5).some((token) => isA(token, 'moderation'));
}

/** Indexes of the statement's own words that speak of AI. */
export function aiMentions(reading: Reading): number[] {
  const { tokens, own } = reading;
  const found: number[] = [];
  for (let i = own; i < tokens.length; i++) {
    const token = tokens[i] as Token;
    if (isA(token, 'synthetic') || (isA(token, 'ai') && !isPartOfName(tokens, i)) || isAutomatedJudge(tokens, i))
      found.push(i);
  }
  return found;
}

/** One finding that covers these words. */
export function findingAt(fact: string, indexes: readonly number[]): Finding[] {
  const first = indexes[0];
  const last = indexes.at(-1);
  return first === undefined || last === undefined ? [] : [{ fact, from: first, to: last + 1 }];
}
