import { expect, it } from 'vitest';
import { derivePositions } from '../../../src/classify/positions/derive-positions.ts';
import { positionChanges } from '../../../src/classify/positions/position-changes.ts';
import { readFacts } from '../../../src/classify/read-facts.ts';

function at(since: string, text: string) {
  const block = { kind: 'paragraph' as const, text, headingPath: [], leadIn: null, links: [] };
  const facts = readFacts({ title: 'Privacy Policy', language: 'en', blocks: [block] });
  return { at: since, positions: derivePositions([{ documentId: 'acme/privacy', region: 'global', since, facts }]) };
}

it('keeps a ledger of transitions, with the sentences of the new position, or of the old where the new is silent', () => {
  const history = [
    at('2023-01-01T00:00:00.000Z', 'We keep photos.'),
    at('2024-01-01T00:00:00.000Z', 'We use your photos to train our AI models.'),
    at('2025-01-01T00:00:00.000Z', 'We use your photos to train our AI models, unless you opt out.'),
    at('2026-01-01T00:00:00.000Z', 'We keep photos.'),
  ];
  expect(
    positionChanges(history).map(({ at: time, kind, from, to, statements }) => [
      `${time.slice(0, 4)} ${kind}: ${from} → ${to}`,
      statements[0]?.fact.quote,
    ]),
  ).toEqual([
    ['2024 user-content: silent → mandatory', 'We use your photos to train our AI models.'],
    ['2025 user-content: mandatory → opt-out', 'We use your photos to train our AI models, unless you opt out.'],
    ['2026 user-content: opt-out → silent', 'We use your photos to train our AI models, unless you opt out.'],
  ]);
});

it('tells a step that only one region makes', () => {
  const history = [
    at('2023-01-01T00:00:00.000Z', 'We use your photos to train our AI models.'),
    at(
      '2024-01-01T00:00:00.000Z',
      'We use your photos to train our AI models. In the European Union you can opt out of AI training.',
    ),
  ];
  const steps = positionChanges(history).filter(({ kind }) => kind === 'user-content');
  expect(steps.map(({ region, from, to }) => [region, from, to])).toEqual([['EU', 'mandatory', 'opt-out']]);
});
