import { type DataKind, dataKindsIn } from '../data-kinds.ts';
import type { ReadAct, Reading } from '../reading.ts';
import { isA, type Token } from '../tokens.ts';
import type { Finding } from './rule.ts';

const BEFORE = 45;
const AFTER = 30;

/** The stretch of words in which an act's data is looked for. */
export function scopeOf(reading: Reading, act: ReadAct): { from: number; to: number } {
  return { from: Math.max(0, act.at - BEFORE), to: Math.min(reading.tokens.length, act.at + AFTER) };
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
  return [1, 2, 3].some((step) => /^(?:that|which)$/.test(tokens[last + step]?.word ?? ''));
}

/** The kinds of data an act is about: named beside it, in the words that introduce it, else unspecified. */
function kindsOf(reading: Reading, act: ReadAct): DataKind[] {
  const { from, to } = scopeOf(reading, act);
  const start = Math.max(from, act.isOwn ? reading.own : 0);
  const own =
    [
      dataKindsIn(reading.tokens, start, tellsWhatModelsDo(reading, act) ? act.at : to),
      dataKindsIn(reading.tokens, start, to),
    ].find((kinds) => kinds.length > 0) ?? [];
  if (own.length > 0) return own;
  const introduced = dataKindsIn(reading.tokens, 0, reading.own);
  return introduced.length > 0 ? introduced : ['personal-data'];
}

// "to develop AI features" may be any product work; "to develop our models" is teaching them.
function isProductWork({ tokens }: Reading, act: ReadAct): boolean {
  if (act.kind !== 'improve') return false;
  let next = act.object + 1;
  while (isA(tokens[next], 'ai')) next++;
  return isA(tokens[next], 'ai-product');
}

/** Is a use of data named with the act: before it ("use posts to …"), or behind it ("… with your posts")? */
function isFedWithData({ tokens }: Reading, act: ReadAct): boolean {
  const before = tokens.slice(Math.max(0, act.at - BEFORE), act.at);
  const isData = (token: Token): boolean =>
    isA(token, 'data') ||
    isA(token, 'personal-data') ||
    isA(token, 'ai-interactions') ||
    isA(token, 'voice-or-face') ||
    isA(token, 'private-messages');
  if (before.some((token) => isA(token, 'use')) && before.some(isData)) return true;
  const last = Math.max(act.at, act.object);
  const after = tokens.slice(last, last + AFTER);
  const link = after.findIndex(({ word }) => /^(?:using|with|from|on|through|by)$/.test(word));
  return link >= 0 && after.slice(link, link + 10).some(isData);
}

/** Is it about people's data: named with the act, or meant by what the document or the heading is about? */
export function usesData(reading: Reading, act: ReadAct): boolean {
  const { statement } = reading;
  const { from, to } = scopeOf(reading, act);
  if (isFedWithData(reading, act)) return true;
  if (act.kind !== 'improve' && dataKindsIn(reading.tokens, from, to).length > 0) return true;
  if (statement.aboutData) return true;
  if (isProductWork(reading, act)) return false;
  return statement.headings.some((heading) => heading.some((token) => isA(token, 'data')));
}

/** Findings of one kind of fact, one for each kind of data. */
export function perKind(fact: string, reading: Reading, act: ReadAct): Finding[] {
  return kindsOf(reading, act).map((kind) => ({ fact: `${fact}:${kind}`, ...actFocus(reading, act) }));
}
