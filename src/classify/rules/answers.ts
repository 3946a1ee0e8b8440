import { type DataKind, dataKindsIn } from '../data-kinds.ts';
import { headingTrains, ownWord, type Reading } from '../reading.ts';
import { isA, type Token } from '../tokens.ts';
import { isOnlyWished } from '../wishes.ts';
import type { Finding } from './rule.ts';

type Wanted = 'trains-on' | 'excludes';

function findings(wanted: Wanted, kinds: readonly DataKind[], { own, tokens }: Reading): Finding[] {
  return kinds.map((kind) => ({ fact: `${wanted}:${kind}`, from: own, to: tokens.length }));
}

// "Can I train a model on my photos?" asks what people may do, "Can I opt out?" about a way out.
function isAboutUs(heading: readonly Token[]): boolean {
  return !heading.some((token) => token.word === 'i' || isA(token, 'opt-out') || isA(token, 'consent'));
}

/** Below "Is my work used to train AI?": "No. …" */
export function answerBelow(reading: Reading, wanted: Wanted): Finding[] {
  const { tokens, own, statement } = reading;
  const heading = statement.headings.at(-1);
  const answer = tokens[own]?.word;
  if (answer !== (wanted === 'excludes' ? 'no' : 'yes') || tokens[own + 1]?.mark !== true) return [];
  if (heading?.at(-1)?.word !== '?' || statement.previous || !headingTrains(heading) || !isAboutUs(heading)) return [];
  const asked = dataKindsIn(heading, 0, heading.length);
  return findings(wanted, asked.length > 0 ? asked : ['personal-data'], reading);
}

/** After a sentence about training: "Your messages are not used for this." */
export function saidOfThis(reading: Reading, wanted: Wanted): Finding[] {
  const { tokens, own, followsTraining, acts } = reading;
  if (!followsTraining || acts.length > 0 || ownWord(reading, 'opt-out') >= 0 || ownWord(reading, 'consent') >= 0)
    return [];
  const used = tokens.findIndex(
    ({ word }, i) =>
      i > own &&
      word === 'used' &&
      tokens[i + 1]?.word === 'for' &&
      /^(?:this|that|it|these)$/.test(tokens[i + 2]?.word ?? ''),
  );
  if (used < 0) return [];
  const not = tokens.findIndex((token, i) => i >= own && i < used && isA(token, 'not'));
  if (not >= 0 !== (wanted === 'excludes') || (not >= 0 && isOnlyWished(tokens, not))) return [];
  return findings(wanted, dataKindsIn(tokens, own, used), reading);
}
