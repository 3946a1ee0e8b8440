import { describe, expect, it } from 'vitest';
import type { ExtractedPage } from '../../src/domain/block.ts';
import { type DecideImportedInput, decideImported } from '../../src/snapshots/decide-imported.ts';
import { minute, samplePage, sampleVersion } from '../harness/archive-samples.ts';

const DAY_MS = 24 * 3_600_000;
const WORDS = 'Acme keeps every letter that is sent to it in a large blue box. ';
const TEXT = { technical: false, decided: null, stoodMs: 30 * DAY_MS, followedBy: [] };

function decide(page: ExtractedPage, text: Partial<DecideImportedInput['text']> = {}): unknown {
  const current = sampleVersion({ text: WORDS.repeat(40), at: minute(1), captureId: 'c', number: 1 });
  return decideImported({ text: { ...TEXT, ...text }, page, current, knownVersion: null });
}

const short = samplePage(WORDS.repeat(5));
const size = Buffer.byteLength(samplePage(WORDS.repeat(40)).markdown);

describe('a text of others', () => {
  it('that shrank is taken where it stood for a day and the old size did not come back', () => {
    expect(decide(short)).toEqual({ kind: 'new-version', revertsTo: null });
    expect(decide(short, { stoodMs: null, followedBy: [] })).toEqual({ kind: 'new-version', revertsTo: null });
  });

  it('that shrank is a suspect where it stood for less, or the old size came back', () => {
    expect(decide(short, { stoodMs: DAY_MS - 1 })).toEqual({ kind: 'suspect', reason: 'shrunk' });
    expect(decide(short, { followedBy: [100, size] })).toEqual({ kind: 'suspect', reason: 'shrunk' });
  });

  it('that is an error page is a suspect however long it stood', () => {
    const page: ExtractedPage = { ...short, verdict: 'suspect', reason: 'error-page' };
    expect(decide(page, { stoodMs: 900 * DAY_MS })).toEqual({ kind: 'suspect', reason: 'error-page' });
  });

  it('that they only read otherwise may have any size', () => {
    expect(decide(short, { technical: true, stoodMs: 1 })).toEqual({ kind: 'new-version', revertsTo: null });
  });

  it('that an archive of ours decided on stays what it was', () => {
    const page: ExtractedPage = { ...short, verdict: 'suspect', reason: 'error-page' };
    expect(decide(page, { decided: { kind: 'version' } })).toEqual({ kind: 'new-version', revertsTo: null });
    expect(decide(short, { decided: { kind: 'suspect', reason: 'grown' } })).toEqual({
      kind: 'suspect',
      reason: 'grown',
    });
  });
});
