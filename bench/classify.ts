/**
 * Measures the classifier on labelled changes of real policies, quickly, on one half of the companies.
 *
 *   npx node bench/classify.ts --half tuned [--set dev|other-services] [--mistakes FILE] [--confidence high,medium] [--seed N] [--fresh]
 *   npx node bench/classify.ts --half held             totals only: its mistakes are never shown
 *   npx node bench/classify.ts --companies             prints both halves
 *
 * The figures that count come from ../shared/eval/classify.mjs, which runs the command; these are the same measures in one
 * process, with what extract and diff made of the pairs kept in a folder (`--fresh` empties it).
 * Environment: DATA (labels, default ../shared/data), REPOSITORIES (bare clones, default /tmp/eval).
 */
import { rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { parseArgs } from 'node:util';
import { classifyChange } from '../src/classify/classify-change.ts';
import { companyOf, halfOf, type Label, readLabels, SEED, type SetName } from './classify-labels.ts';
import { readPairs } from './classify-pairs.ts';
import { type Answer, f1Of, mistakesOf, type Scores, scoresOf } from './classify-score.ts';
import { seededRandom } from './diff-pairs.ts';

const { values } = parseArgs({
  options: {
    half: { type: 'string', default: 'tuned' },
    set: { type: 'string' },
    confidence: { type: 'string', default: 'high,medium' },
    mistakes: { type: 'string' },
    companies: { type: 'boolean' },
    seed: { type: 'string', default: String(SEED) },
    fresh: { type: 'boolean' },
  },
});
const seed = Number(values.seed);
const SETS: readonly SetName[] = ['dev', 'other-services'];
const data = process.env.DATA ?? '../shared/data';
const repositories = process.env.REPOSITORIES ?? '/tmp/eval';
const cache = `${tmpdir()}/clausewatch-classify-pairs`;

function printCompanies(): void {
  for (const set of SETS) {
    const companies = [...new Set(readLabels(data, set).map(companyOf))].sort();
    for (const half of ['tuned', 'held'] as const)
      console.log(`${set}, ${half}: ${companies.filter((one) => halfOf(one, seed) === half).join(', ')}`);
  }
}

const percent = (part: number, whole: number): string => (whole === 0 ? '–' : ((100 * part) / whole).toFixed(1));

function print(title: string, { counts, pairs, cosmetic, quotes, evidence }: Scores): void {
  console.log(`\n${title}, ${pairs} pairs`);
  for (const [kind, count] of counts) {
    const { tp, fp, fn } = count;
    const f1 = f1Of(count)?.toFixed(1) ?? '–';
    const cells = [tp, fp, fn, percent(tp, tp + fp), percent(tp, tp + fn), f1].map((cell) => String(cell).padStart(6));
    console.log(`${kind.padEnd(26)}${cells.join('')}`);
  }
  console.log(
    `evidence shown ${percent(...evidence)} of ${evidence[1]} · same words as no change ${percent(...cosmetic)} of ${cosmetic[1]} · quotes exact ${percent(...quotes)} of ${quotes[1]}`,
  );
}

/** The pairs of twins counted once: the first of each group. */
function withoutTwins(answers: readonly Answer[]): Answer[] {
  const seen = new Set<string>();
  return answers.filter(({ label }) => {
    const key = label.group ?? label.id;
    return seen.has(key) ? false : seen.add(key);
  });
}

/** The middle 95 % of F1 over 2,000 draws of companies with putting back: pairs of one company are alike. */
function interval(answers: readonly Answer[], kind: string): string {
  const random = seededRandom(8);
  const companies = [...Map.groupBy(answers, ({ label }) => companyOf(label)).values()].map((own) =>
    scoresOf(own).counts.get(kind),
  );
  const draws: number[] = [];
  for (let n = 0; n < 2000; n++) {
    const sum = { tp: 0, fp: 0, fn: 0 };
    for (let i = 0; i < companies.length; i++) {
      const one = companies[Math.floor(random() * companies.length)];
      sum.tp += one?.tp ?? 0;
      sum.fp += one?.fp ?? 0;
      sum.fn += one?.fn ?? 0;
    }
    draws.push(f1Of(sum) ?? 0);
  }
  draws.sort((a, b) => a - b);
  return `${draws[50]?.toFixed(1)}–${draws[1949]?.toFixed(1)}`;
}

function writeMistakes(file: string, answers: readonly Answer[]): void {
  const lines = answers.flatMap((answer) => {
    const wrong = mistakesOf(answer).map((mistake) => mistake.wrong);
    if (wrong.length === 0) return [];
    const { id, label, facts, evidence, evidence_removed, why, change, confidence } = answer.label;
    const said = answer.meaning.facts.map(({ effect, fact, before, after }) => ({
      say: `${effect} ${fact}`,
      rule: (after ?? before)?.rule.id,
      was: before?.quote,
      now: after?.quote,
      context: (after ?? before)?.context,
    }));
    return [JSON.stringify({ id, label, change, confidence, wrong, facts, evidence, evidence_removed, why, said })];
  });
  writeFileSync(file, `${lines.join('\n')}\n`);
}

function answersOf(labels: readonly Label[]): Answer[] {
  const answers: Answer[] = [];
  for (const { label, before, after, redline, words } of readPairs(labels, { repositories, cache })) {
    const meaning = classifyChange({ before, after, redline });
    answers.push({ label, meaning, changed: redline.changed, before: words[0], after: words[1] });
  }
  return answers;
}

if (values.companies) {
  printCompanies();
} else {
  if (values.fresh) rmSync(cache, { recursive: true, force: true });
  const isHeld = values.half !== 'tuned';
  if (isHeld && values.mistakes) throw new Error('the mistakes of the held half stay closed: use --half tuned');
  const confidence = new Set(values.confidence.split(','));
  const all: Answer[] = [];
  for (const set of SETS.filter((one) => values.set === undefined || one === values.set)) {
    const labels = readLabels(data, set).filter(
      (label) =>
        confidence.has(label.confidence) && (values.half === 'all' || halfOf(companyOf(label), seed) === values.half),
    );
    const answers = answersOf(labels);
    print(`${set}, ${values.half}`, scoresOf(answers));
    all.push(...answers);
  }
  const once = withoutTwins(all);
  print(`together, ${values.half}, twins once`, scoresOf(once));
  for (const kind of ['ai-training', 'any AI', 'facts, micro'])
    console.log(`95 % interval of F1, ${kind}: ${interval(once, kind)}`);
  if (values.mistakes) writeMistakes(values.mistakes, all);
}
