import { type DataKind, dataKindsIn } from '../data-kinds.ts';
import type { ReadAct, Reading } from '../reading.ts';
import { isA } from '../tokens.ts';
import type { Finding } from './rule.ts';

/** How many words around an act can tell what it is about. */
export const BEFORE = 45;
export const AFTER = 30;

/** The stretch of words in which an act's data is looked for. */
export function scopeOf(reading: Reading, act: ReadAct): { from: number; to: number } {
  const { tokens } = reading;
  const end = Math.min(tokens.length, act.at + AFTER);
  // "…, and we do not use it to …" is another act of its own.
  const next = tokens.findIndex(
    (token, i) =>
      i > act.at && i < end && token.word === 'we' && /^(?:and|but|or|,|;)$/.test(tokens[i - 1]?.word ?? ''),
  );
  // "…, except posts in closed groups": what is left out is not what it learns from.
  const exception = tokens.findIndex((token, i) => i > act.at && i < end && isA(token, 'exception'));
  return { from: Math.max(0, act.at - BEFORE), to: Math.min(...[end, next, exception].filter((i) => i >= 0)) };
}

const SENTENCE_ENDS = new Set(['.', ';', '?', '!']);
const FOCUS_BEFORE = 25;
const FOCUS_AFTER = 8;

/** The words that make the statement what it is: a change elsewhere in the sentence does not touch it. */
export function focusOf(reading: Reading, at: number, last: number): { from: number; to: number } {
  let from = at;
  while (from > Math.max(reading.own, at - FOCUS_BEFORE) && !SENTENCE_ENDS.has(reading.tokens[from - 1]?.word ?? ''))
    from--;
  let to = last + 1;
  while (
    to < Math.min(reading.tokens.length, last + 1 + FOCUS_AFTER) &&
    !SENTENCE_ENDS.has(reading.tokens[to]?.word ?? '')
  )
    to++;
  return { from, to };
}

/** The same for a training act. */
export function actFocus(reading: Reading, act: ReadAct): { from: number; to: number } {
  return focusOf(reading, act.at, Math.max(act.at, act.object));
}

// "models that write posts": what they make is not what they learn from.
function tellsWhatModelsDo({ tokens }: Reading, act: ReadAct): boolean {
  const last = Math.max(act.at, act.object);
  return [1, 2, 3].some(
    (step) =>
      /^(?:that|which)$/.test(tokens[last + step]?.word ?? '') ||
      (tokens[last + step]?.word === 'used' && tokens[last + step + 1]?.word === 'to'),
  );
}

const PURPOSE = /^(?:to|for)$/;

/** Does data stand before a purpose between two words: "error logs to find faults"? */
function isDataForPurpose(tokens: Reading['tokens'], from: number, to: number): boolean {
  const purpose = tokens.findIndex(({ word }, i) => i > from && i < to && PURPOSE.test(word));
  return purpose > 0 && dataKindsIn(tokens, from, purpose).length > 0;
}

/** "We use logs to find faults, and recordings to train …": each for a purpose of its own. */
function startOfItsPurpose({ tokens }: Reading, act: ReadAct, start: number): number {
  const comma = tokens.findLastIndex(({ word }, i) => i >= start && i < act.at && word === ',');
  if (comma < 0 || !isDataForPurpose(tokens, comma, act.at)) return start;
  const before = tokens.findLastIndex(({ word }, i) => i >= start && i < comma && word === ',');
  return isDataForPurpose(tokens, Math.max(start, before), comma) ? comma : start;
}

/** The kinds of data an act is about: named beside it, in the words that introduce it, else unspecified. */
function kindsOf(reading: Reading, act: ReadAct): DataKind[] {
  const { from, to } = scopeOf(reading, act);
  const start = startOfItsPurpose(reading, act, Math.max(from, act.isOwn ? reading.own : 0));
  const own =
    [
      dataKindsIn(reading.tokens, start, tellsWhatModelsDo(reading, act) ? act.at : to),
      dataKindsIn(reading.tokens, start, to),
    ].find((kinds) => kinds.length > 0) ?? [];
  if (own.length > 0) return own;
  const introduced = dataKindsIn(reading.tokens, 0, reading.own);
  return introduced.length > 0 ? introduced : ['personal-data'];
}

/** Findings of one kind of fact, one for each kind of data. */
export function perKind(fact: string, reading: Reading, act: ReadAct): Finding[] {
  return kindsOf(reading, act).map((kind) => ({ fact: `${fact}:${kind}`, ...actFocus(reading, act) }));
}
