import { expect, it } from 'vitest';
import type { WatchedDocument } from '../../src/domain/source.ts';
import { sameBytes } from '../../src/pipeline/same-bytes.ts';
import type { Stages } from '../../src/pipeline/stages.ts';
import type { StoredCapture, StoredVersion } from '../../src/snapshots/archive.ts';
import { fingerprintOf } from '../../src/snapshots/fingerprint.ts';

const document = { id: 'plumbago/terms', urls: ['https://plumbago.example/terms'], select: [], remove: [] };
const capture = { via: 'http', finalUrl: 'https://plumbago.example/terms', contentType: 'text/html' };
const stored = (bodySha256 = 'a'.repeat(64), other: object = {}): StoredCapture =>
  ({ id: 'new', documentId: document.id, bodySha256, capture: { ...capture, ...other } }) as unknown as StoredCapture;
const page = { hash: 'words' };

const ask = (seen: StoredCapture, readWith = '1', readAs: object = {}): Promise<unknown> => {
  const watched = { ...document, ...readAs } as unknown as WatchedDocument;
  const fingerprint = fingerprintOf({ extractorVersion: '1', document, via: 'http' });
  const current = { page, version: { captureId: 'old', fingerprint } } as unknown as StoredVersion;
  const archive = { captureOf: async (id: string) => (id === 'old' ? stored() : null) };
  return sameBytes(watched, seen, { current, awaiting: null }, {
    archive,
    extractorVersion: readWith,
  } as unknown as Stages);
};

it('knows the reading of the very bytes from which the current version was read', async () => {
  expect(await ask(stored())).toBe(page);
});

it('knows no reading once anything differs on which a reading depends', async () => {
  expect(await ask(stored('b'.repeat(64)))).toBeNull();
  expect(await ask(stored(), '2')).toBeNull();
  expect(await ask(stored(), '1', { select: ['main'] })).toBeNull();
  expect(await ask(stored(undefined, { via: 'browser' }))).toBeNull();
  expect(await ask(stored(undefined, { finalUrl: 'https://plumbago.example/en/terms' }))).toBeNull();
  expect(await ask(stored(undefined, { contentType: 'text/plain' }))).toBeNull();
});
