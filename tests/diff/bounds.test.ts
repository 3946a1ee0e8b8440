import { describe, expect, it } from 'vitest';
import { applyHunks } from '../../src/diff/apply-hunks.ts';
import { diffDocuments } from '../../src/diff/diff-documents.ts';
import type { PolicyText } from '../../src/domain/block.ts';
import { policyOf } from './policy-of.ts';

const MANY = 50_000;

function many(textOf: (at: number) => string, count = MANY): PolicyText {
  const blocks = Array.from({ length: count }, (_, at) => ({
    kind: 'paragraph' as const,
    text: textOf(at),
    headingPath: [],
    leadIn: null,
    links: [],
  }));
  return { title: '', language: 'en', blocks };
}

/** The same "random" number for the same place, in every run. */
function noise(at: number): number {
  return (Math.imul(at ^ (at >>> 7), 0x9e3779b1) >>> 8) & 0xffff;
}

const sentence = (at: number): string =>
  `Lamp ${noise(at)} lights room ${noise(at + 7)} until the clock strikes ${at % 13}.`;
const long = (count: number, step: number): string =>
  Array.from({ length: count }, (_, at) => sentence(at * step)).join(' ');

// Quadratic work on any of these would take hours, so the limit leaves room for a busy machine and still catches it.
const LIMIT_MS = 20_000;

describe('diffDocuments ends, with a redline that can be applied, for', () => {
  it.each<[string, PolicyText, PolicyText]>([
    ['50,000 equal blocks, a few of them gone', many(() => 'Same text.'), many(() => 'Same text.', MANY - 100)],
    [
      '50,000 blocks that are all different',
      many((at) => `before ${at} one two`),
      many((at) => `after ${at}x three two`),
    ],
    ['50,000 blocks of two texts in disorder', many((at) => `${noise(at) & 1}`), many((at) => `${noise(at + 3) & 1}`)],
    ['50,000 blocks in reverse', many((at) => `block ${at}`), many((at) => `block ${MANY - at}`)],
    [
      '50,000 blocks that all look alike',
      many((at) => `the same ${at % 999} words ${at}`),
      many((at) => `the same ${at % 998} words ${at}x`),
    ],
    ['one block of 5 MB, rewritten', policyOf(long(90_000, 1)), policyOf(long(90_000, 3))],
    ['one block of 5 MB cut into its sentences', policyOf(long(90_000, 1)), many(sentence, 90_000)],
    ['one word of 5 MB', policyOf('x'.repeat(5_000_000)), policyOf(`${'x'.repeat(4_999_999)}y`)],
    ['a million lone surrogates', policyOf('\ud800'.repeat(1_000_000)), policyOf('\udc00'.repeat(1_000_000))],
    ['two million marks', policyOf('.'.repeat(2_000_000)), policyOf('.,'.repeat(1_000_000))],
    ['a word of 4 MB full of joints', policyOf('a-'.repeat(2_000_000)), policyOf('a-b@'.repeat(1_000_000))],
    [
      'two words in endless disorder',
      policyOf(
        many((at) => `${noise(at) & 1}`, 150_000)
          .blocks.map((b) => b.text)
          .join(' '),
      ),
      policyOf(
        many((at) => `${noise(at + 3) & 1}`, 150_000)
          .blocks.map((b) => b.text)
          .join(' '),
      ),
    ],
  ])('%s', (_name, before, after) => {
    const start = performance.now();
    const redline = diffDocuments(before, after);
    expect(performance.now() - start).toBeLessThan(LIMIT_MS);
    const applied = applyHunks(before.blocks, redline);
    expect(applied.length).toBe(after.blocks.length);
    expect(applied.every((block, at) => block.text === after.blocks[at]?.text)).toBe(true);
  });

  it('blocks under a heading of a megabyte, without reading it once per block', () => {
    const under = (heading: string): PolicyText =>
      policyOf(`# ${heading}`, ...Array.from({ length: 3000 }, (_, at) => `text ${at}`));
    const start = performance.now();
    diffDocuments(under('h'.repeat(1_000_000)), under(`${'h'.repeat(1_000_000)}!`));
    expect(performance.now() - start).toBeLessThan(LIMIT_MS);
  });
});

describe('past its budget diffDocuments becomes coarser and says so', () => {
  const before = policyOf(long(60, 1), 'One.', long(60, 5));
  const after = policyOf(long(60, 1).replaceAll('until', 'before'), 'One.', long(60, 5).replaceAll('room', 'hall'));

  it.each([
    ['words', 0],
    ['sentences', 70],
    ['blocks', 90],
  ] as const)('%s', (granularity, jump) => {
    // The clock stands still while blocks are matched and jumps before the first words are compared.
    let reads = 0;
    const now = (): number => (reads++ > 8 ? jump : 0);
    const redline = diffDocuments(before, after, { budgetMs: 100, now });
    expect(redline.hunks.map((hunk) => hunk.granularity)).toContain(granularity);
    expect(applyHunks(before.blocks, redline)).toStrictEqual(after.blocks);
  });

  it('blocks that were never compared, when there was no time at all', () => {
    let reads = 0;
    const redline = diffDocuments(before, after, { budgetMs: 1, now: () => reads++ * 100 });
    expect(redline.counts).toMatchObject({ added: 2, removed: 2 });
    expect(new Set(redline.hunks.map(({ granularity }) => granularity))).toEqual(new Set(['blocks']));
  });
});
