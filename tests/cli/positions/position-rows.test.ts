import { expect, it } from 'vitest';
import { derivePositions } from '../../../src/classify/positions/derive-positions.ts';
import { positionChanges } from '../../../src/classify/positions/position-changes.ts';
import { readFacts } from '../../../src/classify/read-facts.ts';
import { ledgerRows, positionRows } from '../../../src/cli/positions/position-rows.ts';

function positionsOf(text: string, since = '2026-01-01T00:00:00.000Z') {
  const blocks = text
    .split('\n')
    .map((line) => ({ kind: 'paragraph' as const, text: line, headingPath: [], leadIn: null, links: [] }));
  const facts = readFacts({ title: 'Privacy Policy', language: 'en', blocks });
  return { at: since, positions: derivePositions([{ documentId: 'acme/privacy', region: 'global', since, facts }]) };
}

const rowsOf = (text: string) =>
  positionRows({
    ...{ platform: 'acme', name: 'Acme', documents: ['acme/privacy'], controls: [], ...positionsOf(text) },
  });

it('shows the way out of what people can refuse, however many sentences tell the use', () => {
  const text = [
    'We use your photos to train our AI models.',
    'Your photos also improve our AI.',
    'Photos you post help train our models.',
    'You can opt out of AI training in your settings.',
  ].join('\n');
  const row = rowsOf(text).find(({ data }) => data === 'user-content');
  expect(row?.position).toBe('opt-out');
  expect(row?.says.map(({ isWayOut }) => isWayOut)).toEqual([false, false, true]);
});

it('leaves out the sign before an item, and names the other kinds together', () => {
  const rows = rowsOf('- We use your photos to train our AI models.');
  expect(rows.map(({ data, says }) => [data, says[0]?.quote])).toEqual([
    ['user-content', 'We use your photos to train our AI models.'],
    ['every other kind', undefined],
  ]);
});

it('names regions together that stand alike', () => {
  const [row] = rowsOf('We use your photos to train our AI models in the European Economic Area or Switzerland.');
  expect(row?.regions).toBe('CH, EEA: mandatory');
});

it('says of a sentence in the ledger when it was gone', () => {
  const changes = positionChanges([
    positionsOf('We use your photos to train our AI models.'),
    positionsOf('We keep your photos.', '2026-02-01T00:00:00.000Z'),
  ]);
  const [row] = ledgerRows({ platform: 'acme', name: 'Acme', changes });
  expect(row?.says[0]?.source).toBe('acme/privacy, since 2026-01-01 or before, gone by 2026-02-01');
});
