import { classifyChange } from '../src/classify/classify-change.ts';
import { diffDocuments } from '../src/diff/diff-documents.ts';
import type { PolicyText } from '../src/domain/block.ts';
import { extractDocument } from '../src/extract/extract-document.ts';
import type { PolarityCase } from './polarity-cases.ts';

type Verdict = PolarityCase['expected'] | 'neutral';

function textOf(markdown: string): PolicyText {
  return extractDocument({
    documentId: 'bench/polarity',
    url: 'https://policy.example/',
    contentType: 'text/markdown',
    body: Buffer.from(markdown),
  });
}

/** What the classifier makes of a mutation. */
export function classified({ before: a, after: b }: PolarityCase): Verdict {
  const before = textOf(a);
  const after = textOf(b);
  const { facts, direction } = classifyChange({ before, after, redline: diffDocuments(before, after) });
  return facts.length === 0 ? 'same' : direction;
}

const KEYWORDS =
  /\b(?:ai|artificial intelligence|machine learning|train|training|trained|models?|algorithms?|opt out|consent)\b/i;

/** What a list of words on changed lines makes of it: bad news where one came, good news where one only went. */
export function byKeywords({ before, after }: PolarityCase): Verdict {
  const old = new Set(before.split('\n'));
  const now = new Set(after.split('\n'));
  const came = [...now].some((line) => !old.has(line) && KEYWORDS.test(line));
  const went = [...old].some((line) => !now.has(line) && KEYWORDS.test(line));
  if (came) return 'less-protective';
  return went ? 'more-protective' : 'same';
}
