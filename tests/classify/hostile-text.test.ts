import { beforeAll, describe, expect, it } from 'vitest';
import { classifyChange } from '../../src/classify/classify-change.ts';
import { readFacts } from '../../src/classify/read-facts.ts';
import type { PolicyText } from '../../src/domain/block.ts';
import type { Redline } from '../../src/domain/redline.ts';

const MEGABYTE = 1_000_000;
const fill = (piece: string): string => piece.repeat(Math.ceil(MEGABYTE / piece.length)).slice(0, MEGABYTE);
const policy = (text: string): PolicyText => ({
  title: 'Privacy',
  language: 'en',
  blocks: [{ kind: 'paragraph', text, headingPath: [], leadIn: null, links: [] }],
});
const redline = (before: PolicyText, after: PolicyText): Redline => {
  const place = ({ blocks }: PolicyText) => blocks.map((block, index) => ({ index, block }));
  const hunk = {
    kind: 'modified',
    before: place(before),
    after: place(after),
    runs: [],
    cosmetic: null,
    alsoAt: [],
    granularity: 'blocks',
  } as const;
  return { hunks: [hunk], counts: { added: 0, removed: 0, modified: 1, moved: 0 }, changed: true };
};

/** Milliseconds of processor time, so that what else the machine does counts for little. */
function cpuOf(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

const ORDINARY =
  'We use the posts you share and the prompts you write to train our AI models. You can turn this off in your settings. ';

// The promise: no text costs much more than as much plain text about training does.
const MOST_TIMES = 3;
let ordinary = 0;

beforeAll(() => {
  readFacts(policy(ORDINARY));
  ordinary = cpuOf(() => readFacts(policy(fill(ORDINARY))));
});

describe('a megabyte in one sentence costs no more than three times as much ordinary text', () => {
  it.each([
    ['training without end', 'we train our AI models on your data and '],
    ['negations', 'not never no don’t '],
    ['one letter', 'a'],
    ['AI without a space', 'AI'],
    ['semicolons', 'train models;'],
    ['cells', 'train AI | '],
    ['clauses', 'we use your posts to train our models; '],
    ['abbreviations', 'e.g. A.I. '],
    ['marks', '.,;:'],
    ['apostrophes', "a'"],
    ['dots', 'train.a'],
    ['at signs', 'model@'],
    ['prohibitions', 'you may not use output to develop models, '],
    ['faces', 'we analyse your face to infer your voice, '],
    ['public things', 'AI posts in public, '],
  ])('%s', (_, piece) => {
    expect(cpuOf(() => readFacts(policy(fill(piece))))).toBeLessThan(MOST_TIMES * ordinary);
  });

  it('twice, when two such versions are compared', () => {
    const [before, after] = [
      policy(fill('we train our AI models on your data and ')),
      policy(fill('we never train AI on your posts or ')),
    ];
    const cost = cpuOf(() => classifyChange({ before, after, redline: redline(before, after) }));
    expect(cost).toBeLessThan(2 * MOST_TIMES * ordinary);
  });
});
