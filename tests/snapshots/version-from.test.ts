import { expect, it } from 'vitest';
import { type VersionFromInput, versionFrom } from '../../src/snapshots/version-from.ts';
import { minute, samplePage } from '../harness/archive-samples.ts';

const INPUT: VersionFromInput = {
  document: { id: 'acme/privacy' },
  page: samplePage('We keep your letters for a year.'),
  capturedAt: minute(1),
  captureId: 'capture',
  origin: 'first',
  number: 1,
  revertsTo: null,
  fingerprint: 'reader-1',
};

it('describes the page without its text', () => {
  expect(versionFrom(INPUT)).toEqual({
    id: expect.stringMatching(/^[0-9a-f]{20}$/),
    documentId: 'acme/privacy',
    number: 1,
    origin: 'first',
    hash: INPUT.page.hash,
    title: 'Acme Privacy',
    language: 'en',
    capturedAt: minute(1),
    fingerprint: 'reader-1',
    revertsTo: null,
    captureId: 'capture',
    words: 7,
  });
});

it('has an id that follows from document, words and time, and from nothing else', () => {
  const { id } = versionFrom(INPUT);
  const same = { ...INPUT, captureId: 'other', number: 9, origin: 'change', fingerprint: 'reader-2' } as const;
  expect(versionFrom(same).id).toBe(id);
  const others = [{ document: { id: 'acme/terms' } }, { capturedAt: minute(2) }, { page: samplePage('Other words.') }];
  expect(others.map((other) => versionFrom({ ...INPUT, ...other }).id)).not.toContain(id);
});
