import { describe, expect, it } from 'vitest';
import { diffDocuments } from '../../src/diff/diff-documents.ts';
import type { ExtractedPage } from '../../src/domain/block.ts';
import {
  type DecideConfirmationInput,
  decideConfirmation,
  isOverdue,
} from '../../src/snapshots/decide-confirmation.ts';
import { shareDifference } from '../../src/snapshots/share-difference.ts';

const hour = (n: number): string => new Date(Date.UTC(2026, 2, 1, n)).toISOString();

const decide = (input: Partial<DecideConfirmationInput>): string =>
  decideConfirmation({
    ...{ pageHash: 'other', now: hour(12), awaiting: null, sightings: [], pauseMs: 600_000 },
    agree: () => null,
    ...input,
  });

describe('other words', () => {
  it('wait when they are seen for the first time', () => {
    expect(decide({})).toBe('wait');
  });

  it('are confirmed by the same words after the pause, and not before it has passed', () => {
    expect(decide({ awaiting: { pageHash: 'other', at: hour(6) } })).toBe('confirmed');
    expect(decide({ awaiting: { pageHash: 'other', at: '2026-03-01T11:59:00.000Z' } })).toBe('keep-waiting');
  });

  it('are taken where two looks show different ones that agree in something: those of the look to be believed', () => {
    const awaiting = { pageHash: 'third', at: hour(6) };
    expect(decide({ awaiting })).toBe('wait');
    expect(decide({ awaiting, agree: () => 'newer' })).toBe('take');
    expect(decide({ awaiting, agree: () => 'older' })).toBe('confirmed');
  });

  it('are taken in the end, when three looks over a day have shown them, though none confirmed another', () => {
    const seen = (...hours: number[]) => hours.map((n) => ({ at: hour(n), pageHash: 'other' }));
    expect(decide({ now: hour(30), sightings: seen(6) })).toBe('wait');
    expect(decide({ now: hour(29), sightings: seen(6, 12) }), 'not yet a day').toBe('wait');
    expect(decide({ now: hour(30), sightings: seen(6, 12) })).toBe('take-late');
  });

  it('are not taken for having been seen now and then: what was refuted days ago is no evidence', () => {
    const sightings = [0, 24].map((n) => ({ at: hour(n), pageHash: 'other' }));
    expect(decide({ now: hour(72), sightings })).toBe('take-late');
    expect(decide({ now: hour(73), sightings })).toBe('wait');
  });

  it('are kept, not told, where each look shows others', () => {
    const sightings = [4, 5, 6].map((n) => ({ at: hour(n), pageHash: `read by ${n}` }));
    expect(decide({ now: hour(40), sightings, awaiting: { pageHash: 'read by 8', at: hour(36) } })).toBe('wait');
  });

  it('are believed after a day in which there was no second look', () => {
    expect(isOverdue(hour(0), hour(23), 9)).toBe(false);
    expect(isOverdue(hour(0), hour(24), 3)).toBe(true);
    expect(isOverdue(hour(0), hour(48), 2), 'hardly tried').toBe(false);
  });
});

describe('what two readings share', () => {
  const pageOf = (...texts: string[]): Pick<ExtractedPage, 'blocks' | 'title' | 'language'> => ({
    ...{ title: '', language: 'en' },
    blocks: texts.map((text) => ({ kind: 'paragraph', text, headingPath: [], leadIn: null, links: [] })),
  });
  const HELD = ['We keep your letters for a year.', 'They were read by 3 people until now.', 'We sell no letters.'];
  const share = (one: string[], other: string[]): boolean =>
    shareDifference(diffDocuments(pageOf(...HELD), pageOf(...one)), diffDocuments(pageOf(...HELD), pageOf(...other)));
  const visit = (n: number, ...more: string[]): string[] => [
    HELD[0] as string,
    `They were read by ${n} people until now.`,
    ...more,
  ];

  it('is what both added, removed or reworded, beside what differs from visit to visit', () => {
    expect(
      share(visit(4, 'We sell no letters.', 'We read them.'), visit(5, 'We sell no letters.', 'We read them.')),
    ).toBe(true);
    expect(share(visit(4), visit(5)), 'a sentence both lack').toBe(true);
    expect(share(visit(4, 'We sell some letters.'), visit(5, 'We sell some letters.'))).toBe(true);
  });

  it('is an edit beside what differs from visit to visit, in one paragraph too', () => {
    const said = (n: number, more: string): string[] => [
      `${HELD[0]} Read by ${n} people.${more}`,
      'We sell no letters.',
    ];
    const before = { ...pageOf(...said(3, '')) };
    const to = (texts: string[]) => diffDocuments(before, pageOf(...texts));
    expect(shareDifference(to(said(4, ' We train on them.')), to(said(5, ' We train on them.')))).toBe(true);
    expect(shareDifference(to(said(4, '')), to(said(5, '')))).toBe(false);
  });

  it('is nothing where only what differs from visit to visit differs', () => {
    expect(share(visit(4, 'We sell no letters.'), visit(5, 'We sell no letters.'))).toBe(false);
    expect(share(visit(3, 'We sell no letters!'), visit(3, 'We sell no letters.'))).toBe(false);
  });
});
