import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyHunks } from '../../src/diff/apply-hunks.ts';
import { diffDocuments } from '../../src/diff/diff-documents.ts';
import type { Block, PolicyText } from '../../src/domain/block.ts';

const WORDS = [
  'we',
  'you',
  'data',
  'train',
  'models',
  'never',
  'share',
  'may',
  'the',
  'partners',
  'it’s',
  "it's",
  '2026',
];
const words = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 14 }).map((list) => list.join(' '));
const anyText = fc.oneof(
  { weight: 6, arbitrary: words },
  { weight: 2, arbitrary: fc.string({ unit: 'binary' }) },
  {
    weight: 2,
    arbitrary: fc
      .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 8 })
      .map((units) => String.fromCharCode(...units)),
  },
);
const anyBlock: fc.Arbitrary<Block> = fc.record(
  {
    kind: fc.constantFrom('heading', 'paragraph', 'list-item', 'table-row'),
    text: anyText,
    headingPath: fc.array(fc.constantFrom('Use', 'Sharing', 'Choices'), { maxLength: 2 }),
    leadIn: fc.option(fc.constantFrom('We use:', 'We never use:'), { nil: null }),
    links: fc.array(fc.record({ href: fc.webUrl(), start: fc.nat(5), end: fc.nat(9) }, { noNullPrototype: true }), {
      maxLength: 1,
    }),
    level: fc.integer({ min: 1, max: 6 }),
    depth: fc.nat(2),
    marker: fc.constantFrom('1.', '(a)'),
  },
  { requiredKeys: ['kind', 'text', 'headingPath', 'leadIn', 'links'], noNullPrototype: true },
);

type Edit = readonly [kind: number, at: number, other: number, block: Block];
const anyEdit: fc.Arbitrary<Edit> = fc.tuple(fc.nat(6), fc.nat(1000), fc.nat(1000), anyBlock);

/** One edit as a person makes it: insert, delete, replace words, move, split, join, take another context. */
function edit(blocks: readonly Block[], [kind, at, other, fresh]: Edit): Block[] {
  const list = [...blocks];
  const place = at % (list.length + 1);
  const block = list[place];
  if (!block || kind === 0) return list.toSpliced(place, 0, fresh);
  const target = other % list.length;
  const cut = block.text.indexOf(' ', other % (block.text.length + 1));
  const next = list[place + 1];
  switch (kind) {
    case 1:
      return list.toSpliced(place, 1);
    case 2:
      return list.with(place, { ...block, text: block.text.replace(/\S+/, 'changed') });
    case 3:
      return list.toSpliced(place, 1).toSpliced(target, 0, block);
    case 4:
      if (cut < 0) return list;
      return list.toSpliced(
        place,
        1,
        { ...block, text: block.text.slice(0, cut) },
        { ...block, text: block.text.slice(cut + 1) },
      );
    case 5:
      return next ? list.toSpliced(place, 2, { ...block, text: `${block.text} ${next.text}` }) : list;
    default:
      return list.with(place, { ...block, headingPath: fresh.headingPath, leadIn: fresh.leadIn, links: fresh.links });
  }
}

const textOf = (blocks: readonly Block[]): PolicyText => ({ title: '', language: 'en', blocks });

function expectExact(before: readonly Block[], after: readonly Block[]): void {
  const redline = diffDocuments(textOf(before), textOf(after));
  expect(applyHunks(before, redline)).toStrictEqual(after);
  for (const hunk of redline.hunks) {
    const join = (op: string): string =>
      hunk.runs
        .filter((run) => run.op !== op)
        .map((run) => run.text)
        .join('');
    expect(join('insert')).toBe(hunk.before.map(({ block }) => block.text).join('\n'));
    expect(join('delete')).toBe(hunk.after.map(({ block }) => block.text).join('\n'));
  }
}

describe('applying the hunks to the blocks before', () => {
  it('gives the blocks after, exactly, for random edits, moves, splits and joins', () => {
    fc.assert(
      fc.property(fc.array(anyBlock, { maxLength: 14 }), fc.array(anyEdit, { maxLength: 8 }), (before, edits) => {
        expectExact(before, edits.reduce<Block[]>(edit, [...before]));
      }),
      { numRuns: 600 },
    );
  });

  it('gives the blocks after, exactly, for two documents that have nothing to do with each other', () => {
    fc.assert(fc.property(fc.array(anyBlock, { maxLength: 10 }), fc.array(anyBlock, { maxLength: 10 }), expectExact), {
      numRuns: 400,
    });
  });

  it('gives the same redline every time', () => {
    fc.assert(
      fc.property(fc.array(anyBlock, { maxLength: 8 }), fc.array(anyBlock, { maxLength: 8 }), (before, after) => {
        const once = diffDocuments(textOf(before), textOf(after));
        expect(diffDocuments(textOf(before), textOf(after))).toStrictEqual(once);
      }),
      { numRuns: 60 },
    );
  });

  it('finds no difference between a document and itself', () => {
    fc.assert(
      fc.property(fc.array(anyBlock, { maxLength: 12 }), (blocks) => {
        const copy = structuredClone(blocks);
        expect(diffDocuments(textOf(blocks), textOf(copy))).toStrictEqual({
          hunks: [],
          counts: { added: 0, removed: 0, modified: 0, moved: 0 },
          changed: false,
        });
      }),
      { numRuns: 100 },
    );
  });

  it('finds moves only, and not one added or removed word, when blocks change places', () => {
    fc.assert(
      fc.property(fc.uniqueArray(words, { minLength: 2, maxLength: 12 }), fc.nat(), (texts, seed) => {
        const blocks = texts.map(
          (text, at): Block => ({
            kind: 'paragraph',
            text: `${text} ${at}`,
            headingPath: [],
            leadIn: null,
            links: [],
          }),
        );
        const after = blocks.toSorted((x, y) => ((x.text.length * 31 + seed) % 7) - ((y.text.length * 31 + seed) % 7));
        const { hunks, counts } = diffDocuments(textOf(blocks), textOf(after));
        expect(hunks.flatMap(({ runs }) => runs).filter(({ op }) => op !== 'equal')).toEqual([]);
        expect({ ...counts, moved: 0 }).toEqual({ added: 0, removed: 0, modified: 0, moved: 0 });
      }),
      { numRuns: 200 },
    );
  });
});
