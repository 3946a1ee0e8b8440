import { describe, expect, it } from 'vitest';
import { FACTS } from '../../src/classify/facts.ts';
import { readFacts } from '../../src/classify/read-facts.ts';
import { RULES } from '../../src/classify/rules/index.ts';
import type { Example } from '../../src/classify/rules/rule.ts';
import type { Block } from '../../src/domain/block.ts';

function rulesFoundIn({ headings = [], leadIn, text }: Example): string[] {
  const kind = leadIn === undefined ? 'paragraph' : 'list-item';
  const block: Block = { kind, text, headingPath: headings, leadIn: leadIn ?? null, links: [] };
  return readFacts({ title: '', language: 'en', blocks: [block] }).map(({ rule }) => rule.id);
}

const shown = (example: Example): string =>
  [...(example.headings ?? []), example.leadIn, example.text].filter(Boolean).join(' › ');

describe.each(RULES)('rule $id', (rule) => {
  it.each(rule.examples.match.map((example) => [shown(example), example] as const))('finds: %s', (_, example) => {
    expect(rulesFoundIn(example)).toContain(rule.id);
  });

  it.each(rule.examples.not.map((example) => [shown(example), example] as const))('does not find: %s', (_, example) => {
    expect(rulesFoundIn(example)).not.toContain(rule.id);
  });
});

describe('the registry of rules', () => {
  it('has no id twice', () => {
    expect(new Set(RULES.map(({ id }) => id)).size).toBe(RULES.length);
  });

  it('has a rule for every kind of fact in the vocabulary, and no other', () => {
    const kinds = new Set(FACTS.map(({ fact }) => fact.split(':')[0]));
    expect(new Set(RULES.map(({ id }) => id))).toEqual(kinds);
  });

  it('gives every rule examples that must and that must not be found', () => {
    for (const { examples } of RULES) expect(Math.min(examples.match.length, examples.not.length)).toBeGreaterThan(0);
  });
});
