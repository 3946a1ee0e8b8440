import { type ComparedVersions, classifyChange } from '../../src/classify/classify-change.ts';
import { diffDocuments } from '../../src/diff/diff-documents.ts';
import type { PolicyText } from '../../src/domain/block.ts';
import type { Classification } from '../../src/domain/fact.ts';
import { extractDocument } from '../../src/extract/extract-document.ts';

/** A policy written in Markdown, as the classifier gets it. */
function textOf(markdown: string): PolicyText {
  return extractDocument({
    documentId: 'fictional/policy',
    url: 'https://policy.example/',
    contentType: 'text/markdown',
    body: Buffer.from(markdown),
  });
}

/** Two policies written in Markdown, and the redline between them. */
export function comparedOf(before: string, after: string): ComparedVersions {
  const texts = { before: textOf(before), after: textOf(after) };
  return { ...texts, redline: diffDocuments(texts.before, texts.after) };
}

/** What changing one Markdown text into another means. */
export function meaningOf(before: string, after: string): Classification {
  return classifyChange(comparedOf(before, after));
}

/** Facts of a change as "effect fact", sorted. */
export function changesIn(before: string, after: string): string[] {
  return meaningOf(before, after)
    .facts.map(({ effect, fact }) => `${effect} ${fact}`)
    .sort();
}
