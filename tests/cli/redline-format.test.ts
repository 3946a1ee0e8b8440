import { readFileSync } from 'node:fs';
import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { classifyChange } from '../../src/classify/classify-change.ts';
import { formatRedline, type RedlineOptions } from '../../src/cli/redline-format.ts';
import { redlineSchema, renderRedlineSchema } from '../../src/cli/redline-schema.ts';
import { diffDocuments } from '../../src/diff/diff-documents.ts';
import type { PolicyText } from '../../src/domain/block.ts';
import { HOSTILE } from '../diff/hostile-policy.ts';
import { policyOf } from '../diff/policy-of.ts';

const stream = new PassThrough();
const context = {
  stdin: stream,
  stdout: stream,
  stderr: stream,
  env: {},
  colour: false,
  progress: false,
  width: 80,
  clock: () => new Date(0),
  signal: new AbortController().signal,
};

function format(before: PolicyText, after: PolicyText, options: Partial<RedlineOptions>): Promise<string> {
  const redline = diffDocuments(before, after);
  const shown = {
    redline,
    classification: classifyChange({ before, after, redline }),
    before: { ...before, markdown: 'old\n' },
    after: { ...after, markdown: 'new\n' },
    title: 'old → new',
    names: { before: 'old.md', after: 'new.md' },
  };
  return formatRedline(shown, { format: 'terminal', layout: 'side-by-side', ...options }, context);
}

const before = policyOf(
  '# Letters',
  'We never train:',
  '1. on letters',
  '2. on drafts',
  'We keep them for ninety days.',
);
const after = policyOf(
  '# Letters',
  'We may train our models:',
  '1. on drafts',
  '2. on letters',
  'We keep them for thirty days.',
  'We train our AI models on your public posts.',
);
const hostile = [
  policyOf(...HOSTILE.map((text) => `${text} is what was here before ${text}`)),
  policyOf(...HOSTILE.map((text) => `${text} is what is here today ${text}`), ...HOSTILE),
] as const;

describe('formatRedline as JSON', () => {
  it.each([
    ['a change of facts', before, after],
    ['its reverse', after, before],
    ['no change', before, before],
    ['hostile text', ...hostile],
  ])('holds to the published schema: %s', async (_name, old, young) => {
    const text = await format(old, young, { format: 'json' });
    const answer = redlineSchema.parse(JSON.parse(text));
    expect(answer.redline).toEqual(JSON.parse(JSON.stringify(diffDocuments(old, young))));
    expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
    expect(text.isWellFormed()).toBe(true);
  });

  it('is what --json asks for, whatever the format', async () => {
    expect(await format(before, after, { json: true })).toBe(await format(before, after, { format: 'json' }));
  });

  it('has its schema in docs/reference/redline.schema.json (else: npm run generate)', () => {
    const committed = readFileSync(new URL('../../docs/reference/redline.schema.json', import.meta.url), 'utf8');
    expect(committed).toBe(renderRedlineSchema());
  });
});

describe('formatRedline as HTML', () => {
  it('puts the texts beside each other or into one, in the language of the document', async () => {
    const german = { ...after, language: 'de' };
    const sides = await format(before, german, { format: 'html' });
    const inline = await format(before, german, { format: 'html', layout: 'inline' });
    expect(sides).toContain('>Before<');
    expect(inline).not.toContain('>Before<');
    for (const page of [sides, inline]) expect(page).toMatch(/^<!doctype html>\n<html lang="de">/);
  });
});

it('formatRedline ends every format with a line feed', async () => {
  for (const name of ['terminal', 'html', 'patch', 'json', 'markdown'] as const) {
    expect(await format(before, after, { format: name })).toMatch(/[^\n]\n\n?$/);
  }
});
