import { meaningOf } from '../../text-of.ts';
import type { Pair } from './pairs.ts';

const SIGNS = { added: '+', removed: '-', reworded: '~' } as const;
const REST = 'You can reach us by post at the address given in the imprint.';
const page = (text: string): string => `# Notice\n\n${text}\n\n${REST}`;

/** What was found in a pair: its first topic, and the changes of training as whole facts. */
function foundInPair({ before, after }: Pair): { topic: string; changes: string[] } {
  const { topics, facts } = meaningOf(page(before), page(after));
  const training = facts.filter(({ topic }) => topic === 'ai-training');
  const topic = topics.includes('ai-training') ? 'ai-training' : (topics[0] ?? '');
  return { topic, changes: training.map(({ effect, fact }) => SIGNS[effect] + fact) };
}

const kindOf = (change: string): string => change.split(':')[0] as string;

/** True if the topic is right, each expected change was found, and nothing of another kind. */
export function readsPair(pair: Pair): boolean {
  const { topic, changes } = foundInPair(pair);
  const found = (wanted: string): boolean => changes.some((one) => one === wanted || kindOf(one) === wanted);
  const expected = (change: string): boolean =>
    pair.changes.some((one) => kindOf(one) === kindOf(change)) ||
    (pair.changes.length > 0 && kindOf(change).endsWith('trains-on'));
  return topic === pair.topic && pair.changes.every(found) && changes.every(expected);
}
