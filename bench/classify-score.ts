import type { Classification, Fact } from '../src/domain/fact.ts';
import type { Label } from './classify-labels.ts';

/** What a pair was told to mean, and the words of both versions, to check quotations against. */
export interface Answer {
  readonly label: Label;
  readonly meaning: Classification;
  readonly changed: boolean;
  readonly before: string;
  readonly after: string;
}

interface Count {
  tp: number;
  fp: number;
  fn: number;
}

export interface Scores {
  readonly counts: ReadonlyMap<string, Count>;
  readonly pairs: number;
  readonly cosmetic: readonly [right: number, all: number];
  readonly quotes: readonly [right: number, all: number];
  readonly evidence: readonly [right: number, all: number];
}

/** One thing a pair got wrong: "fp any AI", "fn fact opt-out", "evidence not shown". */
export interface Mistake {
  readonly label: Label;
  readonly wrong: string;
}

// The coarse kinds, the free ones and the likeness of quotations are those of ../shared/eval/classify.mjs, word for word.
const COARSE: readonly (readonly [RegExp, string])[] = [
  [/^(?:uses|trains-on)(?::|$)|^purpose:(?:train|improve-ai|genai)|^license:train/, 'trains-on'],
  [/^(?:not-uses|excludes|denies|denial)(?::|$)/, 'excludes'],
  [/^opt-?out(?::|$)/, 'opt-out'],
  [/^(?:consent|optin|opt-in|consent-required)(?::|$)/, 'consent-required'],
  [
    /^(?:scraping|output-training|api-training|facial-scraping|prohibits|restricts|restricts-training|robots-txt)(?::|$)/,
    'restricts-training',
  ],
  [/^(?:shares|shares-for-training)(?::|$)/, 'shares-for-training'],
];

function coarse(fact: string): string | null {
  const kind = COARSE.find(([pattern]) => pattern.test(fact))?.[1] ?? null;
  if (kind === 'opt-out' && /n\/a|none|not-offered/.test(fact)) return null;
  return kind === 'restricts-training' && fact.includes('generic') ? null : kind;
}

function truthOf(facts: readonly string[]): { truth: Set<string>; free: Set<string> } {
  const truth = new Set(facts.map(coarse).filter((kind) => kind !== null));
  if (truth.has('excludes') && !facts.some((fact) => /^(?:uses|trains-on):/.test(fact))) truth.delete('trains-on');
  const implied = ['opt-out', 'consent-required', 'excludes'].some((kind) => truth.has(kind));
  return { truth, free: new Set(!truth.has('trains-on') && implied ? ['trains-on'] : []) };
}

/** Visible words: no link targets, no Markdown marks, typographic variants folded, no white space. */
export function squash(text: string): string {
  return spaced(text).replaceAll(/\s+/g, '');
}

const TARGET = /\]\((?:[^()\n]|\([^()\n]*\))*\)/g;

function spaced(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, '')
    .replaceAll(TARGET, ' ')
    .replaceAll(/!?\[/g, ' ')
    .replaceAll(/<[^>\n]{1,200}>/g, ' ')
    .replaceAll(/[*`~#>|\\\]]/g, ' ')
    .replaceAll(/(^|[^\p{L}\p{N}])_+|_+(?=[^\p{L}\p{N}]|$)/gu, '$1 ')
    .replaceAll(/[“”„«»]/g, '"')
    .replaceAll(/[‘’‚]/g, "'")
    .replaceAll(/[‐-―−]/g, '-')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}

const longWords = (text: string): string[] =>
  spaced(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 2);

function shows(quote: string, expected: string): boolean {
  const [q, e] = [squash(quote), squash(expected)];
  if (q === '' || e === '') return false;
  if (q.includes(e) || (e.includes(q) && q.length >= 30)) return true;
  const [x, y] = [longWords(quote), longWords(expected)];
  const [inX, inY] = [new Set(x), new Set(y)];
  const precision = x.filter((word) => inY.has(word)).length / x.length;
  const recall = y.filter((word) => inX.has(word)).length / y.length;
  return precision + recall > 0 && (2 * precision * recall) / (precision + recall) >= 0.6;
}

interface Verdict {
  readonly kind: string;
  readonly truth: boolean;
  readonly said: boolean;
}

/** Every yes-or-no question about a pair, with what the label and what the classifier says. */
function verdictsOf({ label, meaning, changed }: Answer): Verdict[] {
  const topics = new Set(!changed || meaning.cosmetic ? [] : meaning.topics);
  const verdicts: Verdict[] = [
    { kind: 'ai-training', truth: label.label === 'ai-training', said: topics.has('ai-training') },
    { kind: 'any AI', truth: label.label !== 'none', said: topics.size > 0 },
  ];
  const isTraining = label.label === 'ai-training';
  const counted = isTraining ? meaning.facts : meaning.facts.filter(({ effect }) => effect !== 'reworded');
  const said = new Set(counted.map(({ fact }) => coarse(fact)).filter((kind) => kind !== null));
  const { truth, free } = isTraining ? truthOf(label.facts) : { truth: new Set<string>(), free: new Set<string>() };
  for (const kind of new Set([...truth, ...said])) {
    if (!free.has(kind)) verdicts.push({ kind: `fact ${kind}`, truth: truth.has(kind), said: said.has(kind) });
  }
  return verdicts;
}

const shownBy = (meaning: Classification): { fact: Fact; removed: boolean }[] =>
  meaning.facts.flatMap(({ effect, before, after }) => {
    const fact = after ?? before;
    return fact ? [{ fact, removed: effect === 'removed' }] : [];
  });

function isEvidenceShown({ label, meaning }: Answer): boolean | null {
  const expected = [...label.evidence, ...label.evidence_removed];
  if (label.label !== 'ai-training' || expected.length === 0) return null;
  const quotes = shownBy(meaning).map(({ fact }) => fact.quote);
  return expected.some((sentence) => quotes.some((quote) => shows(quote, sentence)));
}

/** What is wrong about one answer. */
export function mistakesOf(answer: Answer): Mistake[] {
  const wrong = verdictsOf(answer)
    .filter(({ truth, said }) => truth !== said)
    .map(({ kind, said }) => `${said ? 'fp' : 'fn'} ${kind}`);
  if (isEvidenceShown(answer) === false) wrong.push('evidence not shown');
  return wrong.map((one) => ({ label: answer.label, wrong: one }));
}

/** All measures over some answers. */
export function scoresOf(answers: readonly Answer[]): Scores {
  const counts = new Map<string, Count>();
  const [cosmetic, quotes, evidence] = [
    [0, 0],
    [0, 0],
    [0, 0],
  ] as [number, number][] as [[number, number], [number, number], [number, number]];
  const add = (pair: [number, number], right: boolean): void => {
    pair[1]++;
    if (right) pair[0]++;
  };
  for (const answer of answers) {
    for (const { kind, truth, said } of verdictsOf(answer)) {
      const count = counts.get(kind) ?? { tp: 0, fp: 0, fn: 0 };
      counts.set(kind, count);
      if (truth && said) count.tp++;
      else if (said) count.fp++;
      else if (truth) count.fn++;
    }
    const { before, after, meaning, changed } = answer;
    if (before === after) add(cosmetic, !changed || meaning.cosmetic);
    for (const { fact, removed } of shownBy(meaning))
      add(quotes, (removed ? before : after).includes(squash(fact.quote)));
    const shown = isEvidenceShown(answer);
    if (shown !== null) add(evidence, shown);
  }
  const micro = [...counts].filter(([kind]) => kind.startsWith('fact '));
  counts.set('facts, micro', {
    tp: micro.reduce((sum, [, { tp }]) => sum + tp, 0),
    fp: micro.reduce((sum, [, { fp }]) => sum + fp, 0),
    fn: micro.reduce((sum, [, { fn }]) => sum + fn, 0),
  });
  return { counts, pairs: answers.length, cosmetic, quotes, evidence };
}

/** F1 of a question, in per cent; null where there was nothing to find and nothing said. */
export function f1Of(count: Count | undefined): number | null {
  if (!count || count.tp + count.fp + count.fn === 0) return null;
  return (200 * count.tp) / (2 * count.tp + count.fp + count.fn);
}
