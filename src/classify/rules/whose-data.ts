import { isDataWord } from '../data-kinds.ts';
import { has, type ReadAct, type Reading } from '../reading.ts';
import { isA } from '../tokens.ts';
import { scopeOf } from './act-scope.ts';

const OF_PEOPLE = ['personal-data', 'customer-data', 'private-messages', 'voice-or-face', 'profile'] as const;

/** Is what an act would learn from the data of people, not the platform's own material? */
export function isPeoplesData(reading: Reading, act: ReadAct): boolean {
  const { from, to } = scopeOf(reading, act);
  const words = reading.tokens.slice(from, to);
  const isYours = (i: number): boolean =>
    words[i]?.word === 'your' && [1, 2].some((step) => isDataWord(reading.tokens, from + i + step));
  return words.some((token, i) => isYours(i) || OF_PEOPLE.some((name) => isA(token, name)));
}

const GIVEN = /^(?:receives?|receiving|gives?|given|pass|passed|sends?|sent)$/;

/** "Our partners may use reviews to train": they have from us what they train with. */
function isTakenByOurs({ tokens }: Reading, act: ReadAct): boolean {
  if (tokens[act.actor.at - 1]?.word !== 'our') return false;
  return tokens.some(
    ({ word }, i) => i > act.actor.at && i < act.at && (/^(?:it|them)$/.test(word) || isDataWord(tokens, i)),
  );
}

/** Does somebody get people's data to train with? "Researchers may use the corpus" only allows. */
export function isHandedOver(reading: Reading, act: ReadAct): boolean {
  if (isTakenByOurs(reading, act)) return true;
  if (act.actor.party !== 'others' || isPeoplesData(reading, act) || has(reading, 'share')) return true;
  return reading.tokens.slice(0, act.at).some(({ word }) => GIVEN.test(word));
}
