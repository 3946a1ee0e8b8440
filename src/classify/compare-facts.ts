import type { FactChange } from '../domain/fact.ts';
import { likeness, type Side, saysOtherwise } from './compare-sentences.ts';
import { directionOf } from './direction.ts';
import type { CompiledLexicon } from './lexicon/compile-lexicon.ts';
import type { FoundFact } from './read-findings.ts';
import { type SentenceWord, sentenceWords } from './sentence-words.ts';
import { isA } from './tokens.ts';

interface Keyed extends FoundFact {
  readonly key: string;
  readonly sentence: readonly SentenceWord[];
  /** What introduces it, where that makes it the fact it is; else empty. */
  readonly context: string;
}

/** How alike two sentences must be to be forms of one, and to be the same one told twice. */
const SAME_SENTENCE = 0.4;
const SAME_HUNK_SENTENCE = 0.25;
const TOLD_TWICE = 0.9;
/** Comparisons of sentences in one document; beyond it what is left counts as new or gone. */
const MOST_COMPARISONS = 20_000;
// Words on both sides of what says the fact that still belong to it.
const MARGIN = { 'ai-training': 0, 'ai-other': 6 } as const;

const lettersOf = (text: string): string => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, ' ');

function contextOf({ fact }: FoundFact): string {
  return fact.context.map(lettersOf).join('\n');
}

/** What facts are told apart by: what is said, in which words, and introduced by what where that matters. */
export function keysOf(facts: readonly FoundFact[], lexicon: CompiledLexicon): string[] {
  return keyed(facts, lexicon).map(({ key }) => key);
}

function keyed(facts: readonly FoundFact[], lexicon: CompiledLexicon): Keyed[] {
  const sentences = new Map<readonly unknown[], { words: SentenceWord[]; text: string }>();
  return facts.map((found) => {
    let sentence = sentences.get(found.words);
    if (!sentence) {
      const words = sentenceWords(found.words, lexicon);
      sentence = { words, text: words.map(({ canonical }) => canonical).join(' ') };
      sentences.set(found.words, sentence);
    }
    const context = found.leansOnContext ? contextOf(found) : '';
    return { ...found, sentence: sentence.words, context, key: `${found.fact.fact}\n${sentence.text}\n${context}` };
  });
}

const countsOf = (facts: readonly Keyed[]): ReadonlyMap<string, number> =>
  new Map([...Map.groupBy(facts, ({ key }) => key)].map(([key, same]) => [key, same.length]));

/** Lists that stand as often on both sides: an item of theirs stands there as often too. */
function steadyLists(facts: readonly Keyed[], own: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>) {
  const steady = facts.filter(({ key, context }) => context !== '' && own.get(key) === other.get(key));
  return new Set(steady.map(({ context }) => context));
}

function missingIn(facts: readonly Keyed[], others: readonly Keyed[]): Keyed[] {
  const [own, other] = [countsOf(facts), countsOf(others)];
  const steady = steadyLists(facts, own, other);
  const seen = new Set<string>();
  return facts.filter(({ key, context }) => {
    const isFewer = (other.get(key) ?? 0) < (own.get(key) ?? 0);
    const isThere = other.has(key) && !(isFewer && steady.has(context));
    if (isThere || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function sideOf({ words, sentence, from, to, fact }: Keyed): Side {
  const margin = MARGIN[fact.topic];
  return { tokens: words, words: sentence, from: from - margin, to: to + margin };
}

/** Tells whether two blocks (before, after) stand in the same hunk. */
export type SameHunk = (before: number, after: number) => boolean;

export interface Comparison {
  readonly lexicon: CompiledLexicon;
  readonly sameHunk: SameHunk;
  /** Does this sentence stand in the text after, letter for letter? */
  readonly stillStands: (sentence: string) => boolean;
}

/** Which data the uses in a fact's sentence are of: a way out of one is not told again by the way out of another. */
function dataBesideIn(facts: readonly Keyed[]): (fact: Keyed) => string {
  const uses = new Map<readonly unknown[], string>();
  for (const { words, fact } of facts)
    if (fact.fact.startsWith('trains-on:')) uses.set(words, `${uses.get(words) ?? ''} ${fact.fact}`);
  return ({ words }) => uses.get(words) ?? '';
}

interface Budget {
  left: number;
}

function bestMatch(
  fact: Keyed,
  candidates: readonly Keyed[],
  bar: (other: Keyed) => number,
  budget: Budget,
): Keyed | null {
  let best: Keyed | null = null;
  let most = 0;
  for (const other of candidates) {
    if (budget.left-- <= 0) break;
    const score = likeness(fact.sentence, other.sentence);
    if (score > most && score >= bar(other)) {
      most = score;
      best = other;
    }
  }
  return best;
}

/**
 * "With your permission we use recordings …", "We use posts, except private ones" are gone as a whole: nothing is done
 * any more, so no condition or exception of it is lost. "Only with" was a promise.
 */
function goesWithItsUse(fact: Keyed, uses: ReadonlySet<readonly unknown[]>): boolean {
  const isException = fact.fact.fact.startsWith('excludes:') && isA(fact.words[fact.from], 'exception');
  return (isException || (fact.fact.fact === 'consent-required' && fact.limits <= 1)) && uses.has(fact.words);
}

/** Facts that can be forms of one another: those about AI without training name one thing from several sides. */
const kinOf = ({ fact }: Keyed): string => (fact.topic === 'ai-other' ? fact.topic : fact.fact);

function change(effect: FactChange['effect'], before: Keyed | null, after: Keyed | null): FactChange {
  const fact = (after ?? before)?.fact;
  if (!fact) throw new TypeError('a change needs a side');
  const sides = { before: before?.fact ?? null, after: after?.fact ?? null };
  return {
    effect,
    fact: fact.fact,
    topic: fact.topic,
    direction: directionOf(effect, { ...sides, limitsDropped: (before?.limits ?? 0) - (after?.limits ?? 0) }),
    ...sides,
  };
}

/**
 * What two versions say differently. Facts whose sentence stands in both (wherever, however spelled and punctuated) are
 * no change; of the rest, forms of one sentence are `reworded` and what has no counterpart is `added` or `removed`.
 */
export function compareFacts(
  before: readonly FoundFact[],
  after: readonly FoundFact[],
  { lexicon, sameHunk, stillStands }: Comparison,
): FactChange[] {
  const old = keyed(before, lexicon);
  const now = keyed(after, lexicon);
  const lost = missingIn(old, now);
  const gained = missingIn(now, old);
  const budget: Budget = { left: MOST_COMPARISONS };
  const open = Map.groupBy(lost, kinOf);
  const oldKin = Map.groupBy(old, kinOf);
  const nowKin = Map.groupBy(now, kinOf);
  const paired = new Set<Keyed>();
  const bar = (fact: Keyed) => (other: Keyed) =>
    sameHunk(other.fact.block, fact.fact.block) ? SAME_HUNK_SENTENCE : SAME_SENTENCE;
  const dataBeside = dataBesideIn([...old, ...now]);
  const told = (fact: Keyed, kin: ReadonlyMap<string, readonly Keyed[]>): boolean => {
    const isOfTheSame = (other: Keyed): boolean => dataBeside(fact) === dataBeside(other);
    return bestMatch(fact, (kin.get(kinOf(fact)) ?? []).filter(isOfTheSame), () => TOLD_TWICE, budget) !== null;
  };
  const oldLists = new Set(old.map(({ context }) => context));
  const nowLists = new Set(now.map(({ context }) => context));
  // An item that comes to or leaves a list which stays is news, wherever else its words stand.
  const isOfStandingList = ({ context }: Keyed): boolean =>
    context !== '' && oldLists.has(context) && nowLists.has(context);
  const changes: FactChange[] = [];
  for (const fact of gained) {
    const candidates = (open.get(kinOf(fact)) ?? []).filter((other) => !paired.has(other));
    const match = bestMatch(fact, candidates, bar(fact), budget);
    if (match) {
      paired.add(match);
      changes.push(...rewording(match, fact, lexicon));
    } else if (!fact.isBare && (isOfStandingList(fact) || !told(fact, oldKin)))
      changes.push(change('added', null, fact));
  }
  const gone = lost.filter(
    (fact) =>
      !fact.isBare &&
      !paired.has(fact) &&
      (isOfStandingList(fact) || !told(fact, nowKin)) &&
      !(fact.leansOnPrevious && stillStands(fact.fact.quote)),
  );
  const uses = new Set(gone.filter(({ fact }) => fact.fact.startsWith('trains-on:')).map(({ words }) => words));
  for (const fact of gone) if (!goesWithItsUse(fact, uses)) changes.push(change('removed', fact, null));
  return changes;
}

/** Do the words of one stand, in their order, among those of the other? */
function isAmong(words: readonly string[], others: readonly string[]): boolean {
  let at = 0;
  for (const other of others) if (other === words[at]) at++;
  return at === words.length;
}

/**
 * "We use posts to: … train our models" became "We use posts to show them and to train our models": a list that was
 * made a sentence, or two sentences that were joined, say the same of this use, whatever other uses stand between.
 */
function isOnlyJoined(a: Keyed, b: Keyed, lexicon: CompiledLexicon): boolean {
  if (a.fact.fact !== b.fact.fact || a.limits !== b.limits || a.fact.modality !== b.fact.modality) return false;
  const [listed, whole] = a.introduction.length > 0 ? [a, b] : [b, a];
  if (listed.introduction.length === 0 || whole.introduction.length > 0) return false;
  const parts = [...sentenceWords(listed.introduction, lexicon), ...listed.sentence];
  const said = parts.map(({ canonical }) => canonical).filter((word) => word !== 'we');
  return isAmong(
    said,
    whole.sentence.map(({ canonical }) => canonical),
  );
}

function rewording(before: Keyed, after: Keyed, lexicon: CompiledLexicon): FactChange[] {
  if (isOnlyJoined(before, after, lexicon) || !saysOtherwise(sideOf(before), sideOf(after))) return [];
  if (before.fact.fact === after.fact.fact) return [change('reworded', before, after)];
  return [change('removed', before, null), change('added', null, after)];
}
