import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { hasHistories } from '../../bench/positions/unpack-histories.ts';
import { drawTimeline } from '../../bench/timeline/draw-timeline.ts';

const DATA = '../shared/data';
const SECONDS = 240_000;
const kept = readFileSync('docs/timeline.svg', 'utf8');

/** "LinkedIn: Privacy Policy 2024-09-19 trains AI …": what the picture lists, each entry with its document. */
function listIn(svg: string): string[] {
  const entries: string[] = [];
  let title = '';
  for (const [, line = ''] of svg.matchAll(/<g transform="translate\(0 [\d.]+\)">(.*)<\/g>/g)) {
    const words = line.replace(/^<text[^>]*class="soft">\d+<\/text>/, '').replace(/<[^>]*>/g, '');
    if (line.includes('class="name"')) title = words;
    else if (/^\d{4}-/.test(words)) entries.push(`${title} ${words}`);
    else entries.push(`${entries.pop() ?? ''} ${words}`);
  }
  return entries.map((entry) => entry.replaceAll(/\s+/g, ' '));
}

// What was in the news, at the day on which the recorder saw it in the documents.
const KNOWN = [
  ['LinkedIn trains on personal data', /^LinkedIn: Privacy Policy 2024-09-19 .*trains AI on personal data: added/],
  ['LinkedIn on what AI makes', /^LinkedIn: User Agreement 2024-11-21 .*AI-made content: added/],
  ['X trains', /^X: Privacy Policy 2023-08-23 .*trains AI on personal data: added/],
  ['X takes it back for six days', /^X: Privacy Policy 2023-08-24 .*trains AI on personal data: removed/],
  ['X trains again', /^X: Privacy Policy 2023-08-30 .*trains AI on personal data: added/],
  ['X lets others train', /^X: Privacy Policy 2024-10-17 lets partners or other third parties train AI/],
  ['the licence to X covers training', /^X: Terms of Service 2024-10-17 trains AI on content people upload: added/],
] as const;

describe('the picture kept in docs', () => {
  it.each(KNOWN)('shows that %s', (_, entry) => {
    expect(listIn(kept).filter((one) => entry.test(one))).toHaveLength(1);
  });

  it('has marks where the terms announced before took effect', () => {
    for (const day of ['2023-09-29', '2024-11-16']) expect(kept).toContain(`<title>${day}: words only`);
  });
});

describe.skipIf(!hasHistories(DATA))('docs/timeline.svg (skipped without ../shared/data/policy-histories)', () => {
  const folder = mkdtempSync(join(tmpdir(), 'clausewatch-timeline-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('is what the histories say today: npx node bench/timeline.ts --write docs/timeline.svg', {
    timeout: SECONDS,
  }, () => {
    const drawn = drawTimeline(DATA, folder);
    expect(listIn(kept)).toEqual(listIn(drawn));
    expect(kept === drawn).toBe(true);
  });
});
