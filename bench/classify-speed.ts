/**
 * Milliseconds to classify a document of 100 KB of which one word changed, and a megabyte in one sentence, beside the
 * diff of the same texts (times differ from machine to machine, their ratio hardly).
 *
 *   npm run bench:classify-speed
 *
 * Environment: REPOSITORIES (bare clones, default /tmp/eval).
 */
import { execFileSync } from 'node:child_process';
import { classifyChange } from '../src/classify/classify-change.ts';
import { readFacts } from '../src/classify/read-facts.ts';
import { diffDocuments } from '../src/diff/diff-documents.ts';
import type { PolicyText } from '../src/domain/block.ts';
import { extractDocument } from '../src/extract/extract-document.ts';

const repositories = process.env.REPOSITORIES ?? '/tmp/eval';
const POLICIES = [
  'Facebook/Privacy Policy.md',
  'LinkedIn/Privacy Policy.md',
  'Snapchat/Privacy Policy.md',
  'X/Privacy Policy.md',
];
const SIZE = 100_000;

function textOf(markdown: string): PolicyText {
  const body = Buffer.from(markdown);
  return extractDocument({ documentId: 'b/p', url: 'https://b.invalid/', contentType: 'text/markdown', body });
}

/** The policy, as often as it takes to fill 100 KB of words, cut there. */
function hundredKilobytes(path: string): PolicyText {
  const markdown = execFileSync('git', ['--git-dir', `${repositories}/pga.git`, 'show', `HEAD:${path}`], {
    maxBuffer: 2 ** 26,
  }).toString();
  const { blocks, ...text } = textOf(markdown);
  const taken: PolicyText['blocks'][number][] = [];
  let size = 0;
  for (let i = 0; size < SIZE; i++) {
    const block = blocks[i % blocks.length] as PolicyText['blocks'][number];
    const copy = Math.floor(i / blocks.length);
    taken.push(copy === 0 ? block : { ...block, text: `${block.text} ${copy}` });
    size += block.text.length;
  }
  return { ...text, blocks: taken };
}

function median(work: () => void, runs = 21): number {
  const times = Array.from({ length: runs }, () => {
    const started = performance.now();
    work();
    return performance.now() - started;
  });
  return times.sort((a, b) => a - b)[Math.floor(runs / 2)] as number;
}

for (const path of POLICIES) {
  const before = hundredKilobytes(path);
  const at = Math.floor(before.blocks.length / 2);
  const blocks = before.blocks.map((block, i) => (i === at ? { ...block, text: `${block.text} indeed` } : block));
  const after = { ...before, blocks };
  const redline = diffDocuments(before, after);
  const first = median(() => classifyChange({ before, after, redline }), 1);
  const ours = median(() => classifyChange({ before, after, redline }));
  const diff = median(() => diffDocuments(before, after));
  console.log(
    `${path}: one word of 100 KB, first ${first.toFixed(1)} ms, median ${ours.toFixed(1)} ms (diff ${diff.toFixed(1)} ms)`,
  );
}

/** Seconds of processor time, so that what else the machine does counts for little. */
function cpuSeconds(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000_000;
}

const HOSTILE = [
  'we train our AI models on your data and ',
  'not never no ',
  'a',
  'AI',
  'train models;',
  'we use your posts to train our models; ',
];
for (const piece of HOSTILE) {
  const text = piece.repeat(Math.ceil(1_000_000 / piece.length));
  const policy = {
    title: 'Privacy',
    language: 'en',
    blocks: [{ kind: 'paragraph', text, headingPath: [], leadIn: null, links: [] } as const],
  };
  console.log(
    `a megabyte of “${piece.trim()}” in one sentence: ${cpuSeconds(() => readFacts(policy)).toFixed(2)} s of CPU`,
  );
}
