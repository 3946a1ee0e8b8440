import { type DataKind, dataKindsIn } from '../data-kinds.ts';
import type { ReadAct, Reading } from '../reading.ts';
import { isA } from '../tokens.ts';
import type { Finding } from './rule.ts';

/** How many words around an act can tell what it is about. */
export const BEFORE = 45;
export const AFTER = 30;

/** The stretch of words in which an act's data is looked for. */
export function scopeOf({ tokens }: Reading, act: ReadAct): { from: number; to: number } {
  const end = Math.min(tokens.length, act.at + AFTER);
  let to = act.at + 1;
  while (to < end && !endsScopeAt(tokens, to)) to++;
  return { from: Math.max(0, act.at - BEFORE), to };
}

function endsScopeAt(tokens: Reading['tokens'], at: number): boolean {
  // "…, except posts in closed groups": what is left out is not what it learns from.
  if (isA(tokens[at], 'exception') || turnsAt(tokens, at)) return true;
  if (tokens[at]?.word === ';') return true;
  // "…, and we do not use it to …" is another act of its own.
  return tokens[at]?.word === 'we' && /^(?:and|but|or|,|;)$/.test(tokens[at - 1]?.word ?? '');
}

// "… but may use statistics for other purposes", not "but also", "including but not limited to"
function turnsAt(tokens: Reading['tokens'], at: number): boolean {
  const next = tokens[at + 1];
  // "… on recipes and not on your notes"
  if (/^(?:not|never)$/.test(tokens[at]?.word ?? '') && /^(?:and|,)$/.test(tokens[at - 1]?.word ?? ''))
    return /^(?:on|with|from|using)$/.test(next?.word ?? '');
  return tokens[at]?.word === 'but' && next?.word !== 'also' && !isA(next, 'not-a-denial');
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

const CLAUSE_BEFORE = 8;

/** The clause a consent stands in: what it is for stands beside it, and is a fact of its own. */
export function clauseOf(reading: Reading, at: number, last: number): { from: number; to: number } {
  const { tokens, own } = reading;
  let from = at;
  while (from > Math.max(own, at - CLAUSE_BEFORE) && !tokens[from - 1]?.mark) from--;
  let to = last + 1;
  while (to < Math.min(tokens.length, last + 1 + FOCUS_AFTER) && !tokens[to]?.mark) to++;
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
  if (introduced.length > 0) return introduced;
  const isTheirs = isHandedIn(reading, start, to) || isOfLicence(reading, start, act.at);
  return isTheirs ? ['user-content'] : ['personal-data'];
}

/** "By uploading a mod you allow us to use it …": what people hand in is theirs, whatever it is called. */
function isHandedIn({ tokens }: Reading, from: number, to: number): boolean {
  return tokens.slice(from, to).some((token) => isA(token, 'hand-in'));
}

// "This licence covers training": what people give a licence to is what they made.
function isOfLicence({ tokens }: Reading, from: number, to: number): boolean {
  return tokens.slice(from, to).some(({ word }) => /^licen[cs]e$/.test(word));
}

/** Findings of one kind of fact, one for each kind of data. */
export function perKind(fact: string, reading: Reading, act: ReadAct): Finding[] {
  return kindsOf(reading, act).map((kind) => ({ fact: `${fact}:${kind}`, ...actFocus(reading, act) }));
}
