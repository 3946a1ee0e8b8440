import { type DataKind, dataKindsIn, isDataWord } from '../data-kinds.ts';
import type { ReadAct, Reading } from '../reading.ts';
import { isA } from '../tokens.ts';
import type { Finding } from './rule.ts';

const BEFORE = 45;
const AFTER = 30;

/** The stretch of words in which an act's data is looked for. */
export function scopeOf(reading: Reading, act: ReadAct): { from: number; to: number } {
  const { tokens } = reading;
  const end = Math.min(tokens.length, act.at + AFTER);
  // "…, and we do not use it to …" is another act of its own.
  const next = tokens.findIndex(
    (token, i) =>
      i > act.at && i < end && token.word === 'we' && /^(?:and|but|or|,|;)$/.test(tokens[i - 1]?.word ?? ''),
  );
  return { from: Math.max(0, act.at - BEFORE), to: next < 0 ? end : next };
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

const SUBJECT_REACH = 12;

/** "Gameplay data trains the bots", "your answers help us improve the model": the data itself is the subject. */
function isDoneByData(reading: Reading, act: ReadAct): boolean {
  if (act.actor.party !== 'unknown' && !/^(?:us|our)$/.test(reading.tokens[act.actor.at]?.word ?? '')) return false;
  const from = Math.max(reading.own, act.at - SUBJECT_REACH);
  for (let i = act.at - 1; i >= from; i--) if (isDataWord(reading.tokens, i)) return true;
  return false;
}

/** Is a use of data named with the act: before it ("use posts to …"), or behind it ("… with your posts")? */
function isFedWithData(reading: Reading, act: ReadAct): boolean {
  const { tokens } = reading;
  const from = Math.max(0, act.at - BEFORE);
  const use = tokens.slice(from, act.at).findIndex((token) => isA(token, 'use'));
  const dataBefore = tokens.some((_, i) => i >= from && i < act.at && isDataWord(tokens, i));
  if (use >= 0 && dataBefore) return true;
  if (act.kind !== 'improve' && isDoneByData(reading, act)) return true;
  if (act.kind === 'improve' && !isProductWork(reading, act) && isDoneByData(reading, act)) return true;
  const last = Math.max(act.at, act.object);
  const link = tokens.findIndex((token, i) => i >= last && i < last + AFTER && LINK.test(token.word));
  return link >= 0 && tokens.some((_, i) => i >= link && i < link + 10 && isDataWord(tokens, i));
}

const LINK = /^(?:using|with|from|on|through|by)$/;
const STRONG_USE = /^(?:us(?:e|es|ed|ing)|process(?:es|ed|ing)?|analy[sz](?:e|es|ed|ing)|collect(?:s|ed|ing)?)$/;

// "We process essays to train our model": whatever is processed for it is what it learns from.
function isFedWithAnything({ tokens }: Reading, act: ReadAct): boolean {
  if (act.object < 0 || isA(tokens[act.at], 'make')) return false;
  let first = Math.min(act.at, act.object);
  while (isA(tokens[first - 1], 'ai')) first--;
  for (let i = first - 1; i >= Math.max(0, first - SUBJECT_REACH); i--) {
    if (isA(tokens[i], 'ai') || isA(tokens[i], 'ai-product') || isA(tokens[i], 'ai-name')) return false;
    if (STRONG_USE.test(tokens[i]?.word ?? ''))
      return tokens.slice(i + 2, act.at).some(({ word }) => /^(?:to|for)$/.test(word));
  }
  return false;
}

// "We have developed Nimbus, a language model", "a company working on building AI": who they are, not what they use.
function isHistory({ tokens }: Reading, act: ReadAct): boolean {
  if (act.kind !== 'improve') return false;
  const before = tokens.slice(Math.max(0, act.at - 6), act.at);
  if (
    /ed$|^built$/.test(tokens[act.at]?.word ?? '') &&
    before.some(({ word }) => /^(?:have|has|was|were|been)$/.test(word))
  )
    return true;
  const isFor = before.some(({ word }) => /^(?:to|for|purposes?|help|helps|by|in)$/.test(word));
  return isA(tokens[act.at], 'make') && !isFor;
}

/** Is it about people's data: named with the act, or meant by what the document or the heading is about? */
export function usesData(reading: Reading, act: ReadAct): boolean {
  const { statement } = reading;
  const { from, to } = scopeOf(reading, act);
  if (isFedWithData(reading, act)) return true;
  if (act.kind !== 'improve' && dataKindsIn(reading.tokens, from, to).length > 0) return true;
  if (isProductWork(reading, act)) return statement.aboutData && !isHistory(reading, act);
  if (isFedWithAnything(reading, act)) return true;
  if (statement.aboutData) return !isHistory(reading, act);
  return statement.headings.some(
    (heading) => heading.some((_, i) => isDataWord(heading, i)) || heading.some((token) => isA(token, 'purpose')),
  );
}

const OF_PEOPLE = [
  'personal-data',
  'customer-data',
  'ai-interactions',
  'private-messages',
  'voice-or-face',
  'profile',
] as const;

/** Is what it would learn from the data of people, not the platform's own material? */
export function isPeoplesData(reading: Reading, act: ReadAct): boolean {
  const { from, to } = scopeOf(reading, act);
  return reading.tokens
    .slice(from, to)
    .some((token) => token.word === 'your' || OF_PEOPLE.some((name) => isA(token, name)));
}

/** Findings of one kind of fact, one for each kind of data. */
export function perKind(fact: string, reading: Reading, act: ReadAct): Finding[] {
  return kindsOf(reading, act).map((kind) => ({ fact: `${fact}:${kind}`, ...actFocus(reading, act) }));
}
