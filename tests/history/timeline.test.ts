import { describe, expect, it } from 'vitest';
import type { Severity } from '../../src/domain/fact.ts';
import type { ChangeOutline } from '../../src/domain/version.ts';
import { renderSvg } from '../../src/history/timeline/render-svg.ts';
import { renderTerminal } from '../../src/history/timeline/render-terminal.ts';
import { buildTimeline, type Timeline } from '../../src/history/timeline/timeline.ts';
import { sampleChange, sampleVersion } from '../harness/archive-samples.ts';

function change(at: string, severity: Severity, facts = 1): ChangeOutline {
  const [before, after] = [1, 2].map(
    (number) => sampleVersion({ text: `${number}`, at, captureId: 'c', number }).version,
  );
  if (!before || !after) throw new Error('a sample is a version');
  const { redline: _, ...outline } = sampleChange(before, after);
  const fact = {
    effect: 'added',
    fact: 'trains-on:public-content',
    topic: 'ai-training',
    direction: 'neutral',
  } as const;
  const found = Array.from({ length: facts }, () => ({ ...fact, before: null, after: null }));
  return { ...outline, classification: { ...outline.classification, severity, facts: found } };
}

function timelineOf(title: string, changes: readonly ChangeOutline[], label = 'trains AI'): Timeline {
  const row = {
    documentId: 'acme/terms',
    title,
    from: '2022-05-01T00:00:00.000Z',
    to: '2025-05-01T00:00:00.000Z',
    changes,
  };
  const timeline = buildTimeline([row], () => label);
  if (timeline === null) throw new Error('a row makes a timeline');
  return timeline;
}

const TWO = [change('2024-06-01T00:00:00.000Z', 'high'), change('2023-06-01T00:00:00.000Z', 'low', 0)];

describe('a timeline', () => {
  it('orders changes by date and numbers those that state something of AI training', () => {
    const [row] = timelineOf('Acme: Terms', TWO).rows;
    expect(row?.events.map(({ at, number, label }) => [at.slice(0, 4), number, label])).toEqual([
      ['2023', null, ''],
      ['2024', 1, 'trains AI'],
    ]);
  });

  it('numbers the weightiest where there are too many, and counts the others', () => {
    const many = Array.from({ length: 45 }, (_, day) =>
      change(new Date(Date.UTC(2023, 0, 1 + day)).toISOString(), day < 40 ? 'high' : 'low'),
    );
    const timeline = timelineOf('Acme: Terms', many);
    expect(timeline.unnumbered).toBe(5);
    expect(timeline.rows[0]?.events.filter(({ number }) => number !== null)).toHaveLength(40);
  });

  it('numbers what is about other AI only where what is about training leaves room', () => {
    const other = change('2024-07-01T00:00:00.000Z', 'critical');
    const classification = { ...other.classification, topics: ['ai-other'] as const };
    const changes = Array.from({ length: 40 }, (_, day) =>
      change(new Date(Date.UTC(2023, 0, 1 + day)).toISOString(), 'low'),
    );
    const numberOf = (all: readonly ChangeOutline[]) => timelineOf('Acme', all).rows[0]?.events.at(-1)?.number;
    expect(numberOf([...changes, { ...other, classification }])).toBeNull();
    expect(numberOf([...changes.slice(1), { ...other, classification }])).toBe(40);
  });

  it('is nothing where nothing is stored', () => {
    expect(buildTimeline([], () => '')).toBeNull();
  });
});

describe('the timeline as SVG', () => {
  const hostile = `</text><script>alert(1)</script>"'&\u0000\u001b[31m\u202e`;

  it('holds text of others as text only, and nothing that runs or loads', () => {
    const svg = renderSvg(timelineOf(hostile, TWO, hostile), hostile);
    expect(svg).not.toMatch(/<script|<a\b|href|onload|url\(|@import/);
    expect(svg).toContain('&lt;script&gt;');
    for (const sign of ['\u0000', '\u001b', '\u202e']) expect(svg).not.toContain(sign);
  });

  it('says what it shows to whoever cannot see it, in light and dark', () => {
    const svg = renderSvg(timelineOf('Acme: Terms', TWO), 'What changed');
    expect(svg).toContain('<title id="t">What changed</title>');
    expect(svg).toMatch(/<desc id="d">2 changes of 1 documents? from 2022-05-01 to 2025-05-01/);
    expect(svg).toContain('prefers-color-scheme:dark');
    expect(svg).toContain('2024-06-01');
  });

  it.each([320, 480, 1000])('drawn %i wide keeps its words within', (width) => {
    const label = Array.from({ length: 30 }, () => 'added').join(' ');
    const svg = renderSvg(timelineOf('Acme: Terms', TWO, label), 'What changed', width);
    expect(svg).toContain(`viewBox="0 0 ${width} `);
    for (const [, x, words = ''] of svg.matchAll(/<text x="([\d.]+)"[^>]*>([^<]*)</g))
      expect(Number(x) + words.length * 6.8).toBeLessThanOrEqual(width);
  });

  it('is the same for the same changes', () => {
    const draw = (): string => renderSvg(timelineOf('Acme: Terms', TWO), 'What changed');
    expect(draw()).toBe(draw());
  });
});

describe('the timeline on a terminal', () => {
  it('puts marks where the changes are and lets nothing steer the terminal', () => {
    const shown = renderTerminal(timelineOf('Acme\u001b[2J', TWO, 'trains\u001b[2J'), { width: 80, colour: false });
    expect(shown).toMatch(/●/);
    expect(shown).toMatch(/1 {2}2024-06-01 {2}high/);
    expect(shown).not.toContain('\u001b');
  });

  it('breaks what is longer than the terminal is wide, below the words and not below the date', () => {
    const label = Array.from({ length: 30 }, () => 'added').join(' ');
    const lines = renderTerminal(timelineOf('Acme', TWO, label), { width: 80, colour: false }).split('\n');
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(80);
    expect(lines.filter((line) => /^ {27}added/.test(line)).length).toBeGreaterThan(1);
  });
});
