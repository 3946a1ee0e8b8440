import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ExtractedPage } from '../../src/domain/block.ts';
import type { StoredVersion } from '../../src/snapshots/archive.ts';
import { decideVersion } from '../../src/snapshots/decide-version.ts';
import { minute, samplePage, sampleVersion } from '../harness/archive-samples.ts';

function pageOf(words: number, more: Partial<ExtractedPage> = {}): ExtractedPage {
  return { ...samplePage('word '.repeat(words)), ...more };
}

function currentOf(words: number, language = 'en'): StoredVersion {
  const stored = sampleVersion({ text: 'word '.repeat(words), at: minute(1), captureId: 'capture', number: 3 });
  return { page: stored.page, version: { ...stored.version, language } };
}

const decide = (page: ExtractedPage, current: StoredVersion | null, knownVersion: StoredVersion | null = null) =>
  decideVersion({ page, current, knownVersion: knownVersion?.version ?? null });

describe('decideVersion', () => {
  it('takes the first reading of a policy as first, however short or long it is', () => {
    expect([1, 50, 90_000].map((words) => decide(pageOf(words), null).kind)).toEqual(['first', 'first', 'first']);
  });

  it('keeps a suspect a suspect, also as first and also with known words', () => {
    const wall = pageOf(100, { verdict: 'suspect', reason: 'bot-wall' });
    const suspect = { kind: 'suspect', reason: 'bot-wall' };
    expect(decide(wall, null)).toEqual(suspect);
    expect(decide(wall, currentOf(100), currentOf(100))).toEqual(suspect);
  });

  it('says unchanged for equal words, whatever else differs', () => {
    const current = currentOf(100);
    const page = { ...current.page, title: 'Other title', language: 'de', blocks: [] };
    expect(decide(page, current)).toEqual({ kind: 'unchanged' });
  });

  it('names the version whose words came back, and never doubts such words again', () => {
    const [earlier, current] = [currentOf(10), currentOf(5_000)];
    const back = pageOf(10, { language: 'de' });
    expect(decide(back, current, earlier)).toEqual({ kind: 'new-version', revertsTo: earlier.version.id });
  });

  it('doubts another language, but not one that cannot be told or only a region', () => {
    expect(decide(pageOf(90, { language: 'de' }), currentOf(100))).toEqual({
      kind: 'suspect',
      reason: 'other-language',
    });
    const accepted = [
      decide(pageOf(90, { language: 'und' }), currentOf(100)),
      decide(pageOf(90, { language: 'de' }), currentOf(100, 'und')),
      decide(pageOf(90, { language: 'EN-gb' }), currentOf(100)),
    ];
    expect(accepted.map(({ kind }) => kind)).toEqual(['new-version', 'new-version', 'new-version']);
  });

  it('doubts a text with less than 40 % of the words, and believes one that was halved', () => {
    expect(decide(pageOf(399), currentOf(1_000))).toEqual({ kind: 'suspect', reason: 'shrunk' });
    expect(decide(pageOf(400), currentOf(1_000)).kind).toBe('new-version');
    expect(decide(pageOf(0), currentOf(20))).toEqual({ kind: 'suspect', reason: 'shrunk' });
  });

  it('doubts a long text with more than six times the words, and believes one that grew fivefold', () => {
    expect(decide(pageOf(6_001), currentOf(1_000))).toEqual({ kind: 'suspect', reason: 'grown' });
    expect(decide(pageOf(5_000), currentOf(1_000)).kind).toBe('new-version');
  });

  it('never doubts that a short text grows: it is a short capture that recovers', () => {
    expect(decide(pageOf(20_000), currentOf(200)).kind).toBe('new-version');
  });

  it('doubts a page that was sent on to the front page, but not one whose words are known', () => {
    const asked = { url: 'https://acme.example/privacy', finalUrl: 'https://acme.example/' };
    const current = currentOf(100);
    const away = { kind: 'suspect', reason: 'redirected-away' };
    expect(decideVersion({ page: pageOf(101), current, knownVersion: null, ...asked })).toEqual(away);
    expect(decideVersion({ page: pageOf(101), current: null, knownVersion: null, ...asked })).toEqual(away);
    expect(decideVersion({ page: current.page, current, knownVersion: null, ...asked })).toEqual({ kind: 'unchanged' });
  });

  it('never calls different words unchanged and never drops a plausible step', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), fc.double({ min: 0.45, max: 5, noNaN: true }), (before, times) => {
        const after = Math.max(1, Math.round(before * times));
        fc.pre(after !== before && after >= before * 0.4);
        expect(decide(pageOf(after), currentOf(before))).toEqual({ kind: 'new-version', revertsTo: null });
      }),
      { numRuns: 50 },
    );
  });
});
