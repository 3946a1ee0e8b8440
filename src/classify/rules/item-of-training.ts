import { dataKindsIn } from '../data-kinds.ts';
import { headingTrains, type Reading } from '../reading.ts';
import { isA, type Token } from '../tokens.ts';
import type { Finding } from './rule.ts';

const LONGEST_ITEM = 40;
const RELATIVES = new Set(['that', 'which', 'who', 'whom', 'whose', 'where', 'when', 'you']);

/** Does a sentence of its own stand here? That says more than which data is meant; "photos that you have sent" does not. */
function isClause(tokens: readonly Token[], own: number): boolean {
  if (/^(?:if|when|where|unless|once)$/.test(tokens.slice(own).find(({ mark }) => !mark)?.word ?? '')) return true;
  for (let i = own; i < tokens.length; i++) {
    const token = tokens[i] as Token;
    if (i > own && RELATIVES.has(token.word)) return false;
    if (isA(token, 'person-verb') || isA(token, 'we')) return true;
  }
  return false;
}

const DATA_BEHIND = /^(?:activity|behaviou?r|data|habits|history|information|patterns|preferences|records)$/;

// "Preparing drafts of messages": something that is done, not data, other than "browsing history".
function isActivity(tokens: readonly Token[], own: number): boolean {
  const first = tokens.slice(own).findIndex((token) => !token.mark) + own;
  return /...ing$/.test(tokens[first]?.word ?? '') && !DATA_BEHIND.test(tokens[first + 1]?.word ?? '');
}

const isDenial = (token: Token): boolean => isA(token, 'not') && !isA(token, 'not-a-denial');

// "We do not train on it unless:" introduces conditions, no data.
function endsInCondition(tokens: readonly Token[], own: number): boolean {
  return tokens.slice(Math.max(0, own - 4), own).some(({ word }) => /^(?:unless|if|when|where)$/.test(word));
}

/** What the lead-in, or else the heading, says of the items below it; null where neither is about the platform's training. */
function introductionOf({ acts, statement, tokens, own }: Reading): 'trains-on' | 'excludes' | null {
  const act = acts.find((one) => !one.isOwn);
  if (act) {
    if (act.forbidden || act.polarity === 'wish' || endsInCondition(tokens, own)) return null;
    const isExcepted = tokens.slice(act.at, own).some((token) => isA(token, 'exception'));
    if (act.actor.party === 'person') return act.polarity === 'affirmed' && !isExcepted ? 'trains-on' : null;
    return (act.polarity === 'affirmed') === isExcepted ? 'excludes' : 'trains-on';
  }
  const training = statement.headings.filter(headingTrains);
  if (training.length === 0) return null;
  return training.some((heading) => heading.some(isDenial)) ? 'excludes' : 'trains-on';
}

/** "We use the following to train our models:" + "photos you post": the item names the data only. */
export function itemOfTraining(reading: Reading, wanted: 'trains-on' | 'excludes'): Finding[] {
  const { statement, tokens, own, acts } = reading;
  if (statement.block.kind !== 'list-item' && statement.block.kind !== 'table-row') return [];
  if (tokens.length - own > LONGEST_ITEM || acts.some((act) => act.isOwn)) return [];
  if (isActivity(tokens, own) || isClause(tokens, own) || introductionOf(reading) !== wanted) return [];
  return dataKindsIn(tokens, own, tokens.length).map((kind) => ({
    fact: `${wanted}:${kind}`,
    from: own,
    to: tokens.length,
  }));
}
