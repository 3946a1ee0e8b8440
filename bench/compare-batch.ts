// Speaks the protocol of `compare --batch` (one JSON object a line) with nothing but extract, diff and classify:
// measures the stages before the command exists. `CLASSIFY_ONLY_MS=1` reports the milliseconds of classification alone.
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { classifyChange } from '../src/classify/classify-change.ts';
import { diffDocuments } from '../src/diff/diff-documents.ts';
import { extractDocument } from '../src/extract/extract-document.ts';

const onlyClassify = process.env.CLASSIFY_ONLY_MS === '1';
const read = (file: string) =>
  extractDocument({
    documentId: 'bench/pair',
    url: 'https://bench.invalid/',
    contentType: 'text/markdown',
    body: readFileSync(file),
  });

for await (const line of createInterface({ input: process.stdin })) {
  const { id, before: a, after: b } = JSON.parse(line) as { id: string; before: string; after: string };
  const started = performance.now();
  const before = read(a);
  const after = read(b);
  const redline = diffDocuments(before, after);
  const classified = performance.now();
  const meaning = classifyChange({ before, after, redline });
  const ended = performance.now();
  const facts = meaning.facts.map((change) => {
    const shown = change.after ?? change.before;
    return {
      fact: change.fact,
      effect: change.effect,
      quote: shown?.quote,
      context: shown?.context,
      was: change.before?.quote,
    };
  });
  process.stdout.write(
    `${JSON.stringify({
      id,
      changed: redline.changed,
      cosmetic: meaning.cosmetic,
      hunks: redline.counts,
      topics: meaning.topics,
      severity: meaning.severity,
      facts,
      ms: Math.round((ended - (onlyClassify ? classified : started)) * 100) / 100,
    })}\n`,
  );
}
