import { dataKindsIn, isDataWord, isNamedData } from '../data-kinds.ts';
import { headingTrains, type ReadAct, type Reading } from '../reading.ts';
import { isA, type Token } from '../tokens.ts';
import { AFTER, BEFORE, scopeOf } from './act-scope.ts';
import { isPeoplesData } from './whose-data.ts';

// "to develop AI features" may be any product work; "to develop our models" is teaching them.
function isProductWork({ tokens }: Reading, act: ReadAct): boolean {
  if (act.kind !== 'improve') return false;
  let next = act.object + 1;
  while (isA(tokens[next], 'ai')) next++;
  return isA(tokens[next], 'ai-product');
}

const SUBJECT_REACH = 12;

// "Purchase histories improve our models", "your answers help us improve the model".
function isImprovedByData({ tokens, own }: Reading, act: ReadAct): boolean {
  let i = act.at - 1;
  while (i > own && /^(?:help|helps|us|to|also|may|can|further)$/.test(tokens[i]?.word ?? '')) i--;
  return i >= own && isDataWord(tokens, i) && (act.actor.party === 'unknown' || tokens[act.actor.at]?.word === 'us');
}

// "Shopping baskets teach our systems", "from which we train": not "experts train our models".
function isSubjectItself({ tokens, own }: Reading, act: ReadAct): boolean {
  if (act.kind !== 'train') return false;
  const before = tokens.slice(Math.max(own, act.at - 6), act.at);
  if (before.some(({ word }, i) => word === 'which' && /^(?:from|on|with)$/.test(before[i - 1]?.word ?? '')))
    return true;
  const isPresent =
    /^(?:train|trains|teach|teaches)$/.test(tokens[act.at]?.word ?? '') &&
    /^(?:our|the|its|their|these)$/.test(tokens[act.at + 1]?.word ?? '');
  const isPlainSubject =
    before.length > 0 && !before.some(({ word }) => /^(?:to|not|be|may|will|can|please)$/.test(word));
  return (
    isPresent &&
    act.actor.party === 'unknown' &&
    isPlainSubject &&
    !before.some((token) => isA(token, 'human') || isA(token, 'people-taught'))
  );
}

/** "Gameplay data trains the bots", "your answers help us improve the model": the data itself is the subject. */
function isDoneByData(reading: Reading, act: ReadAct): boolean {
  if (isSubjectItself(reading, act)) return true;
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
  if (act.kind === 'improve' && !isProductWork(reading, act) && isImprovedByData(reading, act)) return true;
  if (isPurposeInFront(reading, act)) return true;
  const last = Math.max(act.at, act.object);
  const link = tokens.findIndex((token, i) => i >= last && i < last + AFTER && LINK.test(token.word));
  // "agents that work with data": what is made does so
  if (tokens.slice(last + 1, Math.max(last + 1, link)).some(({ word }) => /^(?:that|which|who)$/.test(word)))
    return false;
  return link >= 0 && tokens.some((_, i) => i >= link && i < link + 10 && isDataWord(tokens, i));
}

/** "To develop AI models, we analyse Customer Data": the purpose first, then the use. */
function isPurposeInFront({ tokens, own }: Reading, act: ReadAct): boolean {
  const first = firstOfActs(tokens, act.at);
  if (first - own > OPENING || !/^(?:to|for|in|of)$/.test(tokens[first - 1]?.word ?? '')) return false;
  const comma = tokens.findIndex(({ word }, i) => i > act.object && i > act.at && word === ',');
  const use = comma < 0 ? -1 : tokens.findIndex((token, i) => i > comma && i <= comma + BEFORE && isA(token, 'use'));
  return use >= 0 && tokens.some((_, i) => i > use && i <= use + AFTER && isDataWord(tokens, i));
}

const JOINS = /^(?:,|and|or)$/;
const OPENING = 6;
const LINK = /^(?:using|with|from|on|through|by)$/;
const STRONG_USE =
  /^(?:us(?:e|es|ed|ing)|(?:process|collect|record|scan|sampl|retain|stor|gather|upload|keep|analy[sz]|serv)(?:e|es|ed|s|ing)?)$/;
const BE = /^(?:is|are|be|been|being|was|were)$/;
const BE_DONE = /^(?:is|are|have|has|was|were|been)$/;

// "used to inform, train or develop": acts in a row have one subject.
function firstOfActs(tokens: Reading['tokens'], at: number): number {
  let first = at;
  while (
    isA(tokens[first - 1], 'improve') ||
    isA(tokens[first - 1], 'train') ||
    JOINS.test(tokens[first - 1]?.word ?? '')
  )
    first--;
  return first;
}

// "answers to exercises are used to improve the model": whatever is used for it, but for AI itself.
function isUsedFor(tokens: Reading['tokens'], act: ReadAct): boolean {
  const to = firstOfActs(tokens, act.at) - 1;
  if (tokens[to]?.word !== 'to' || tokens[to - 1]?.word !== 'used' || !BE.test(tokens[to - 2]?.word ?? ''))
    return false;
  return !tokens
    .slice(Math.max(0, to - 7), to)
    .some((token) => isA(token, 'ai') || isA(token, 'ai-product') || isA(token, 'ai-name') || isA(token, 'model'));
}

// "use it as training material": whatever is used as such.
function isUsedAs(tokens: Reading['tokens'], act: ReadAct): boolean {
  const before = tokens.slice(Math.max(0, act.at - SUBJECT_REACH), act.at);
  return before.at(-1)?.word === 'as' && before.some(({ word }) => STRONG_USE.test(word));
}

const BASIS = /^(?:interests?|basis|bases)$/;

/** "We rely on legitimate interests to train": who names a legal basis speaks of personal data. */
function namesLegalBasis(tokens: Reading['tokens']): boolean {
  return tokens.some(({ word }, i) => BASIS.test(word) && /^(?:legitimate|legal)$/.test(tokens[i - 1]?.word ?? ''));
}

// "We process essays to train our model": whatever is processed for it is what it learns from.
function isFedWithAnything({ tokens }: Reading, act: ReadAct): boolean {
  if (isUsedAs(tokens, act)) return true;
  if (act.object < 0 || isA(tokens[act.at], 'make')) return false;
  if (isUsedFor(tokens, act)) return true;
  if (act.kind === 'improve' && act.actor.party === 'unknown') return false;
  let first = Math.min(act.at, act.object);
  while (isA(tokens[first - 1], 'ai')) first--;
  for (let i = first - 1; i >= Math.max(0, first - SUBJECT_REACH); i--) {
    if (isA(tokens[i], 'ai') || isA(tokens[i], 'ai-product') || isA(tokens[i], 'ai-name')) return false;
    const isDone = BE.test(tokens[i - 1]?.word ?? '') && firstOfActs(tokens, act.at) - i <= 3;
    if (STRONG_USE.test(tokens[i]?.word ?? '') && isDone) return true;
    if (STRONG_USE.test(tokens[i]?.word ?? ''))
      return tokens.slice(i + 1, act.at).some(({ word }) => /^(?:to|for)$/.test(word));
  }
  return false;
}

const PURPOSE = /^(?:to|for|purposes?|help|helps|helping|by|in|including|of|such)$/;

// "a company working to build AI systems", "our mission is to develop AI": what they are there for
function isCalling(before: Reading['tokens']): boolean {
  return before.some(({ word }) =>
    /^(?:company|lab|start-?up|mission|goal|vision|dedicated|committed|working)$/.test(word),
  );
}

// "We develop AI responsibly", "new models are developed": what they do, not what they use. "To improve our models" is a purpose.
function isNoPurpose({ tokens, own }: Reading, act: ReadAct): boolean {
  if (act.kind !== 'improve') return false;
  const subject = Math.max(own, act.actor.at);
  const before = tokens.slice(Math.max(subject, act.at - 8), act.at);
  if (isCalling(before)) return true;
  if (before.some(({ word }) => PURPOSE.test(word))) return false;
  const isPassive = /ed$|^built$/.test(tokens[act.at]?.word ?? '') && before.some(({ word }) => BE_DONE.test(word));
  // "our researchers develop models": somebody else is the subject
  const hasSubject = before.some((token) => isA(token, 'people-taught') || /(?:ers|ists|team)$/.test(token.word));
  return isPassive || hasSubject || act.actor.at >= own || isA(tokens[act.at], 'make');
}

// "The licence you give us covers training of AI."
function isCoveredByLicence({ tokens }: Reading, act: ReadAct): boolean {
  const before = tokens.slice(Math.max(0, act.at - SUBJECT_REACH), act.at);
  const licence = before.findIndex(({ word }) => /^licen[cs]e$/.test(word));
  return licence >= 0 && before.slice(licence).some(({ word }) => /^(?:covers|extends|includes)$/.test(word));
}

const LAW = /^(?:laws?|legislation|regulations?|guidelines|standards|ethics)$/;

// "AI models may be trained on biased data", "laws on the training of AI": of no model in particular, and of nobody's data.
function isAtLarge(reading: Reading, act: ReadAct): boolean {
  const { tokens, own } = reading;
  if (tokens.slice(Math.max(own, act.clause ?? 0, act.at - 6), act.at).some(({ word }) => LAW.test(word))) return true;
  if (tokens[act.at]?.word !== 'trained' || act.object < own || act.object > act.at) return false;
  if (act.actor.party !== 'unknown' || isPeoplesData(reading, act)) return false;
  let first = act.object;
  while (first > own && !tokens[first - 1]?.mark && act.object - first < 4) first--;
  return !tokens
    .slice(first, act.object)
    .some(({ word }) => /^(?:our|the|these|this|its|their|such|an?|any|which|that)$/.test(word));
}

// In a privacy policy a section "Develop and improve our models" is one of the purposes of the data: what is said there is done with it.
function isUnderItsHeading({ statement }: Reading): boolean {
  const heading = statement.headings.at(-1);
  return heading !== undefined && headingTrains(heading);
}

const LIABILITY = new Set(
  'indemnify indemnifies indemnified indemnification harmless infringe infringes infringed infringing infringement infringements liable liability'.split(
    ' ',
  ),
);

// "We defend you against claims that our training data infringes": whose faults are paid for, not whose data is used.
export function isOfLiability(reading: Reading, act: ReadAct): boolean {
  const { tokens, own } = reading;
  const isSaid = (test: (token: Token, i: number) => boolean): boolean =>
    tokens.some((token, i) => i >= own && test(token, i));
  if (!isSaid(({ word }) => LIABILITY.has(word))) return false;
  const isYours = isSaid((token, i) => isNamedData(token) && /^(?:your|customer)/.test(tokens[i - 1]?.word ?? ''));
  return !(isYours && isPeoplesData(reading, act));
}

const DEFINES = /^[^\p{L}"“]{0,12}["“][^"”]{1,80}["”](?: \([^)]*\))? (?:means?|shall mean|refers? to)\b/u;

// "“Derivative” means a model fine-tuned on …": what a word means is done by nobody, unless we say that we do it.
function isDefinition({ statement }: Reading, act: ReadAct): boolean {
  return act.actor.party !== 'platform' && DEFINES.test(statement.text);
}

// "to train your own model", "to train Customer Models": it learns for those whose data it is.
function isOfTheirOwn({ tokens }: Reading, act: ReadAct): boolean {
  for (let i = act.object; i > Math.max(act.at, act.object - 5); i--) {
    const token = tokens[i];
    if (token?.raw === 'Customer' && tokens[i - 1]?.mark !== true) return true;
    if (token?.word === 'your' && /^(?:own|custom|customi[sz]ed|private|dedicated)$/.test(tokens[i + 1]?.word ?? ''))
      return true;
  }
  return false;
}

/** Is it about people's data: named with the act, or meant by what the document or the heading is about? */
export function usesData(reading: Reading, act: ReadAct): boolean {
  const { statement } = reading;
  const { from, to } = scopeOf(reading, act);
  if (isAtLarge(reading, act) || isOfLiability(reading, act) || isDefinition(reading, act)) return false;
  if (isOfTheirOwn(reading, act)) return false;
  if (isFedWithData(reading, act) || isCoveredByLicence(reading, act)) return true;
  if ((act.kind === 'learn' && act.object >= 0) || act.kind === 'ingest') return true;
  if (act.kind !== 'improve' && dataKindsIn(reading.tokens, from, to).length > 0) return true;
  if (isProductWork(reading, act)) return false;
  if (isFedWithAnything(reading, act) || namesLegalBasis(reading.tokens)) return true;
  if (statement.aboutData) return isUnderItsHeading(reading) || !isNoPurpose(reading, act);
  const introduction = reading.tokens.slice(0, reading.own);
  if (introduction.some(({ word }) => /^(?:purposes|interests?|basis)$/.test(word))) return true;
  return statement.headings.some(
    (heading) => heading.some((_, i) => isDataWord(heading, i)) || heading.some(({ word }) => /^purposes?$/.test(word)),
  );
}
