import { has, type ReadAct, type Reading } from '../reading.ts';
import { isA } from '../tokens.ts';
import { actFocus } from './act-scope.ts';
import { restrictedThing } from './restricts-training.ts';
import type { Rule } from './rule.ts';
import { isHandedOver } from './whose-data.ts';

const REACH = 14;

// "You may train your own model on your data", "third-party models may have been trained on …": nothing of the platform's.
function isWithTheirs({ tokens }: Reading, act: ReadAct): boolean {
  if (act.object < act.at) return true;
  const behind = tokens.slice(act.at, act.at + REACH);
  return behind.some(
    ({ word }, i) => /^(?:on|with|using|from)$/.test(word) && /^(?:your|their)$/.test(behind[i + 1]?.word ?? ''),
  );
}

const TOOL =
  /^(?:services?|platform|api|apis|software|tools?|products?|infrastructure|compute|cloud|features?|technology)$/;
const OF_OURS = /^(?:the|our|this|these|such|its)$/;

// "You may use the Service to train AI systems": what it is done with is a tool, not what they learn from.
function isWithTool({ tokens }: Reading, act: ReadAct): boolean {
  const use = tokens.findLastIndex((token, i) => i > act.actor.at && i < act.at && isA(token, 'uses-platform'));
  if (use < 0) return false;
  const last = OF_OURS.test(tokens[use + 1]?.word ?? '') ? use + 2 : use + 1;
  return TOOL.test(tokens[last]?.word ?? '') && /^(?:to|for)$/.test(tokens[last + 1]?.word ?? '');
}

// "may be used by you to …": what permits it stands before them
function isPermitted({ tokens }: Reading, { actor, at }: ReadAct): boolean {
  const from = tokens[actor.at - 1]?.word === 'by' ? Math.max(0, actor.at - 4) : actor.at;
  return tokens.slice(from, at).some((token) => isA(token, 'permit'));
}

export const permitsTraining: Rule = {
  id: 'permits-training',
  version: 4,
  topic: 'ai-training',
  examples: {
    match: [
      { text: 'Outputs may be used by you to train your own models.' },
      { text: 'Researchers may use public content to train AI models.' },
      { text: 'You may use the output to fine-tune your own models.' },
    ],
    not: [
      { text: 'You may not use the output to train models.' },
      { text: 'You may train your own models on your data.' },
      { text: 'You may use the Service to develop, train and host AI systems.' },
      { text: 'Third-party models may have been trained on copyrighted works.' },
      { text: 'We may use your content to train models.' },
    ],
  },
  read: (reading) =>
    reading.acts
      .filter(
        (act) => act.isOwn && !act.forbidden && act.polarity === 'affirmed' && act.kind === 'train' && act.object >= 0,
      )
      .filter((act) => act.actor.party === 'person' || act.actor.party === 'others')
      .filter((act) => isPermitted(reading, act))
      .filter(() => has(reading, 'data') || has(reading, 'output') || has(reading, 'use'))
      .filter((act) => !has(reading, 'share') && (act.actor.party === 'person' || !isHandedOver(reading, act)))
      .filter((act) => !isWithTheirs(reading, act) && !isWithTool(reading, act))
      .map((act) => ({ fact: `permits-training:${restrictedThing(reading, act)}`, ...actFocus(reading, act) })),
};
