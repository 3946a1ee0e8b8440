import { isNamedData } from './data-kinds.ts';
import { deniedWayOutAt } from './double-denial.ts';
import type { WordClass } from './lexicon/lexicon.ts';
import { takenOutAt } from './takes-out.ts';
import { isA, type Token } from './tokens.ts';
import type { TrainingAct } from './training-acts.ts';

type Party = 'platform' | 'person' | 'others' | 'providers' | 'affiliates' | 'unknown';

/** Who does it, and the index of the word that says so (-1 where nothing does). */
export interface Actor {
  readonly party: Party;
  readonly at: number;
}

type Tokens = readonly Token[];
const REACH = 70;
const REACH_OF_EXCEPTION = 12;

function followedBy(tokens: Tokens, at: number, reach: number, test: (token: Token) => boolean): boolean {
  for (let j = at + 1; j <= Math.min(tokens.length - 1, at + reach); j++) if (test(tokens[j] as Token)) return true;
  return false;
}

const PREPOSITION = /^(?:with|from|between|among|about|by|to|of|for|on|in|at|via|through|other)$/;

/** "messages you exchange with other members may …": what stands behind a preposition does nothing. */
function isBehindPreposition(tokens: Tokens, at: number): boolean {
  return [1, 2].some((back) => PREPOSITION.test(tokens[at - back]?.word ?? ''));
}

const BE = /^(?:is|are|was|were)$/;
// What makes somebody free or bound to act leaves them the actor.
const BOUND =
  /^(?:permitted|allowed|prohibited|required|obliged|obligated|entitled|authori[sz]ed|licensed|restricted|supposed|using|training|solely)$/;

/** "… may be used": the one named before it is no actor. */
function isDoneToThem(tokens: Tokens, verb: number): boolean {
  const be = BE.test(tokens[verb]?.word ?? '')
    ? verb
    : [1, 2].map((step) => verb + step).find((i) => tokens[i]?.word === 'be');
  if (be === undefined) return false;
  const done = tokens[be + 1]?.word === 'not' ? be + 2 : be + 1;
  const word = tokens[done]?.word ?? '';
  return (word.endsWith('ed') || isA(tokens[done], 'use') || isA(tokens[done], 'train')) && !BOUND.test(word);
}

/** "you may not …", but not the "you" of "content you provide". */
function isPersonActing(tokens: Tokens, at: number): boolean {
  if (!isA(tokens[at], 'you') || isA(tokens[at - 1], 'data') || isNamedData(tokens[at + 1])) return false;
  const isYou = tokens[at]?.word.startsWith('you') === true;
  if ((isYou && isGrantedTo(tokens, at)) || isAgent(tokens, at)) return true;
  // "computing power on which customers train their models"
  if (isA(tokens[at + 1], 'train') && tokens[at - 1]?.word === 'which') return true;
  if (!isYou && isBehindPreposition(tokens, at)) return false;
  // "nothing prevents you from …"
  if (tokens[at]?.word === 'you' && tokens[at + 1]?.word === 'from' && !isA(tokens[at - 1], 'data'))
    return /^(?:prevents?|stops?|keeps?|bars?|prohibits?|restricts?)$/.test(tokens[at - 1]?.word ?? '');
  if (isA(tokens[at + 1], 'train')) return true;
  // "the users that created such models"
  const makes = tokens[at + 2];
  if (/^(?:that|who)$/.test(tokens[at + 1]?.word ?? '') && (isA(makes, 'train') || isA(makes, 'improve'))) return true;
  if (/^(?:helps?|lets?|enables?)$/.test(tokens[at - 1]?.word ?? '') && isA(tokens[at + 1], 'improve')) return true;
  const verb = tokens.findIndex((token, i) => i > at && isA(token, 'person-verb'));
  return (
    verb >= 0 &&
    verb - at <= (isYou ? 3 : 4) &&
    !isDoneToThem(tokens, verb) &&
    !(isYou && (tokens[verb]?.word === 'using' || JOINED.test(tokens[verb - 1]?.word ?? '')))
  );
}

// "Outputs may be used by you to …"
function isAgent(tokens: Tokens, at: number): boolean {
  return (
    tokens[at - 1]?.word === 'by' &&
    /^(?:used|employed|utili[sz]ed)$/.test(tokens[at - 2]?.word ?? '') &&
    tokens[at - 3]?.word === 'be'
  );
}

// "We grant you no right to …", "nothing allows you to …"
export function isGrantedTo(tokens: Tokens, at: number): boolean {
  const isGrant = /^(?:grants?|granting|gives?|giving|allows?|permits?|entitles?|authori[sz]es?)$/.test(
    tokens[at - 1]?.word ?? '',
  );
  return isGrant && followedBy(tokens, at, 5, ({ word }) => word === 'to');
}

// "the designs you make and use": what they do with it is over where "and" goes on about us.
const JOINED = /^and$/;
const DETERMINER = /^(?:the|a|an|our|your|their|its|any|each|every|other|such|these|those|all|no|some|of|third)$/;
// What stands before one of the two decides whose provider it is.
const ROLE = /^(?:provider|supplier|vendor|processor|licensor|company|controller|institution|bank)$/;

/** "Acme will …", "Supplier shall not …": the one who speaks, by name or by the role a contract gives it. */
function isNamedPlatform(tokens: Tokens, at: number): boolean {
  const token = tokens[at] as Token;
  if (token.mark || !/\p{Lu}/u.test(token.raw)) return false;
  const before = tokens[at - 1];
  const isRole = ROLE.test(token.word);
  if (
    isRole
      ? /^(?:our|your|their|its|any|party|ai|service)$/.test(before?.word ?? '')
      : DETERMINER.test(before?.word ?? '')
  )
    return false;
  if (!isRole && [...token.classes].some((name) => name !== 'ai-name' && name !== 'model-not-before')) return false;
  if (!isRole && (DETERMINER.test(token.word) || NO_NAME.test(token.word))) return false;
  if (isRole && !isA(before, 'ai') && !/^(?:model|llm|cloud|third)$/.test(before?.word ?? '')) return true;
  return SINGULAR_VERB.test(tokens[at + 1]?.word ?? '') && !isDoneToThem(tokens, at + 1);
}

const NO_NAME =
  /^(?:it|this|that|there|what|which|who|if|when|where|nothing|nobody|everything|neither|both|any|none|he|she)$/;
const SINGULAR_VERB =
  /^(?:may|will|shall|can|does|doesn't|won't|cannot|can't|uses|must|should|might|also|never|reserves|agrees|undertakes|warrants|collects|processes|trains|retains)$/;

const SOURCES = /^(?:sources?|websites?|sites?|apps?|applications?)$/;

// Not the "third party" of "third-party data", nor one that something comes from, nor "we and our affiliates".
const MOST_BETWEEN = 40;
const SOMEBODY = ['others', 'providers', 'partners', 'affiliates', 'buyers', 'you'] as const;

/** Whom "they" could mean: not the models that "do not have access to the training data". */
function isSomebodyNamed(tokens: Tokens, at: number): boolean {
  return tokens
    .slice(Math.max(0, at - MOST_BETWEEN), at)
    .some((token) => !/^(?:they|them)$/.test(token.word) && SOMEBODY.some((name) => isA(token, name)));
}

/** "in the interests of users and third parties to …": nobody acts. */
function isInterestOf(tokens: Tokens, at: number): boolean {
  return tokens.slice(Math.max(0, at - 6), at).some(({ word }) => /^(?:interests?|benefit|behalf)$/.test(word));
}

// "forbid them to", not "use them to".
const LETS =
  /^(?:allow|allows|allowing|permit|permits|let|lets|enable|enables|forbid|forbids|prohibit|prohibits|require|requires|for|prevent)$/;

function isOtherActing(tokens: Tokens, at: number, name: WordClass): boolean {
  if (tokens[at]?.word === 'them' && !LETS.test(tokens[at - 1]?.word ?? '')) return false;
  let last = at;
  while (isA(tokens[last + 1], name)) last++;
  let first = at;
  while (isA(tokens[first - 1], name)) first--;
  const before = [1, 2, 3].map((back) => tokens[first - back]);
  const next = tokens[last + 1];
  if (before.some((token) => token?.word === 'from')) return false;
  if (before.some((token) => isA(token, 'we')) && before.some((token) => token?.word === 'and')) return false;
  // "may be used by us, our affiliates and our partners"
  if ([2, 3, 4, 5, 6].some((back) => tokens[first - back]?.word === 'us' && tokens[first - back - 1]?.word === 'by'))
    return false;
  if (isA(next, 'data') || SOURCES.test(next?.word ?? '')) return false;
  if (isInterestOf(tokens, first) || (/^(?:they|them)$/.test(tokens[at]?.word ?? '') && !isSomebodyNamed(tokens, at)))
    return false;
  if (['for', 'allow', 'permit', 'that'].includes(before[0]?.word ?? '')) return true;
  if (before[0]?.word === 'by') return before.slice(1).some((token) => isA(token, 'use') || isA(token, 'train'));
  return (
    followedBy(tokens, last, 5, (token) => isA(token, 'person-verb')) ||
    (!/^(?:and|or)$/.test(next?.word ?? '') &&
      followedBy(tokens, last, 2, (token) => /^(?:to|from|that|who)$/.test(token.word)))
  );
}

// "we", or "the platform" where it is not only the place something comes from.
function isWordForUs(tokens: Tokens, at: number): boolean {
  if (tokens[at]?.word !== 'the' && !isA(tokens[at - 1], 'we')) return true;
  return tokens[at]?.word === 'the' && !PREPOSITION.test(tokens[at - 1]?.word ?? '');
}

// "an agreement with us": we are only on the other side of it
const BESIDE_US = /^(?:with|from|to|against|about|contact|contacting|between)$/;

// "Unless we have agreed to it, no photo may …": whose photo it is for, the sentence tells behind the comma.
function isInException(tokens: Tokens, at: number): boolean {
  const isOpened = [1, 2].some((back) => /^(?:unless|except)$/.test(tokens[at - back]?.word ?? ''));
  return isOpened && followedBy(tokens, at, REACH_OF_EXCEPTION, ({ word }) => word === ',');
}

// "except as permitted by us": we let somebody do it
function isLeaveOf(tokens: Tokens, at: number): boolean {
  return (
    tokens[at - 1]?.word === 'by' &&
    /^(?:permitted|allowed|authori[sz]ed|approved|licensed|agreed|granted)$/.test(tokens[at - 2]?.word ?? '')
  );
}

// "The cloud service we use is not allowed to …": not we.
function isWhomWeUse(tokens: Tokens, at: number): boolean {
  if (tokens[at]?.word !== 'we' || !/^(?:use|engage|employ)$/.test(tokens[at + 1]?.word ?? '')) return false;
  return /^(?:is|are|do|does|don't|doesn't|may|will|can|cannot|must|shall|never)$/.test(tokens[at + 2]?.word ?? '');
}

/** "We share it with our affiliate Acme, so that Acme can …": a name that was given as a recipient's. */
function whoIsNamed(tokens: Tokens, at: number): Party {
  const sentence = tokens.findLastIndex(({ word }, i) => i < at && word === '.') + 1;
  const first = tokens.findIndex(({ raw }, i) => i >= sentence && i < at && raw === tokens[at]?.raw);
  if (first < 0) return 'platform';
  const before = tokens.slice(Math.max(0, first - 6), first);
  const isGiven =
    before.some(({ word }) => /^(?:with|to)$/.test(word)) &&
    tokens.slice(Math.max(0, first - 12), first).some((token) => isA(token, 'share'));
  if (!isGiven) return 'platform';
  return before.some((token) => isA(token, 'affiliates')) ? 'affiliates' : 'others';
}

function partyAt(tokens: Tokens, at: number): Party | null {
  const token = tokens[at] as Token;
  if (isWhomWeUse(tokens, at)) return 'providers';
  if (isA(token, 'we')) return isWordForUs(tokens, at) && !isInException(tokens, at) ? 'platform' : null;
  if (token.word === 'us')
    return BESIDE_US.test(tokens[at - 1]?.word ?? '') || isLeaveOf(tokens, at) ? null : 'platform';
  if (isNamedPlatform(tokens, at)) return whoIsNamed(tokens, at);
  if (isA(token, 'affiliates') && isOtherActing(tokens, at, 'affiliates')) return 'affiliates';
  if (isA(token, 'providers') && isOtherActing(tokens, at, 'providers')) return 'providers';
  if (isA(token, 'others') && isOtherActing(tokens, at, 'others')) return 'others';
  return isPersonActing(tokens, at) ? 'person' : null;
}

// Who "uses our services" or "uses output" to do it is not the platform.
function usesThePlatform(tokens: Tokens, at: number): boolean {
  if (!isA(tokens[at], 'uses-platform')) return false;
  const next = tokens[at + 1]?.word === 'of' ? at + 2 : at + 1;
  const isOurs = tokens[next]?.word === 'our' || tokens[next]?.word === 'the';
  return (isOurs && isA(tokens[next + 1], 'system')) || (tokens[next]?.word ?? '').startsWith('output');
}

const agrees = (tokens: Tokens, at: number): boolean =>
  /^(?:agrees?|undertakes?|must|shall)$/.test(tokens[at + 1]?.word ?? '');

// "You agree that Acme may …"
function agreesThat(tokens: Tokens, at: number): boolean {
  for (let j = at + 1; j <= at + 6; j++)
    if (
      /^(?:agree|acknowledge|understand|consent|sure|certain|assured|confident|accept|confirm|trust)s?$/.test(
        tokens[j]?.word ?? '',
      )
    )
      return !isA(tokens[j + 1], 'not') && tokens[j + 1]?.word !== 'to';
  // "you let Acme use", "you allow us to"
  const next = tokens[at + 2];
  if (/^(?:lets?|allows?|permits?|authori[sz]es?)$/.test(tokens[at + 1]?.word ?? ''))
    return next?.word === 'us' || /^\p{Lu}/u.test(next?.raw ?? '');
  return false;
}

// "Do you train on my photos? No.": in a question "you" are those who answer.
function isAsked(tokens: Tokens, act: number): boolean {
  const end = tokens.findIndex(({ word }, i) => i > act && /^[.?]$/.test(word));
  return tokens[end]?.word === '?' && !tokens.slice(0, act).some(({ word }) => word === 'i');
}

function actorNamed(tokens: Tokens, party: Party, at: number, act: number): Actor {
  if (party === 'platform') return takerBefore(tokens, at) ?? { party, at };
  // "You can opt out of training": the person chooses, the platform trains.
  if (party === 'person' && isAsked(tokens, act)) return { party: 'platform', at };
  const chooses = party === 'person' && isLeftToThem(tokens, at, act);
  // "You agree that our photos must not be used": nobody is named who acts.
  if (party === 'person' && agreesThat(tokens, at))
    return isPassiveBehind(tokens, at, act) ? { party: 'unknown', at: -1 } : { party: 'platform', at };
  return { party: chooses ? 'platform' : party, at };
}

// "that using them to train is prohibited", "that they must not be used"
function isPassiveBehind(tokens: Tokens, at: number, act: number): boolean {
  const that = tokens.findIndex(({ word }, i) => i > at && word === 'that');
  if (that < 0 || that > act || tokens[that + 1]?.word.startsWith('your')) return false;
  return /^(?:using|our|the|any|no|this|these)$/.test(tokens[that + 1]?.word ?? '');
}

/** Who trains: the nearest acting party to the left of the act, in its sentence or in what introduces it. */
export function actorOf(tokens: Tokens, act: TrainingAct): Actor {
  // "what our models have learned": they are ours
  const isOurs = act.kind === 'learn' && act.object >= 0 && act.object < act.at;
  if (isOurs && [1, 2].some((back) => tokens[act.object - back]?.word === 'our'))
    return { party: 'platform', at: act.object - 1 };
  let use = -1;
  for (let j = act.at - 1; j >= Math.max(act.clause ?? 0, act.at - REACH); j--) {
    const token = tokens[j] as Token;
    if (usesThePlatform(tokens, j)) use = j;
    if (token.word === '.' || token.word === '?') break;
    const named = token.classes.size > 0 || token.raw !== token.word ? partyAt(tokens, j) : null;
    if (named === null) continue;
    const party = named === 'others' ? meantBy(tokens, j) : named;
    return actorNamed(tokens, party, j, act.at);
  }
  return unnamedActor(tokens, act, use);
}

/** Who acts where nobody is named: who uses the platform, who asks, or whose own model it is. */
function unnamedActor(tokens: Tokens, act: TrainingAct, use: number): Actor {
  if (use >= 0) return { party: 'person', at: use };
  const asker = tokens.findIndex(({ word }, i) => i < act.at && word === 'i');
  if (asker >= 0 && tokens.some(({ word }, i) => i > act.at && word === '?')) return { party: 'person', at: asker };
  // "Upload data to train your own classifier."
  const own = tokens.findIndex(({ word }, i) => i > act.at && i <= act.object && word === 'own');
  return own > 0 && tokens[own - 1]?.word === 'your' ? { party: 'person', at: own } : { party: 'unknown', at: -1 };
}

/** "Our affiliates may use the data we share with them": who acts stands before what we only give. */
function takerBefore(tokens: Tokens, we: number): Actor | null {
  if (tokens[we]?.word !== 'we' || !isA(tokens[we - 1], 'data')) return null;
  for (let j = we - 1; j >= Math.max(0, we - 10); j--) {
    if (tokens[j]?.mark) return null;
    const party = partyAt(tokens, j);
    if (party === 'affiliates' || party === 'providers' || party === 'others')
      return followedBy(tokens, j, 3, (token) => isA(token, 'may') || isA(token, 'will')) ? { party, at: j } : null;
  }
  return null;
}

/** "Developers agree that they will not …": they are the ones named before. */
function meantBy(tokens: Tokens, at: number): Party {
  if (!/^(?:they|them)$/.test(tokens[at]?.word ?? '')) return 'others';
  for (let j = at - 1; j >= Math.max(0, at - MOST_BETWEEN); j--) {
    if (isA(tokens[j], 'you') && isPersonActing(tokens, j) && agrees(tokens, j)) return 'person';
    if (isA(tokens[j], 'providers')) return 'providers';
    if (isA(tokens[j], 'affiliates')) return 'affiliates';
    if (isA(tokens[j], 'partners') || isA(tokens[j], 'buyers')) return 'others';
    if (isA(tokens[j], 'you') && !tokens[j]?.word.startsWith('you')) return 'person';
  }
  return 'others';
}

// "Authors can ask to be removed from the training data."
function isLeaving(tokens: Tokens, at: number): boolean {
  return /^(?:removed|excluded|withdrawn)$/.test(tokens[at]?.word ?? '') && tokens[at + 1]?.word === 'from';
}

const isLeftToThem = (tokens: Tokens, from: number, to: number): boolean =>
  isChoice(tokens, from, to) || deniedWayOutAt(tokens, to) >= 0 || takenOutAt(tokens, to) > from;

function isChoice(tokens: Tokens, from: number, to: number): boolean {
  for (let j = from + 1; j < to; j++)
    if (isA(tokens[j], 'opt-out') || isA(tokens[j], 'choice') || isA(tokens[j], 'consent') || isLeaving(tokens, j))
      return true;
  return false;
}
