import type { DataKind } from './data-kinds.ts';
import { isA, type Token } from './tokens.ts';

type Context = readonly [tokens: readonly Token[], at: number];
const CONTENT: ReadonlySet<DataKind> = new Set<DataKind>(['user-content', 'public-content', 'voice-or-face']);
const REACH = 14;
const REACH_OF_EXAMPLES = 22;

const wordAt = ([tokens]: Context, i: number): string => tokens[i]?.word ?? '';

const MAKES = /^(?:create|creates|creating|generate|generates|generating|produce|produces|producing)$/;
const FOR_MAKING = /^(?:to|that|which|can|for|of)$/;
const LETS = /^(?:lets?|letting|helps?|helping|allows?|allowing|enables?|enabling)$/;

/** "models used to create content (text, audio)", "tools that let people create content": what comes out. */
function isMade(context: Context): boolean {
  const [tokens, at] = context;
  for (let i = at - 1; i >= Math.max(0, at - REACH); i--) {
    const token = tokens[i];
    if (!MAKES.test(wordAt(context, i))) {
      if (isA(token, 'train') || isA(token, 'improve') || /^(?:your?|using|from|like|as)$/.test(wordAt(context, i)))
        return false;
      continue;
    }
    if (FOR_MAKING.test(wordAt(context, i - 1))) return true;
    return [1, 2, 3, 4, 5].some((back) => LETS.test(wordAt(context, i - back)));
  }
  return false;
}

const EXAMPLES = /^(?:like|including|as|e\.g)$/;

/** "public content you share, like posts or audio": examples of what is public. */
function isExampleOfPublic(context: Context): boolean {
  const [tokens, at] = context;
  let introduced = -1;
  for (let i = at - 1; i >= Math.max(0, at - REACH_OF_EXAMPLES); i--) {
    const token = tokens[i];
    if ((isA(token, 'train') || isA(token, 'improve')) && !MAKES.test(wordAt(context, i))) return false;
    if (introduced < 0 && EXAMPLES.test(wordAt(context, i))) introduced = i;
    // The noun that the examples are of is the nearest one before them.
    if (introduced >= 0 && isA(token, 'content'))
      return [1, 2].some((back) => isA(tokens[i - back], 'public') && wordAt(context, i - back - 1) !== 'not');
  }
  return false;
}

const SAYS_WITH = /^(?:exchanged?|shared?|have)$/;
const SAYS_TO = /^(?:sen[dt]|write|written)$/;
const MACHINE = /^(?:features|assistants?|chatbots?|ai)$/;

/** "exchange with these features", "send to our assistant". */
function isToMachine(context: Context, verb: number): boolean {
  const [says, link] = [wordAt(context, verb), wordAt(context, verb + 1)];
  if (!(SAYS_WITH.test(says) && link === 'with') && !(SAYS_TO.test(says) && link === 'to')) return false;
  // not "notes you send to improve our AI"
  const [tokens] = context;
  const machine = [2, 3, 4].find((step) => MACHINE.test(wordAt(context, verb + step))) ?? 0;
  return machine > 0 && !tokens.slice(verb + 2, verb + machine).some((one) => isA(one, 'improve') || isA(one, 'train'));
}

/** "messages you exchange with these features", "what you exchange with our AI, like messages": said to a machine, not to people. */
function isSaidToFeatures(context: Context): boolean {
  const [, at] = context;
  const reach = Array.from({ length: REACH }, (_, i) => i + 1);
  if (reach.some((step) => isToMachine(context, at + step))) return true;
  const example = reach.find((back) => EXAMPLES.test(wordAt(context, at - back)));
  return example !== undefined && reach.some((back) => isToMachine(context, at - example - back));
}

const OTHERS = 'reviewer|moderator|employee|annotator|regulator|authorit(?:y|ie)|stakeholder|expert';
const OF_OTHERS = new RegExp(`^(?:${OTHERS})s?(?:['’]s?)?$`);

/** "reviewers' inputs", "employee feedback", "feedback from regulators": not what people say to a machine. */
function isOfOthers(context: Context): boolean {
  const [, at] = context;
  const behind = wordAt(context, at + 1) === 'from' ? [2, 3] : [];
  return [-1, -2, ...behind].some((step) => OF_OTHERS.test(wordAt(context, at + step)));
}

/** Is all that is named between two indexes what a platform's own reviewers and advisers say? */
export function isSaidByOthers(tokens: readonly Token[], from: number, to: number): boolean {
  return tokens.slice(from, to).some((token, i) => isA(token, 'ai-interactions') && isOfOthers([tokens, from + i]));
}

const ANSWERS = /^(?:responses|outputs?|completions|generations)$/;
const BETTERS = /^(?:improving|improve|refine|refining|bettering)$/;

/** "improving model responses": what gets better, not what is learned from. */
function isImproved(context: Context): boolean {
  const [, at] = context;
  const isAnswer = ANSWERS.test(wordAt(context, at)) || ANSWERS.test(wordAt(context, at + 1));
  return isAnswer && [1, 2].some((back) => BETTERS.test(wordAt(context, at - back)));
}

/** "publicly available AI models": what others can use, not what is learned from. */
function isOfModels([tokens, at]: Context): boolean {
  let next = at + 1;
  while (isA(tokens[next], 'public-web')) next++;
  return ['ai', 'model', 'system'].some((name) => isA(tokens[next], name as 'ai'));
}

/** "monitoring interactions and usage": what people do on a service, not what they say to a machine. */
function isUse([tokens, at]: Context): boolean {
  if (tokens[at]?.word !== 'interactions' || tokens[at + 1]?.word === 'with' || tokens[at - 1]?.word === 'your')
    return false;
  const beside = tokens[at + 2];
  return /^(?:and|or)$/.test(tokens[at + 1]?.word ?? '') && (isA(beside, 'usage-data') || beside?.word === 'usage');
}

/**
 * What a word that names a kind of data names where it stands: the same word can be what a model makes, an example of
 * something public, or said to a machine. Null where it is no data of people.
 */
export function kindInContext(kind: DataKind, tokens: readonly Token[], at: number): DataKind | null {
  const context = [tokens, at] as const;
  if (CONTENT.has(kind) && isMade(context)) return null;
  if (kind === 'public-web' && isOfModels(context)) return null;
  if (kind !== 'public-content' && CONTENT.has(kind) && isExampleOfPublic(context))
    return kind === 'user-content' ? 'public-content' : null;
  if ((kind === 'private-messages' || kind === 'user-content') && isSaidToFeatures(context)) return 'ai-interactions';
  if (kind !== 'ai-interactions') return kind;
  if (isOfOthers(context) || isImproved(context)) return null;
  return isUse(context) ? 'usage-data' : kind;
}
