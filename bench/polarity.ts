/**
 * Measures whether a mutated clause is told in the right direction, beside a list of keywords on changed lines.
 *
 *   npm run bench:polarity
 */
import { polarityCases } from './polarity-cases.ts';
import { byKeywords, classified } from './polarity-verdicts.ts';

const cases = polarityCases();
const judged = cases.map((one) => ({ ...one, ours: classified(one), keywords: byKeywords(one) }));
const share = (right: number, all: number): string => `${right} of ${all} (${((100 * right) / all).toFixed(1)} %)`;

for (const [operator, own] of Map.groupBy(judged, (one) => one.operator)) {
  const ours = own.filter((one) => one.ours === one.expected).length;
  const keywords = own.filter((one) => one.keywords === one.expected).length;
  console.log(
    `${operator.padEnd(12)} ${share(ours, own.length).padEnd(22)} keyword list ${share(keywords, own.length)}`,
  );
}
for (const one of judged.filter(({ ours, expected }) => ours !== expected))
  console.log(`wrong: ${one.operator}: expected ${one.expected}, told ${one.ours}: ${one.clause}`);
const right = judged.filter((one) => one.ours === one.expected).length;
const byList = judged.filter((one) => one.keywords === one.expected).length;
console.log(`right direction ${share(right, judged.length)}, keyword list ${share(byList, judged.length)}`);
